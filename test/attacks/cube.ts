import {
  type City,
  city,
  closeBy,
  closeCity,
  keyFrom,
  type Observation,
  openCity,
  randomFrom,
} from "./city.ts";

export const SLOTS = ["morning", "afternoon", "evening", "night"];
export const ZONES = Array.from({ length: 8 }, (_, i) => `z${i}`);
export const NEEDS = Array.from({ length: 6 }, (_, i) => `n${i}`);
export const CLOSED = "2026-07-06T05:00:00Z";

/** A leaf of the cube: where, when, what; and how often it was really seen. */
export type Leaf = { zone: string; slot: string; need: string; n: number };

/** Every margin of zone × slot × need by quarter: the most a reader could be given. */
const margins = [
  [],
  ["zone"],
  ["slot"],
  ["need"],
  ["zone", "slot"],
  ["zone", "need"],
  ["slot", "need"],
  ["zone", "slot", "need"],
];
export const cubeCity = city({ views: { quarter: margins as never } });

/** Truths of which a good half are 0, 1 or 2, in equal parts, the others 5 … 24. */
export function truths(seed: number): Leaf[] {
  const random = randomFrom(seed);
  const draw = () => (random() < 0.3 ? Math.floor(random() * 3) : 5 + Math.floor(random() * 20));
  return ZONES.flatMap((zone) =>
    SLOTS.flatMap((slot) => NEEDS.map((need) => ({ zone, slot, need, n: draw() }))),
  );
}

/** Rows that make the truths, spread over the second quarter of 2026, by two services meeting groups. */
export function rowsOf(leaves: Leaf[], seed: number): Observation[] {
  const random = randomFrom(seed + 1000);
  return leaves.flatMap(({ zone, slot, need, n }) =>
    Array.from({ length: n }, (_, i) => ({
      day: new Date(Date.UTC(2026, 3, 1 + ((i * 13 + Math.floor(random() * 91)) % 91)))
        .toISOString()
        .slice(0, 10),
      ...{ zone, slot, need, service: i % 2 ? "AA" : "BB", band: "5-9", key: keyFrom(random) },
    })),
  );
}

/** Opens a city with these truths, closes its quarter, asks, and takes it away. */
export async function asked<T>(leaves: Leaf[], seed: number, ask: (open: City) => Promise<T>): Promise<T> {
  const open = await openCity(cubeCity, rowsOf(leaves, seed));
  try {
    await closeBy(open, CLOSED);
    return await ask(open);
  } finally {
    await closeCity(open);
  }
}
