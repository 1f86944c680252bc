import { expect, test } from "vitest";
import { hasWeek, popcount, weekCount, weekMask, weeksIn } from "../../domain/weekMask.ts";

test("a year of weeks survives: bits beyond 32 are kept where shifts would lose them", () => {
  const bits = 2 ** 0 + 2 ** 31 + 2 ** 32 + 2 ** 52;
  const mask = weekMask(bits);
  expect(weekCount(mask)).toBe(4);
  expect(weeksIn(mask)).toEqual([0, 31, 32, 52]);
  expect(hasWeek(mask, 33)).toBe(false);
  expect(weekCount(weekMask(2 ** 53 - 1))).toBe(53);
});

test("popcount counts every bit of a half", () => {
  expect([0, 1, 0x80000000, 0xffffffff, 0x55555555].map(popcount)).toEqual([0, 1, 1, 32, 16]);
});

test("what is no set of weeks is refused with its value", () => {
  expect(() => weekMask(-1)).toThrow("week mask: -1");
  expect(() => weekMask(1.5)).toThrow(RangeError);
  expect(() => weekMask(2 ** 54)).toThrow(RangeError);
});
