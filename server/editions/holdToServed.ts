import { existsSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type LatticeChange, latticeChanges } from "../../domain/latticeChanges.ts";
import type { Network } from "../../domain/network.ts";
import type { Db } from "../db.ts";
import { usedIds } from "../ingest/usedIds.ts";
import { loadNetwork } from "../network/loadNetwork.ts";
import { digestOf, writeWhole } from "./folder.ts";
import { editionsIn, history } from "./history.ts";
import { FILES } from "./parts.ts";

type Held = {
  config: { network: string; data: string };
  network: Network;
  published: Db;
};

/** The network folder as it was last served without an edition; null before that. */
export function servedBefore(data: string): string | null {
  const [kept, next] = places(data);
  return [kept, next].find((dir) => existsSync(dir)) ?? null;
}

const places = (data: string): [string, string] => [
  join(editionsIn(data), "served"),
  join(editionsIn(data), "served.next"),
];

/**
 * Before the first edition the folder itself is served, and may be edited by hand: but what gives published figures their
 * meaning changes with the year there too, or old and new zones would be counted into one quarter (geographic differencing).
 * The data of a demo are nobody's.
 * @throws Error naming what changed, once something was recorded or closed; else the folder is kept as it is now
 */
export async function holdToServed({ config, network, published }: Held): Promise<void> {
  if (network.simulated || (await history(config.data)).length > 0) return;
  const before = servedBefore(config.data);
  if (before === null) return keep(config);
  if ((await digestOf(before)) === (await digestOf(config.network))) return;
  const changes = latticeChanges(await loadNetwork(before), network);
  const used = async () => (await usedIds({ data: config.data, network, published })).any;
  if (changes.length > 0 && (await used())) throw redrawn({ config, before, changes });
  await keep(config);
}

async function keep({ network, data }: Held["config"]): Promise<void> {
  const texts = FILES.map(async (file) => [file, await readFile(join(network, file), "utf8")] as const);
  const [kept, next] = places(data);
  await rm(next, { recursive: true, force: true });
  await writeWhole(next, Object.fromEntries(await Promise.all(texts)));
  await rm(kept, { recursive: true, force: true });
  await rename(next, kept);
}

type Redrawn = { config: Held["config"]; before: string; changes: readonly LatticeChange[] };

function redrawn({ config, before, changes }: Redrawn): Error {
  const { network: folder, data } = config;
  const named = changes.slice(0, 5).map(({ of, id }) => (id === "" ? of : `${of} "${id}"`));
  const more = changes.length > named.length ? ` and ${changes.length - named.length} more` : "";
  return new Error(
    `${folder}: what gives published figures their meaning was changed by hand (${named.join(", ")}${more}), and something was ` +
      "recorded or closed with what stood there before. Such a change holds from 1 January, a zone drawn anew under an id of its own: " +
      `publish the folder with "npm run sguardo -- editions adopt --network ${folder} --data ${data}", or put back what stood there ` +
      `(${before} has it). Nothing was changed.`,
  );
}
