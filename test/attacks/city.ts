import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { Disclosure, type Network } from "../../domain/network.ts";
import { addDays, mondayOf } from "../../domain/period.ts";
import { append, closeDb, type Db, rows, run, sql } from "../../server/db.ts";
import { closePeriods } from "../../server/gate/closePeriods.ts";
import type { NetworkOn } from "../../server/gate/duePeriods.ts";
import { closedDays, markLate } from "../../server/ingest/lateDays.ts";
import { openPublished, openVault } from "../../server/store.ts";

/** A row of the vault; what is not said is the city's plainest. */
export type Observation = {
  day: string;
  slot: string;
  zone: string;
  service: string;
  need: string;
  band: string;
  key: bigint;
};

/** Numbers in [0, 1) from a seed (mulberry32): the same city every time. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const keyFrom = (random: () => number): bigint =>
  (BigInt(Math.floor(random() * 2 ** 32)) << 32n) | BigInt(Math.floor(random() * 2 ** 32));

type Views = Partial<Network["disclosure"]["views"]>;
const none = { week: [], month: [], quarter: [], year: [] };

/** A made-up city: zones z0 …, four slots, ordinary needs n0 … (pairs share a group), sensitive needs s0, s1. */
export function city({ zones = 8, needs = 6, views = {} as Views, sensitive = {} as Views } = {}): Network {
  const named = (id: string) => ({ id, name: id });
  const disclosure = Disclosure.parse({
    perturbation: { D: 6, V: 4, js: 0 },
    floor: 2,
    threshold: 5,
    views: { ...none, ...views },
    sensitive: {
      perturbation: { D: 8, V: 6, js: 0 },
      floor: 4,
      threshold: 10,
      views: { ...none, ...sensitive },
    },
  });
  const square = {
    type: "Polygon" as const,
    coordinates: [
      [
        [12, 44],
        [12.1, 44],
        [12.1, 44.1],
        [12, 44],
      ],
    ],
  };
  const zone = { population: null, approximate: true, label: [12, 44] as [number, number], geometry: square };
  const ordinary = Array.from({ length: needs }, (_, i) => ({
    ...named(`n${i}`),
    group: `g${Math.floor(i / 2)}`,
    sensitive: false,
  }));
  const needList = [
    ...ordinary,
    ...["s0", "s1"].map((id) => ({ ...named(id), group: "secret", sensitive: true })),
  ];
  const groups = [...new Set(needList.map(({ group }) => group))].map(named);
  const service = (id: string, aim: string) => ({
    ...named(id),
    initials: id,
    aims: [aim],
    needs: needList.map((need) => need.id),
    color: "#000000",
    phone: null,
    email: null,
    url: null,
  });
  return {
    id: "city",
    name: "City",
    locale: "en",
    timezone: "Europe/Rome",
    simulated: true,
    day_start: 6,
    shelf_life_weeks: 8,
    gap_threshold: 1,
    look_share: 0.25,
    attribution: "invented",
    disclosure,
    relations: [],
    schedules: [],
    needs: needList,
    groups,
    slots: [
      ["morning", 6, 12],
      ["afternoon", 12, 18],
      ["evening", 18, 22],
      ["night", 22, 6],
    ].map(([id, from, to]) => ({ ...named(String(id)), from: Number(from), to: Number(to) })),
    aims: [named("care"), named("order")],
    zones: Array.from({ length: zones }, (_, i) => ({
      ...named(`z${i}`),
      ...zone,
      parent: i < zones / 2 ? "north" : "south",
    })),
    services: [service("AA", "care"), service("BB", "order"), service("CC", "care")],
  };
}

export type City = { network: Network; folder: string; vault: Db; published: Db };

export async function openCity(network: Network, observations: Observation[]): Promise<City> {
  const folder = await mkdtemp(join(tmpdir(), "sguardo-city-"));
  const open = {
    network,
    folder,
    vault: await openVault(folder, network),
    published: await openPublished(folder, network),
  };
  await observe(open, observations);
  return open;
}

/** Puts observations into the vault as one file would that is of their whole weeks; those of closed days are late. */
export async function observe({ vault, published }: City, seen: Observation[]): Promise<void> {
  if (seen.length === 0) return;
  const id = `import ${randomUUID()}`;
  const days = seen.map(({ day }) => day).sort();
  const [from, to] = [mondayOf(days[0] ?? ""), addDays(mondayOf(days.at(-1) ?? ""), 6)];
  await run(vault, sql`INSERT INTO covered VALUES (${id}, ${from}::DATE, ${to}::DATE)`);
  const column = (value: (row: Observation) => string | bigint | Date | null) => seen.map(value);
  await append(vault, "observation", [
    column(({ day }) => new Date(`${day}T00:00:00Z`)),
    column(({ slot }) => slot),
    column(({ zone }) => zone),
    column(({ service }) => service),
    column(({ need }) => need),
    column(({ band }) => band),
    column(() => "contact"),
    column(() => null),
    column(() => id),
    column(({ key }) => key),
  ]);
  await markLate(vault, id, await closedDays(published));
}

export async function closeCity({ vault, published, folder }: City): Promise<void> {
  await closeDb(vault);
  await closeDb(published);
  await rm(folder, { recursive: true, force: true });
}

export const SECRET = Buffer.alloc(32, 7);

export const closeBy = (open: City & { networkOn?: NetworkOn }, when: string, secret = SECRET) =>
  closePeriods({ ...open, secret, now: Date.parse(when) });

const node = z.string().nullable();
const Cell = z.object({
  period: z.string(),
  view: z.string(),
  zone: node,
  parent: node,
  slot: node,
  weekpart: node,
  need: node,
  need_group: node,
  aim: node,
  value: z.number().nullable(),
});
export type Cell = z.infer<typeof Cell>;

export const cellsIn = ({ published }: Pick<City, "published">): Promise<Cell[]> =>
  rows(published, Cell, sql`SELECT * FROM published_cell ORDER BY ALL`);
