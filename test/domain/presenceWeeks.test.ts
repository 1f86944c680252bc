import { expect, test } from "vitest";
import { coverageOf } from "../../domain/coverage.ts";
import { mostly, presenceWeeks, serviceWeek } from "../../domain/presenceWeeks.ts";
import { effectiveHours, reliability } from "../../domain/stats/reliability.ts";
import { stripPlace } from "../../domain/week.ts";
import { bothWeeks, eitherWeek, lastWeeks, weekMask, weeksIn, weeksWithout } from "../../domain/weekMask.ts";
import { noHours } from "./noHours.ts";

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

test("reliability is the share of planned hours kept, one half before any are known", () => {
  expect(reliability({ confirmed: 3, declared: 5 })).toBeCloseTo(4 / 7, 12);
  expect(reliability({ confirmed: 0, declared: 0 })).toBe(0.5);
  expect(() => reliability({ confirmed: 3, declared: 2 })).toThrow("confirmed 3 of 2");
});

test("hours to count on are those observed, a recorded zero too; without a record the plan, discounted", () => {
  expect(effectiveHours(3, 8, 0.5)).toBe(3);
  expect(effectiveHours(0, 8, 0.5)).toBe(0);
  expect(effectiveHours(null, 8, 0.5)).toBe(4);
  expect(() => effectiveHours(null, 8, 1.5)).toThrow("reliability 1.5");
});

test("the week of a service in a zone counts its four states hour by hour, in the weeks its days lie in the period", () => {
  const answer = {
    ...{
      period: "2026-06",
      from: "2026-06-03",
      to: "2026-06-30",
      weeks: ["1", "2", "3", "4", "5"],
      ...noHours,
    },
    days: [0b11110, 31, 31, 31, 31, 31, 31],
    presence: {
      service: ["unit", "unit", "unit"],
      zone: ["harbour", "harbour", "harbour"],
      hour: [22, 46, 47],
      planned: [0b11111, 0b00011, 0],
      seen: [0b01101, 0b11110, 0b00100],
    },
    visits: { zone: [], slot: [], service: [], last: [] },
  };
  const slots = [
    { id: "day", from: 6, to: 22 },
    { id: "night", from: 22, to: 6 },
  ];
  const town = { zones: ["harbour"], services: ["unit"], slots, dayStart: 6, shelfLifeWeeks: 8 };
  const week = serviceWeek(
    coverageOf(answer, town, () => 0),
    { zone: "harbour", service: "unit" },
  );
  const at = (hour: number) =>
    week[stripPlace(hour, 6)] ?? { confirmed: 0, declaredOnly: 0, unplanned: 0, absent: 0 };
  expect(at(22)).toEqual({ confirmed: 2, declaredOnly: 2, unplanned: 0, absent: 0 });
  expect(at(46)).toEqual({ confirmed: 1, declaredOnly: 1, unplanned: 3, absent: 0 });
  expect(at(47)).toEqual({ confirmed: 0, declaredOnly: 0, unplanned: 1, absent: 4 });
  expect(at(3)).toEqual({ confirmed: 0, declaredOnly: 0, unplanned: 0, absent: 5 });
  expect([22, 46, 47, 3].map((hour) => mostly(at(hour)))).toEqual([
    "confirmed",
    "unplanned",
    "unplanned",
    "absent",
  ]);
  expect(mostly({ confirmed: 1, declaredOnly: 2, unplanned: 0, absent: 0 })).toBe("declaredOnly");
});
