import { expect, test } from "vitest";
import { clockStretches, dayAndNight } from "../../../domain/compare/hourSets.ts";

const day = [
  { id: "mattina", from: 6, to: 12 },
  { id: "pomeriggio", from: 12, to: 18 },
  { id: "sera", from: 18, to: 22 },
  { id: "notte", from: 22, to: 6 },
];

test("night is the slot that crosses midnight, day all others", () => {
  expect(dayAndNight(day)).toEqual({ a: ["mattina", "pomeriggio", "sera"], b: ["notte"] });
  expect(dayAndNight(day.slice(0, 2))).toEqual({ a: ["mattina"], b: ["pomeriggio"] });
});

test("slots that touch are one stretch, around midnight and morning too", () => {
  expect(clockStretches(day, ["mattina", "pomeriggio", "sera"])).toEqual([{ from: 6, to: 22 }]);
  expect(clockStretches(day, ["mattina", "sera"])).toEqual([
    { from: 6, to: 12 },
    { from: 18, to: 22 },
  ]);
  expect(clockStretches(day, ["mattina", "notte"])).toEqual([{ from: 22, to: 12 }]);
});
