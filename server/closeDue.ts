import type { Network } from "../domain/network.ts";
import { closeDb, type Db } from "./db.ts";
import { closePeriods } from "./gate/closePeriods.ts";
import { progress } from "./progress.ts";
import { type Lang, startWords } from "./startWords.ts";
import { openSecret, openVault } from "./store.ts";

type Open = {
  network: Network;
  /** The network whose lattice a day counts in. */
  networkOn: (day: string) => Network;
  published: Db;
  data: string;
  lang?: Lang;
};

/** Closes every period whose time has come. The vault is open only while this runs. */
export async function closeDue(open: Open): Promise<string[]> {
  const vault = await openVault(open.data, open.network);
  const { closing, periods } = startWords[open.lang ?? "en"];
  const bar = progress(closing, periods);
  try {
    const secret = await openSecret(open.data, { vault, published: open.published });
    const { network, networkOn, published } = open;
    const closed = await closePeriods({
      published,
      vault,
      secret,
      network,
      networkOn,
      now: Date.now(),
      onProgress: bar.to,
    });
    return closed.map(({ period }) => period);
  } finally {
    bar.end();
    await closeDb(vault);
  }
}

/** For the trail: one entry for all that was closed at once. */
export const closedNote = (closed: readonly string[]) => ({
  action: "period.closed",
  object: `period/${closed.at(-1)}`,
  detail: { periods: closed.length },
});
