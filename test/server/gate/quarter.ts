import { afterEach } from "vitest";
import { z } from "zod";
import { rows, sql } from "../../../server/db.ts";
import {
  type Cell,
  type City,
  city,
  closeCity,
  keyFrom,
  type Observation,
  openCity,
  randomFrom,
} from "../../attacks/city.ts";

const SLOTS = ["morning", "afternoon", "evening", "night"];
const QUARTER = {
  quarter: [
    ["zone", "slot", "need"],
    ["zone", "need"],
    ["zone"],
    ["parent"],
    ["group"],
    ["slot", "weekpart"],
    ["aim"],
    [],
  ],
} as const;
const open: City[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await closeCity(one);
});

export async function opened(...made: Parameters<typeof openCity>): Promise<City> {
  const one = await openCity(...made);
  open.push(one);
  return one;
}

/** Observations over the second quarter of 2026, services A, B, C in turn. */
export function quarter(count: number, seed: number, needs = ["n0", "n1", "n2", "s0"]): Observation[] {
  const random = randomFrom(seed);
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, i) => ({
    day: new Date(Date.UTC(2026, 3, 1 + Math.floor((i / count) * 91))).toISOString().slice(0, 10),
    slot: one(SLOTS),
    zone: one(["z0", "z1", "z5"]),
    service: one(["AA", "BB", "CC"]),
    need: one(needs),
    band: one(["1", "2-4"]),
    key: keyFrom(random),
  }));
}

export const views = (list: readonly (readonly string[])[]) => list.map((by) => [...by]) as never;
export const small = city({
  views: { quarter: views(QUARTER.quarter) },
  sensitive: { quarter: views([["zone", "need"], ["need"], []]) },
});
export const closedIn = async ({ published }: City) => {
  const closed = await rows(
    published,
    z.object({ period: z.string() }),
    sql`SELECT period FROM closed_period ORDER BY 1`,
  );
  return closed.map(({ period }) => period);
};
export const of = (cells: Cell[], view: string) => cells.filter((cell) => cell.view === view);
export const CLOSED = "2026-07-06T05:00:00Z";
