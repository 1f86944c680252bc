import { afterAll, bench, describe } from "vitest";
import { randomOf } from "../server/simulate/random.ts";
import { type Told, toldOf } from "./emergingRuns.ts";
import { faults, type Row, table } from "./emergingTable.ts";
import { type Change, simulatedCity } from "./simulatedCity.ts";

/** A line of the table is made of so many; CITIES=400 for surer ones. */
const CITIES = Number(process.env["CITIES"] ?? 200);

/** Those of methods A4, over its 23 base weeks and over ours. */
const REPLAYED: Change[] = ["even", "surge", "three", "one"];
const OURS: Change[] = [...REPLAYED, "surge_keen", "surge_busy", "cold"];
const SIZES = [12, 30].flatMap((zones) => [0.5, 2].map((weekly) => ({ zones, weekly })));

const rows: Row[] = [];
afterAll(() => {
  console.info(table(rows));
  const wrong = faults(rows);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
});

describe("made-up cities are read, one of each size a round", () => {
  for (const change of REPLAYED) read(change, 23);
  for (const change of OURS) read(change, 26);
});

function read(change: Change, base: number): void {
  const own = SIZES.map((size) => ({ scenario: { ...size, base, change }, told: [] as Told[] }));
  rows.push(...own);
  bench(
    `${base} + 3 weeks, ${change}`,
    () => {
      for (const { scenario, told } of own) {
        if (told.length === CITIES) continue;
        const name = `${scenario.zones} ${scenario.weekly} ${base} ${change}`;
        told.push(toldOf(simulatedCity(scenario, randomOf(told.length, name)), told.length));
      }
    },
    { iterations: CITIES, warmupIterations: 0, time: 0, warmupTime: 0 },
  );
}
