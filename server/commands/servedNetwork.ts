import { type InForce, networkInForce } from "../editions/networkInForce.ts";
import { editionLines, startWords } from "../startWords.ts";

/** The network a data folder is served with today; which edition it is, is said on standard error. */
export async function servedNetwork(config: { network: string; data: string }): Promise<InForce> {
  const found = await networkInForce(config, Date.now());
  for (const line of editionLines(found, startWords.en)) process.stderr.write(`${line}\n`);
  return found;
}
