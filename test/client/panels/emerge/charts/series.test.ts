import { expect, test } from "vitest";
import {
  bandOf,
  endsOf,
  rateOf,
  trendLine,
  usualRate,
  weeklyHours,
} from "../../../../../client/panels/emerge/charts/point.ts";
import {
  type CellRule,
  cityPoints,
  ruleOf,
  zonePoints,
} from "../../../../../client/panels/emerge/charts/series.ts";
import { series, ZONES } from "./chartSample.ts";

const rule: CellRule = { threshold: 5, variance: 4 };
const together = zonePoints(series, { need: "solitudine", zones: ZONES }, rule);

test("a week is the published count over its hours, per 10 hours", () => {
  const [first] = cityPoints(series, "abitare", rule);
  expect(first).toMatchObject({ from: "2026-05-04", to: "2026-05-11", seen: "known", shown: 8, upTo: 8 });
  expect(first && rateOf(first)).toBeCloseTo(0.8, 12);
  expect(first && weeklyHours(first)).toBe(100);
});

test("a withheld week is somewhere under the threshold, never zero", () => {
  const withheld = cityPoints(series, "abitare", rule)[10];
  expect(withheld).toMatchObject({ seen: "withheld", shown: 0, upTo: 4, hours: 100 });
  expect(withheld && rateOf(withheld)).toBeNull();
  expect(withheld && endsOf(withheld)).toEqual({ from: 0, to: 0.4 });
  expect(withheld && bandOf(withheld)).toBeNull();
});

test("a week in which nobody could see it is unknown, and so is one that was never closed", () => {
  const points = cityPoints(series, "abitare", rule);
  expect(points[15]).toMatchObject({ seen: "unknown", hours: 0 });
  const { weeks, city, ...rest } = series;
  const gap = city.map((one) => ({
    ...one,
    from: one.from.toSpliced(3, 1),
    values: one.values.toSpliced(3, 1),
    hours: one.hours.toSpliced(3, 1),
  }));
  const broken = cityPoints({ ...rest, weeks, city: gap }, "abitare", rule);
  expect(broken).toHaveLength(points.length);
  expect(broken[3]).toMatchObject({ from: points[3]?.from, seen: "unknown" });
  expect(broken[4]).toEqual(points[4]);
});

test("zones together are the sum of their cells; a withheld one makes it a range", () => {
  expect(together[0]).toMatchObject({
    from: "2025-11-01",
    to: "2025-12-01",
    shown: 20,
    upTo: 20,
    hours: 100,
  });
  expect(together[0]?.variance).toBe(8);
  expect(together[4]).toMatchObject({ seen: "known", shown: 14, upTo: 18, variance: 4, hours: 100 });
  const alone = zonePoints(series, { need: "solitudine", zones: ["centro"] }, rule);
  expect(alone[4]?.seen).toBe("withheld");
});

test("a zone in which nobody was adds no withheld count", () => {
  const unseen = series.zones.map((one) =>
    one.zone === "centro"
      ? { ...one, values: one.values.map(() => null), hours: one.hours.map(() => 0) }
      : one,
  );
  const points = zonePoints({ ...series, zones: unseen }, { need: "solitudine", zones: ZONES }, rule);
  expect(points[4]).toMatchObject({ seen: "known", shown: 14, upTo: 14, hours: 50 });
});

test("hours of a month are told by the week", () => {
  const [november] = together;
  expect(november && weeklyHours(november)).toBeCloseTo((100 / 30) * 7, 12);
});

// SciPy 1.17.1: 10 * gamma.ppf([.1, .9], 10.5 * 10.5 / 14.5, scale=14.5 / 10.5 / 100)
test("the band holds 8 in 10 of what a published count allows, noise included", () => {
  const band = bandOf({ ...cell, shown: 10, upTo: 10, variance: 4, hours: 100 });
  expect(band?.low).toBeCloseTo(0.60102375, 8);
  expect(band?.high).toBeCloseTo(1.55793774, 8);
});

const cell = { from: "2026-05-04", to: "2026-05-11", seen: "known" as const };

test("what is usual is all that was seen over all the hours, the unsaid left out", () => {
  const points = cityPoints(series, "solitudine", rule).slice(0, 26);
  expect(usualRate(points)).toBeCloseTo(1, 12);
  expect(usualRate(points.map((point) => ({ ...point, seen: "unknown" as const })))).toBeNull();
});

test("a slow trend is a straight line through the months, whatever one of them says", () => {
  const line = trendLine(zonePoints(series, { need: "abitare", zones: ["ravennate"] }, rule));
  expect(line?.first).toBeCloseTo(2, 12);
  expect(line?.last).toBeCloseTo(4.2, 12);
  expect(trendLine(together.slice(0, 2))).toBeNull();
});

test("sensitive needs are withheld and changed by their own rule", () => {
  const network = {
    threshold: 5,
    sensitive_threshold: 10,
    perturbation: { V: 4 },
    sensitive_perturbation: { V: 6 },
  };
  expect(ruleOf(network, true)).toEqual({ threshold: 10, variance: 6 });
  const [first] = cityPoints(series, "azzardo", ruleOf(network, true));
  expect(first).toMatchObject({ seen: "withheld", upTo: 9, to: "2025-12-01" });
});
