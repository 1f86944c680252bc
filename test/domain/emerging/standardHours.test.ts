import { expect, test } from "vitest";
import { type BaseSlot, standardWeights } from "../../../domain/emerging/standardHours.ts";

/** Two services with 1000 base hours each: one records twice as often. */
const careful: BaseSlot = { count: 400, hours: 1000 };
const sparing: BaseSlot = { count: 200, hours: 1000 };
const base = [careful, sparing];

/** What is expected of a window, by the base's records per hour. */
function expected(hours: number[], weights: number[]) {
  const exposure = (of: readonly number[]) => of.reduce((sum, h, i) => sum + h * (weights[i] ?? 0), 0);
  return (exposure(hours) * (careful.count + sparing.count)) / exposure(base.map((slot) => slot.hours));
}

test("a service that records twice as much and doubles its shifts is expected to record what it does", () => {
  const window = [200, 100];
  const recorded = 200 * 0.4 + 100 * 0.2;
  const raw = expected(window, [1, 1]);
  expect(recorded / raw).toBeCloseTo(1.11, 2);
  expect(Math.abs(recorded / expected(window, standardWeights(base)) - 1)).toBeLessThan(0.005);
});

test("a service that moves to its busy hours is expected to record more there", () => {
  const slots = [
    { count: 300, hours: 500 },
    { count: 100, hours: 500 },
  ];
  const [busy = 0, calm = 0] = standardWeights(slots);
  expect(busy / calm).toBeCloseTo(3, 0);
  expect(busy).toBeCloseTo((300 + 5) / (0.4 * 500 + 5), 12);
});

test("hours of which little is known are worth about the city's usual ones", () => {
  const [, few = 0, none] = standardWeights([careful, { count: 2, hours: 1 }, { count: 0, hours: 0 }]);
  expect(few).toBeGreaterThan(1);
  expect(few).toBeLessThan(1.5);
  expect(none).toBe(1);
});

test("nobody out in the base, or nothing recorded, weighs nobody differently", () => {
  expect(standardWeights([{ count: 0, hours: 0 }])).toEqual([1]);
  expect(standardWeights([{ count: 3, hours: 0 }])).toEqual([1]);
  expect(standardWeights([{ count: 0, hours: 8 }])).toEqual([1]);
  expect(standardWeights([])).toEqual([]);
});

test.each([
  [{ count: -1, hours: 1 }],
  [{ count: 1, hours: Number.NaN }],
  [{ count: 1, hours: Number.POSITIVE_INFINITY }],
])("%j is refused", (slot) => {
  expect(() => standardWeights([slot])).toThrow(RangeError);
});
