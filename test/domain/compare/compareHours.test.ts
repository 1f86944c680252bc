import { expect, test } from "vitest";
import type { PeriodSource } from "../../../domain/compare/comparedPlace.ts";
import { compareHours, compareNeeds, comparePeriods } from "../../../domain/compare/compareHours.ts";
import { parsePeriod } from "../../../domain/period.ts";

const zones = ["harbour", "hill", "mill"];
const slots = ["mattina", "notte"];

/** Published zones by slot, and the presence hours there: `[zone, morning, night]`. */
function source(
  cells: [string, number | null, number | null][],
  hours: [string, number, number][],
  period = parsePeriod("2026-Q3"),
) {
  const flat = <T>(rows: [string, T, T][]) =>
    rows.flatMap(([zone, morning, night]) => [
      { zone, slot: "mattina", value: morning },
      { zone, slot: "notte", value: night },
    ]);
  const [views, spent] = [flat(cells), flat(hours)];
  return {
    period: {
      ...period,
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
    services: [{ id: "night", needs: ["housing"] }],
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

const spring = (...[cells, hours]: [Parameters<typeof source>[0], Parameters<typeof source>[1]]) =>
  source(cells, hours, parsePeriod("2026-Q2"));
const evenHours: [string, number, number][] = zones.map((zone) => [zone, 100, 100]);

test("need that doubles while presence halves has grown four times, by each period's own hours", () => {
  const before = spring([["harbour", 40, 40]], [["harbour", 200, 200]]);
  const after = source([["harbour", 80, 80]], [["harbour", 100, 100]]);
  const night = { slots: ["notte"], needs: null };
  const found = comparePeriods({ before, after }, night, ["harbour"]);
  expect(found?.zones[0]).toMatchObject({
    a: { shown: 40, hours: 200, rate: 2 },
    b: { shown: 80, hours: 100, rate: 8 },
    grade: "almost_certain",
    step: 6,
  });
  expect(found?.zones[0]?.ratio?.ratio).toBeCloseTo(4, 12);
});

test("over every hour the zones' own cells are read, not sums of slots", () => {
  const withZones = (of: ReturnType<typeof source>, value: number) => ({
    ...of,
    period: {
      ...of.period,
      views: [...of.period.views, { view: "zone", by: ["zone" as const], zone: ["harbour"], value: [value] }],
    },
  });
  const before = withZones(spring([["harbour", 40, 40]], [["harbour", 100, 100]]), 81);
  const after = withZones(source([["harbour", 40, 40]], [["harbour", 100, 100]]), 79);
  const found = comparePeriods({ before, after }, { slots: null, needs: null }, ["harbour"]);
  expect(found?.zones[0]).toMatchObject({
    a: { shown: 81, variance: 4, hours: 200 },
    b: { shown: 79, variance: 4, hours: 200 },
    step: 3,
  });
});

test("before comes before, and is of the same kind", () => {
  const [after, before] = [source([], evenHours), spring([], evenHours)];
  const ask = { slots: null, needs: null };
  expect(() => comparePeriods({ before: after, after }, ask, zones)).toThrow('before: "2026-Q3"');
  expect(() => comparePeriods({ before: after, after: before }, ask, zones)).toThrow('before "2026-Q2"');
  const june = source([], evenHours, parsePeriod("2026-06"));
  expect(() => comparePeriods({ before: june, after }, ask, zones)).toThrow("expected a quarter");
});

test("a zone is told need by need where needs are published one by one, each by its own competent hours", () => {
  const of = (housing: number, food: number): PeriodSource => {
    const base = source([], [["harbour", 0, 100]]);
    return {
      ...base,
      period: {
        ...base.period,
        views: [
          {
            ...{ view: "zone×slot×need", by: ["zone", "slot", "need"] },
            ...{ zone: ["harbour", "harbour"], slot: ["notte", "notte"], need: ["housing", "food"] },
            value: [housing, food],
          },
        ],
      },
      rules: { ...base.rules, needs: ["housing", "food"].map((id) => ({ id, sensitive: false })) },
    };
  };
  const sides = [of(20, 20), of(80, 20)].map((side) => ({ source: side, slots: ["notte"] }));
  const [a, b] = sides;
  const found = a && b && compareNeeds([a, b], "harbour", ["housing", "food", "unheard"]);
  expect(found).toMatchObject([
    { need: "housing", zone: "harbour", ratio: { ratio: 4 }, grade: "almost_certain" },
    { need: "food", a: { hours: 0, missing: "no_hours" }, ratio: null, grade: "too_few" },
  ]);
  expect(a && b && compareNeeds([a, b], "mill", ["housing"])).toBeNull();
});
