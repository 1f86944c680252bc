import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { localOf } from "../../domain/civilTime.ts";
import { sameLattice } from "../../domain/lattice.ts";
import type { Network } from "../../domain/network.ts";
import { loadNetwork } from "../network/loadNetwork.ts";
import { digestOf } from "./folder.ts";
import { type Edition, editionFolder, history, inForce } from "./history.ts";
import { NETWORK } from "./parts.ts";

type Loaded = Awaited<ReturnType<typeof loadNetwork>>;

export type InForce = {
  network: Loaded;
  /** 0: the network folder itself. */
  number: number;
  /**
   * The network whose lattice a day (ISO date) counts in, with the newest words of that year: the last edition in force in
   * the day's year, up to today. Equal for all days of a year, so for all of a month, a quarter or a year.
   */
  networkOn: (day: string) => Network;
  /** The lattice a day counts in, where it is not today's: the edition it is of. `null`: today's, perhaps in other words. */
  latticeOn: (day: string) => Then | null;
  /** The zones of today, and those of earlier years under ids that are in use no more. */
  everyZone: Network["zones"];
  /** The network folder was changed by hand after an edition was published from it, and is not what is served. */
  seedChanged: boolean;
};

/** A network as it was, with the number of its edition. */
export type Then = { number: number; network: Loaded };

type Folders = { network: string; data: string };

/**
 * The network a data folder is served with today: the edition in force, or the network folder as long as none is.
 * @throws NetworkRefused when it cannot be used
 */
export async function networkInForce(folders: Folders, now: number): Promise<InForce> {
  const editions = await editionsOfSeed(folders);
  const newest = editions.at(-1);
  if (!newest) {
    const network = await loadNetwork(folders.network);
    const always = { networkOn: () => network, latticeOn: () => null, everyZone: network.zones };
    return { network, number: 0, ...always, seedChanged: false };
  }
  const { timezone } = await loadNetwork(editionFolder(folders.data, newest.number));
  const today = localOf(now, timezone).date;
  const numberOn = (day: string) => inForce(editions, endOfYear(day, today))?.number ?? 0;
  const loaded = new Map<number, Loaded>();
  for (const number of new Set([today, ...editions.map(({ takes_effect }) => takes_effect)].map(numberOn)))
    loaded.set(number, await loadNetwork(editionFolder(folders.data, number)));
  const networkOn = (day: string) => {
    const found = loaded.get(numberOn(day));
    if (!found) throw new RangeError(`no edition is in force on ${day}`);
    return found;
  };
  const network = networkOn(today);
  const others = [...loaded].filter(([, then]) => !sameLattice(then, network));
  const latticeOn = (day: string): Then | null => {
    const other = others.find(([number]) => number === numberOn(day));
    return other ? { number: other[0], network: other[1] } : null;
  };
  const past = [...loaded.values()].flatMap(({ zones }) => zones);
  return {
    network,
    number: numberOn(today),
    networkOn,
    latticeOn,
    everyZone: [...new Map([...past, ...network.zones].map((zone) => [zone.id, zone])).values()],
    seedChanged: await wasChanged(folders, editions),
  };
}

/** Other days of a year than those to come: the year's last edition counts for all of it. */
function endOfYear(day: string, today: string): string {
  const end = `${day.slice(0, 4)}-12-31`;
  return end < today ? end : today;
}

/** The editions of a data folder; none when the network folder is of another network (which the databases then refuse). */
async function editionsOfSeed({ network, data }: Folders): Promise<Edition[]> {
  const editions = await history(data);
  const newest = editions.at(-1);
  if (!newest) return [];
  const [seed, edition] = await Promise.all([network, editionFolder(data, newest.number)].map(idIn));
  return seed === null || seed === edition ? editions : [];
}

async function idIn(dir: string): Promise<string | null> {
  const text = await readFile(join(dir, NETWORK), "utf8").catch(() => "{}");
  try {
    return z.object({ id: z.string() }).parse(JSON.parse(text)).id;
  } catch {
    return null;
  }
}

async function wasChanged({ network, data }: Folders, editions: readonly Edition[]): Promise<boolean> {
  const seed = await digestOf(network).catch(() => null);
  const newest = editions.at(-1);
  if (seed === null || newest === undefined || seed === newest.seed) return false;
  const same = editions.map(({ number }) => digestOf(editionFolder(data, number)));
  return !(await Promise.all(same)).includes(seed);
}
