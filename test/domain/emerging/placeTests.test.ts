import { expect, test } from "vitest";
import { cityMovement } from "../../../domain/emerging/cellAlarm.ts";
import type { NeedSeries } from "../../../domain/emerging/needSeries.ts";
import { talliesOf } from "../../../domain/emerging/needTallies.ts";
import { inAlarm, placeTests } from "../../../domain/emerging/placeTests.ts";
import { steady, town } from "./inventedTown.ts";

/** In the last three weeks zones 0 to 2 show six a week, the others four; before, all two. */
const cold = town({
  needs: [steady({ counts: (zone, back) => (back > 2 ? 2 : zone < 3 ? 6 : 4) })],
  zones: 12,
});

const ratioOf = (series: NeedSeries | undefined, aside: (zone: number) => boolean) => {
  const tallies = series ? talliesOf(series, cold.weeks.length) : [];
  return cityMovement(
    tallies,
    tallies.map((_, zone) => aside(zone)),
  )?.ratio;
};

test("a cold spell is the city's: no zone stands out, and the city's movement is of all its zones", () => {
  const [read] = placeTests(cold);
  expect(read?.zones.filter(inAlarm)).toEqual([]);
  expect(read?.city.moves).toBe(true);
  expect(read?.city.ratio).toBeCloseTo(ratioOf(cold.needs[0], () => false) ?? 0, 12);
  // set aside as they are in alarm before the movement is known, the three would make it look smaller
  expect(read?.city.ratio).toBeGreaterThan((ratioOf(cold.needs[0], (zone) => zone < 3) ?? 9) + 0.1);
});

test("a zone that grows far more than the city stays in alarm and out of the city's movement", () => {
  const counts = (zone: number, back: number) => (back > 2 ? 2 : zone === 5 ? 20 : 4);
  const both = town({ needs: [steady({ counts })], zones: 12 });
  const [read] = placeTests(both);
  expect(read?.zones.map(inAlarm)).toEqual(both.zones.map((_, zone) => zone === 5));
  expect(read?.city.ratio).toBeCloseTo(ratioOf(both.needs[0], (zone) => zone === 5) ?? 0, 12);
});

test("three zones of twelve that grow alone are no movement of the city", () => {
  const counts = (zone: number, back: number) => (back < 3 && zone < 3 ? 8 : 2);
  const [read] = placeTests(town({ needs: [steady({ counts })], zones: 12 }));
  expect(read?.zones.map(inAlarm)).toEqual(Array.from({ length: 12 }, (_, zone) => zone < 3));
  expect(read?.city.moves).toBe(false);
});
