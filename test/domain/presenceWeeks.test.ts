import { expect, test } from "vitest";
import { keptHours, presenceWeeks } from "../../domain/presenceWeeks.ts";
import { effectiveHours, RELIABILITY_WEEKS, reliability } from "../../domain/stats/reliability.ts";
import { bothWeeks, eitherWeek, lastWeeks, weekMask, weeksIn, weeksWithout } from "../../domain/weekMask.ts";

const weeks = (...list: number[]) => weekMask(list.reduce((sum, week) => sum + 2 ** week, 0));

test("masks join, meet and part beyond the 32nd week", () => {
  const [a, b] = [weeks(0, 31, 40, 52), weeks(31, 32, 52)];
  expect(weeksIn(eitherWeek(a, b))).toEqual([0, 31, 32, 40, 52]);
  expect(weeksIn(bothWeeks(a, b))).toEqual([31, 52]);
  expect(weeksIn(weeksWithout(a, b))).toEqual([0, 40]);
  expect(weeksIn(lastWeeks(54, 3))).toEqual([51, 52, 53]);
  expect(weeksIn(lastWeeks(2, 8))).toEqual([0, 1]);
});

test("every week is confirmed, declared only, unplanned or absent", () => {
  const found = presenceWeeks({ planned: weeks(0, 1, 9), seen: weeks(1, 2) }, weeks(0, 1, 2, 3));
  expect(Object.values(found).map(weeksIn)).toEqual([[1], [0], [2], [3]]);
});

test("reliability is the share of planned hours kept in the last eight weeks, one half before any are known", () => {
  const cells = [
    { planned: weeks(0, 1, 2, 3, 9), seen: weeks(0, 9) },
    { planned: weeks(2, 3), seen: weeks(2, 3, 4) },
  ];
  const kept = keptHours(cells, lastWeeks(10, RELIABILITY_WEEKS));
  expect(kept).toEqual({ confirmed: 3, declared: 5 });
  expect(reliability(kept)).toBeCloseTo(4 / 7, 12);
  expect(reliability({ confirmed: 0, declared: 0 })).toBe(0.5);
  expect(() => reliability({ confirmed: 3, declared: 2 })).toThrow("confirmed 3 of 2");
});

test("hours to count on are those observed, a recorded zero too; without a record the plan, discounted", () => {
  expect(effectiveHours(3, 8, 0.5)).toBe(3);
  expect(effectiveHours(0, 8, 0.5)).toBe(0);
  expect(effectiveHours(null, 8, 0.5)).toBe(4);
  expect(() => effectiveHours(null, 8, 1.5)).toThrow("reliability 1.5");
});
