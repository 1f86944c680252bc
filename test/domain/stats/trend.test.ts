import { describe, expect, test } from "vitest";
import { mannKendall } from "../../../domain/stats/mannKendall.ts";
import { senSlope } from "../../../domain/stats/senSlope.ts";
import { reference, relativeError } from "./reference.ts";

type Expected = {
  trend_pkg: { S: number; varS: number; tau: number | null; Z_cc: number | null; p_two_sided: number | null };
  sens_slope: { slope: number };
};
// Of each series also the variants for autocorrelation are there (Hamed–Rao, Yue–Wang, pre-whitening): not offered, since
// they need 40 values and more, and a trend here has 24 months at most.
const series: { name: string; x: number[]; expected: Expected }[] = reference("mann_kendall_series").series;

describe.each(series)("$name", ({ x, expected: { trend_pkg, sens_slope } }) => {
  const found = mannKendall(x);

  test("has the S, variance, tau, Z and p of R trend::mk.test", () => {
    expect(found.s).toBe(trend_pkg.S);
    expect(found.variance).toBeCloseTo(trend_pkg.varS, 6);
    if (trend_pkg.p_two_sided === null) {
      expect(found).toMatchObject({ tau: null, z: null, p: null });
      return;
    }
    expect(found.tau).toBeCloseTo(trend_pkg.tau ?? 9, 10);
    expect(found.z).toBeCloseTo(trend_pkg.Z_cc ?? 9, 10);
    expect(relativeError(found.p ?? 9, trend_pkg.p_two_sided)).toBeLessThan(1e-10);
  });

  test("has the slope of R trend::sens.slope, wherever its months begin", () => {
    expect(senSlope(x)).toBeCloseTo(sens_slope.slope, 10);
    const months = x.map((_, i) => 24_300 + i);
    expect(senSlope(x, months)).toBeCloseTo(sens_slope.slope, 10);
  });
});

test("too few values, or all equal, are no trend and have no p", () => {
  for (const values of [[], [1], [1, 2], [3, 3, 3, 3]]) {
    expect(mannKendall(values)).toMatchObject({ z: null, tau: null, p: null });
  }
  expect(mannKendall([1, 2, 3]).p).toBeGreaterThan(0.2);
});

test("a series read backwards has the same p and the opposite sign", () => {
  const x = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
  const [forth, back] = [mannKendall(x), mannKendall([...x].reverse())];
  expect(back.s).toBe(-forth.s);
  expect(back.p).toBe(forth.p);
  expect(back.tau).toBe(-(forth.tau ?? 0));
});

test("missing months do not bend a slope: a line keeps its slope whatever is left out", () => {
  const at = [0, 1, 2, 5, 6, 9, 11];
  const line = at.map((month) => 4 + 0.25 * month);
  expect(senSlope(line, at)).toBeCloseTo(0.25, 12);
  expect(senSlope(line)).toBeGreaterThan(0.3);
  // SciPy 1.17: stats.theilslopes(x, at).slope
  expect(senSlope([2.7, 1.8, 2.8, 1.8, 2.8, 4.5, 9], at)).toBeCloseTo(0.3375, 12);
});

test("a slope needs two values", () => {
  expect(senSlope([])).toBeNull();
  expect(senSlope([7])).toBeNull();
  expect(senSlope([7, 9], [3, 7])).toBe(0.5);
});

test("what is no series is refused with its value", () => {
  expect(() => mannKendall([1, Number.NaN, 2])).toThrow("value: NaN");
  expect(() => senSlope([1, Number.POSITIVE_INFINITY])).toThrow("value: Infinity");
  expect(() => senSlope([1, 2, 3], [0, 1])).toThrow("3 values at 2 places");
  expect(() => senSlope([1, 2], [4, 4])).toThrow("place 1: 4 (expected rising)");
});
