import { expect, test } from "vitest";
import { HOURS, hourAtPlace, inSlot, slotOf, stripPlace, weekdayOf, weekpartOf } from "../../domain/week.ts";

const SLOTS = [
  { id: "mattina", from: 6, to: 12 },
  { id: "pomeriggio", from: 12, to: 18 },
  { id: "sera", from: 18, to: 22 },
  { id: "notte", from: 22, to: 6 },
];
const hours = Array.from({ length: HOURS }, (_, hour) => hour);
const hour = (day: number, hourOfDay: number) => day * 24 + hourOfDay;

test("a night belongs to the day it began: Saturday 01:00 is Friday night, a weekday", () => {
  expect(weekdayOf(hour(5, 1), 6)).toBe(4);
  expect(slotOf(hour(5, 1), SLOTS).id).toBe("notte");
  expect(weekpartOf(hour(5, 1), 6)).toBe("weekday");
  expect(weekpartOf(hour(5, 6), 6)).toBe("weekend");
});

test("Monday before six is still Sunday, and closes the strip", () => {
  expect(weekdayOf(hour(0, 5), 6)).toBe(6);
  expect(weekpartOf(hour(0, 5), 6)).toBe("weekend");
  expect(stripPlace(hour(0, 5), 6)).toBe(HOURS - 1);
  expect(stripPlace(hour(0, 6), 6)).toBe(0);
});

test("every hour has one place on the strip and comes back from it", () => {
  expect(hours.map((one) => hourAtPlace(stripPlace(one, 6), 6))).toEqual(hours);
  expect(new Set(hours.map((one) => stripPlace(one, 6))).size).toBe(HOURS);
});

test("every hour lies in exactly one slot: 42 + 42 + 28 + 56 a week", () => {
  const count = (id: string) => hours.filter((one) => slotOf(one, SLOTS).id === id).length;
  expect(SLOTS.map(({ id }) => count(id))).toEqual([42, 42, 28, 56]);
  expect(hours.every((one) => SLOTS.filter((slot) => inSlot(slot, one % 24)).length === 1)).toBe(true);
});

test("an hour outside the week, or a slot nobody has, is refused with its value", () => {
  expect(() => weekdayOf(168, 6)).toThrow("168");
  expect(() => stripPlace(-1, 6)).toThrow("-1");
  expect(() => hourAtPlace(1.5, 6)).toThrow("1.5");
  expect(() => slotOf(3, SLOTS.slice(0, 3))).toThrow("hour 3");
});
