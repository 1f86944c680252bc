import { type InForce, networkInForce } from "../editions/networkInForce.ts";
import { startWords } from "../startWords.ts";

/** The network a data folder is served with today; which edition it is, is said on standard error. */
export async function servedNetwork(config: { network: string; data: string }): Promise<InForce> {
  const found = await networkInForce(config, Date.now());
  const { edition, seedChanged } = startWords.en;
  if (found.number > 0) process.stderr.write(`${edition} ${found.number}\n`);
  if (found.seedChanged) process.stderr.write(`${seedChanged}\n`);
  return found;
}
