import type { Tools, WindowCell } from "../../domain/emerging/needSeries.ts";
import { readEpoch } from "../../domain/emerging/readEpoch.ts";
import type { Reading, State } from "../../domain/emerging/reading.ts";
import { addDays } from "../../domain/period.ts";
import { run, sql } from "../../server/db.ts";
import { epochData, weeksBefore } from "../../server/readings/epochData.ts";
import { inputMaker } from "../../server/readings/epochInput.ts";
import { groundOf } from "../../server/readings/ground.ts";
import { keptCounts, namesOf } from "../../server/readings/keptCounts.ts";
import { shownWindow } from "../../server/readings/shownWindow.ts";
import { randomOf } from "../../server/simulate/random.ts";
import { type City, city, closeBy, keyFrom, type Observation, openCity, randomFrom, SECRET } from "./city.ts";
import { goOut } from "./served.ts";

export const EPOCH = "2026-W45";
const FIRST = "2026-04-06";
const LAST = "2026-11-08";
const WEEKS = 31;
const places = ["z0", "z1", "z2", "z3", "z4", "z5", "z6", "z7"];

/** Eight zones in a row that publish nothing of the whole city, so that all a reader gets is of small cells. */
const plain = city({ needs: 4, views: { month: [["zone", "need"]] }, sensitive: { month: [["need"]] } });
const network = {
  ...plain,
  zones: plain.zones.map((zone, i) => ({
    ...zone,
    label: [12 + i * 0.01 + i * i * 0.0003, 44] as [number, number],
  })),
};

/** How often a need was seen in a zone in a week, 0 being the epoch's own. */
export type Truth = { zone: string; need: string; back: number; n: number };

/**
 * Rare needs n0 and n1, a common one n2, a sensitive one s0. In the last weeks n0 shows 0 … 9 in this or that zone, n1 four
 * in each of two zones side by side (eight together), s0 nine in the whole city: nearly all beyond chance, all small.
 */
export function smallGrowths(seed: number): Truth[] {
  const random = randomFrom(seed);
  const rare = (need: string, zone: string, mean: number) =>
    Array.from({ length: WEEKS - 5 }, (_, i) => ({ zone, need, back: i + 5, n: random() < mean ? 1 : 0 }));
  const counts = [0, 1, 2, 3, 4, 4, 6, 9].toSorted(() => random() - 0.5);
  const pair = Math.floor(random() * 7);
  return places.flatMap((zone, i) => [
    ...rare("n0", zone, 0.15),
    ...rare("n1", zone, 0.15),
    ...rare("s0", zone, 0.05),
    { zone, need: "n0", back: i % 3, n: counts[i] ?? 0 },
    { zone, need: "n1", back: 1, n: i === pair || i === pair + 1 ? 4 : 0 },
    { zone, need: "s0", back: i % 5, n: i === pair ? 5 : i === 7 - pair ? 4 : 0 },
    ...Array.from({ length: WEEKS }, (_, back) => ({
      zone,
      need: "n2",
      back,
      n: 2 + Math.floor(random() * 4),
    })),
  ]);
}

/** Rows of these truths, met in groups by two services on two days of the week. */
function rowsOf(truths: readonly Truth[], seed: number): Observation[] {
  const random = randomFrom(seed + 500);
  return truths.flatMap(({ zone, need, back, n }) =>
    Array.from({ length: n }, (_, i) => ({
      day: addDays(FIRST, 7 * (WEEKS - 1 - back) + (i % 2)),
      ...{ zone, need, slot: "morning", service: i % 2 ? "AA" : "BB", band: "5-9", key: keyFrom(random) },
    })),
  );
}

export type Gate = (strict: Tools["shown"], count: (cell: WindowCell) => number) => Tools["shown"];
const strictGate: Gate = (strict) => strict;
/** What must be caught: it shows every count as it is, and nothing is withheld. */
export const openGate: Gate = (_, count) => count;

export type Grown = {
  open: City;
  shown: Tools["shown"];
  count: (cell: WindowCell) => number;
  /** Reads the epoch (again) by another gate, and stores that. */
  readBy: (gate: Gate) => Promise<void>;
};

/** A city in which this was seen, its weeks closed and the last of them read. */
export async function grownCity(truths: readonly Truth[], seed: number): Promise<Grown> {
  const open = await openCity(network, rowsOf(truths, seed));
  await goOut(open, [FIRST, LAST]);
  await closeBy(open, `${addDays(LAST, 4)}T12:00:00Z`);
  const [ground, names] = [groundOf(network, SECRET), namesOf(network)];
  const weeks = weeksBefore(EPOCH, network.zones.length).map(({ id }) => id);
  const kept = await keptCounts(open.vault, weeks, names);
  const data = await epochData(open.published, { epoch: EPOCH, kept, names });
  const shown = shownWindow(ground)(data);
  const count = (cell: WindowCell) =>
    truths
      .filter(({ need, zone, back }) => need === cell.need && back < cell.weeks && inCell(cell, zone))
      .reduce((sum, { n }) => sum + n, 0);
  const random = (name: string) => randomOf(0, `${EPOCH}|${name}`);
  const readBy = (gate: Gate) =>
    store(open, readEpoch(inputMaker(ground)(data), { random, shown: gate(shown, count) }));
  await readBy(strictGate);
  return { open, shown, count, readBy };
}

const inCell = ({ zones }: WindowCell, zone: string) => zones?.includes(places.indexOf(zone)) ?? true;

const store = ({ published }: City, reading: Reading) =>
  run(
    published,
    sql`INSERT OR REPLACE INTO emerging VALUES (${reading.epoch}, 1, '{}', 'test', ${JSON.stringify(reading)})`,
  );

type Said = Pick<Grown, "shown" | "count">;
const windowOf = (need: string) => (need.startsWith("s") ? 5 : 3);
const indexes = (zones: readonly string[]) =>
  zones.length > 0 ? zones.map((id) => places.indexOf(id)) : null;

/** Where an answer says more than the gate would: one line for each. */
export function indiscretions(
  { states, findings }: Pick<Reading, "states" | "findings">,
  by: Said,
): string[] {
  const said = states.state.flatMap((state, i) => {
    const [need = "", zone] = [states.need[i], states.zone[i] ?? null];
    return tooMuch(state, { need, zone }, by) ? [`${need} in ${zone}: ${state}`] : [];
  });
  const found = findings.flatMap(({ kind, need, zones, weeks }) => {
    const cell = { need, zones: indexes(zones), weeks: weeks ?? windowOf(need) };
    const small = by.count(cell) < (kind === "zone" ? 5 : 10) || by.shown(cell) === null;
    return small ? [`${kind} of ${need} in ${zones}: ${by.count(cell)}`] : [];
  });
  return [...said, ...found];
}

function tooMuch(state: State, { need, zone }: { need: string; zone: string | null }, by: Said): boolean {
  if (state === "few" || state === "unknown") return false;
  const cell = { need, zones: indexes(zone === null ? [] : [zone]), weeks: windowOf(need) };
  const small = state !== "norm" && by.count(cell) < (zone === null ? 10 : 5);
  return small || by.shown(cell) === null;
}
