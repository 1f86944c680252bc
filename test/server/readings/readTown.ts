import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Network } from "../../../domain/network.ts";
import { addDays } from "../../../domain/period.ts";
import { append, closeDb, type Db, rows, sql } from "../../../server/db.ts";
import { closePeriods } from "../../../server/gate/closePeriods.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { refreshPresence } from "../../../server/presence.ts";
import { readCloses, unreadCloses } from "../../../server/readings/readCloses.ts";
import { randomOf } from "../../../server/simulate/random.ts";
import { openPublished, openVault } from "../../../server/store.ts";
import { townFolder } from "../town.ts";

export const FIRST = "2026-03-02";
export const SECRET = Buffer.alloc(32, 7);

/** The town with a data folder of its own, its vault closed unless `vault` has it. */
export type ReadTown = {
  network: Network;
  data: string;
  published: Db;
  vault: <T>(work: (vault: Db) => Promise<T>) => Promise<T>;
  /** Closes what is due at noon of a day, and reads nothing. */
  closeOn: (day: string) => Promise<void>;
  readAll: () => Promise<number>;
  close: () => Promise<void>;
};

/**
 * The town, of which the night unit and the canteen were out and wrote down what they saw for `weeks` weeks from FIRST;
 * housing grows in the harbour in the last three, seen in groups of `band`. Nothing is closed yet.
 */
export async function openReadTown(weeks = 30, band = "5-9"): Promise<ReadTown> {
  const data = await mkdtemp(join(tmpdir(), "sguardo-read-"));
  await writeFile(join(data, "secret"), SECRET);
  const town = await openTownIn(data);
  await town.vault((vault) => observe(vault, weeks, band));
  await goOut(town, weeks);
  return town;
}

/** The same town again, in another folder: as it is now. */
export const copyOf = async (town: ReadTown): Promise<ReadTown> => openTownIn(await folderLike(town));

/** A copy of its folder. */
export async function folderLike(town: Pick<ReadTown, "data">): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), "sguardo-read-"));
  await cp(town.data, data, { recursive: true });
  return data;
}

export async function openTownIn(data: string): Promise<ReadTown> {
  const network = await loadNetwork(townFolder);
  const published = await openPublished(data, network);
  const vault: ReadTown["vault"] = async (work) => {
    const opened = await openVault(data, network);
    return work(opened).finally(() => closeDb(opened));
  };
  const now = (day: string) => Date.parse(`${day}T12:00:00Z`);
  return {
    network,
    data,
    published,
    vault,
    closeOn: (day) =>
      vault(async (opened) => {
        await closePeriods({ published, vault: opened, secret: SECRET, network, now: now(day) });
        await refreshPresence(published, network, { from: addDays(FIRST, -1), to: addDays(day, 56) });
      }),
    readAll: async () => {
      const unread = await unreadCloses({ network, published, data });
      if (unread) await readCloses({ network, published }, unread);
      return unread?.epochs.length ?? 0;
    },
    close: async () => {
      await closeDb(published);
      await rm(data, { recursive: true, force: true });
    },
  };
}

const Stored = z.object({
  epoch: z.string(),
  method: z.number(),
  parameters: z.string(),
  code_version: z.string(),
  reading: z.string(),
});
export type Stored = z.infer<typeof Stored>;
export const storedIn = (published: Db) =>
  rows(published, Stored, sql`SELECT * FROM emerging ORDER BY epoch`);

/** The Monday of the n-th week from FIRST. */
export const monday = (n: number): string => addDays(FIRST, 7 * n);

export type Row = { day: string; slot: string; zone: string; service: string; need: string; band?: string };

/** Puts rows into the vault, as an import named `name` of these days; their keys follow from where they stand. */
export async function record(vault: Db, seen: readonly Row[], name = "file"): Promise<void> {
  const random = randomOf(1, name);
  const column = (value: (row: Row) => string | Date | bigint | null) => seen.map(value);
  await append(vault, "observation", [
    column(({ day }) => new Date(`${day}T00:00:00Z`)),
    column(({ slot }) => slot),
    column(({ zone }) => zone),
    column(({ service }) => service),
    column(({ need }) => need),
    column(({ band }) => band ?? "2-4"),
    column(() => "contact"),
    column(() => null),
    column(() => name),
    column(() => (BigInt(Math.floor(random() * 2 ** 32)) << 32n) | BigInt(Math.floor(random() * 2 ** 32))),
  ]);
}

async function observe(vault: Db, weeks: number, band: string): Promise<void> {
  const random = randomOf(7, "observations");
  const seen: Row[] = [];
  const meet = (mean: number, row: Row) => {
    for (let i = 0; i < mean * 2; i++) if (random() < 0.5) seen.push(row);
  };
  for (let week = 0; week < weeks; week++) {
    const grown = week >= weeks - 3 ? 5 : 1;
    const friday = { day: addDays(monday(week), 4), slot: "sera", service: "night" };
    meet(3 * grown, { ...friday, zone: "harbour", need: "housing", band });
    meet(3, { ...friday, zone: "market", need: "housing" });
    meet(4, { ...friday, zone: "market", need: "addiction", band: "1" });
    for (let day = 0; day < 7; day++) {
      const noon = {
        day: addDays(monday(week), day),
        slot: "pomeriggio",
        zone: "market",
        service: "canteen",
      };
      meet(1, { ...noon, need: "food" });
      meet(0.5, { ...noon, need: "housing" });
    }
  }
  await record(vault, seen);
}

async function goOut({ published }: ReadTown, weeks: number): Promise<void> {
  const outings = Array.from({ length: weeks }, (_, week) =>
    [
      ...["harbour", "market"].map((zone) => ({ service: "night", zone, day: 4, from: 19, hours: 4 })),
      ...Array.from({ length: 7 }, (_, day) => ({
        service: "canteen",
        zone: "market",
        day,
        from: 10,
        hours: 2,
      })),
    ].map((outing) => ({ ...outing, date: addDays(monday(week), outing.day) })),
  ).flat();
  const at = (date: string, hour: number) => new Date(Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000);
  await append(published, "outing", [
    outings.map(({ service }) => service),
    outings.map(({ zone }) => zone),
    outings.map(({ date, from }) => at(date, from)),
    outings.map(({ date, from, hours }) => at(date, from + hours)),
    outings.map(() => "outings"),
  ]);
}
