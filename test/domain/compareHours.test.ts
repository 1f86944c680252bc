import { expect, test } from "vitest";
import {
  clockStretches,
  compareHours,
  dayAndNight,
  needBreaks,
  type PeriodSource,
  ratioStep,
} from "../../domain/compareHours.ts";

const zones = ["harbour", "hill", "mill"];
const slots = ["mattina", "notte"];

/** Published zones by slot, and the presence hours there: `[zone, morning, night]`. */
function source(cells: [string, number | null, number | null][], hours: [string, number, number][]) {
  const flat = <T>(rows: [string, T, T][]) =>
    rows.flatMap(([zone, morning, night]) => [
      { zone, slot: "mattina", value: morning },
      { zone, slot: "notte", value: night },
    ]);
  const [views, spent] = [flat(cells), flat(hours)];
  return {
    period: {
      id: "2026-Q3",
      kind: "quarter",
      from: "2026-07-01",
      to: "2026-09-30",
      closed_at: "2026-10-05T04:00:00Z",
      views: [
        {
          view: "zone×slot",
          by: ["zone", "slot"],
          zone: views.map(({ zone }) => zone),
          slot: views.map(({ slot }) => slot),
          value: views.map(({ value }) => value),
        },
      ],
    },
    presence: {
      hours: {
        zone: spent.map(({ zone }) => zone),
        slot: spent.map(({ slot }) => slot),
        weekpart: spent.map(() => "weekday"),
        service: spent.map(() => "night"),
        hours: spent.map(({ value }) => value),
      },
    },
    competent: null,
    rules: {
      needs: [{ id: "housing", sensitive: false }],
      ...{ threshold: 5, sensitiveThreshold: 10, variance: 4, sensitiveVariance: 6 },
    },
  } satisfies PeriodSource;
}

const asked = { a: ["mattina"], b: ["notte"], needs: null };
const compared = (...of: Parameters<typeof source>) => compareHours(source(...of), asked, zones);

test("a zone with four times the rate at night is almost certainly worse at night", () => {
  const found = compared(
    [
      ["harbour", 40, 80],
      ["hill", 30, 28],
      ["mill", 20, null],
    ],
    [
      ["harbour", 200, 100],
      ["hill", 100, 100],
      ["mill", 100, 100],
    ],
  );
  const [harbour, hill, mill] = found?.zones ?? [];
  expect(harbour).toMatchObject({ a: { rate: 2 }, b: { rate: 8 }, grade: "almost_certain", step: 6 });
  expect(harbour?.ratio?.ratio).toBeCloseTo(4, 12);
  expect(harbour?.ratio?.low).toBeGreaterThan(2);
  expect(hill?.step).toBe(3);
  expect(mill).toMatchObject({
    b: { shown: 0, upTo: 4, rate: null, missing: "small" },
    ratio: null,
    q: null,
    grade: "too_few",
    step: null,
  });
});

test("nobody there at night is not known, which is not little need", () => {
  const found = compared(
    [
      ["harbour", 40, 80],
      ["hill", 30, 12],
      ["mill", 20, 9],
    ],
    [
      ["harbour", 200, 100],
      ["hill", 100, 0],
      ["mill", 100, 100],
    ],
  );
  expect(found?.zones[1]).toMatchObject({
    b: { hours: 0, rate: null, missing: "no_hours" },
    grade: "too_few",
  });
});

test("the interval is wider than that of true counts, for the perturbation is in it", () => {
  const one = source([["harbour", 40, 80]], [["harbour", 200, 100]]);
  const exact = { ...one, rules: { ...one.rules, variance: 0 } };
  const width = (of: PeriodSource) => {
    const ratio = compareHours(of, asked, ["harbour"])?.zones[0]?.ratio;
    return Math.log((ratio?.high ?? 0) / (ratio?.low ?? 1));
  };
  expect(width(one)).toBeGreaterThan(width(exact));
});

test("a period that does not publish zones by slot answers nothing, and says so by null", () => {
  const none = { ...source([], []), period: { ...source([], []).period, views: [] } };
  expect(compareHours(none, asked, zones)).toBeNull();
});

test("the same slot in both sets is refused by name", () => {
  const question = { a: slots, b: ["notte"], needs: null };
  expect(() => compareHours(source([], []), question, zones)).toThrow('slot "notte"');
  expect(() => compareHours(source([], []), { ...question, b: [] }, zones)).toThrow("without a slot");
});

test.each([
  [0.2, 0],
  [1 / 3, 0],
  [0.5, 1],
  [0.502, 1],
  [0.9, 2],
  [1.6, 4],
  [2, 5],
  [3, 6],
  [null, 6],
])("%s times is class %s", (ratio, step) => {
  expect(ratioStep({ ratio, low: 0, high: 1, p: 0.01 }, "almost_certain")).toBe(step);
  expect(ratioStep({ ratio, low: 0, high: 1, p: 0.5 }, "maybe_alike")).toBe(3);
});

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

test("both maps break at the same round numbers, around the network's own rate", () => {
  const side = { shown: 100, upTo: 100, variance: 4, hours: 500, rate: 2, upTo10: 2, missing: null };
  expect(needBreaks({ a: side, b: side })).toEqual([1, 1.6, 2.5, 4]);
  expect(needBreaks({ a: { ...side, hours: 0 }, b: { ...side, hours: 0 } })).toBeNull();
});
