import { expect, test } from "vitest";
import { aliasTable } from "../../../../domain/stats/scan/aliasTable.ts";
import { binomialWeights } from "../../../../domain/stats/scan/binomialWeights.ts";
import { fewestReaching, logLikelihoodRatio } from "../../../../domain/stats/scan/likelihoodRatio.ts";
import { monteCarlo } from "../../../../domain/stats/scan/monteCarlo.ts";
import { decidedAt } from "../../../../domain/stats/scan/spaceTimeScan.ts";

/** The share of [0, 1) that leads to each place. */
function areas(weights: number[], steps = 1e6): number[] {
  const placeOf = aliasTable(weights);
  const area = weights.map(() => 0);
  for (let i = 0; i < steps; i++) {
    const place = placeOf((i + 0.5) / steps);
    area[place] = (area[place] ?? 0) + 1 / steps;
  }
  return area;
}

test.each([[[1]], [[3, 1]], [[0, 2, 0, 1]], [[0.1, 0.2, 0.7, 1e-3, 5]], [[1, 1, 1, 0]]])(
  "of the weights %j each is drawn as often as it weighs",
  (weights) => {
    const sum = weights.reduce((all, weight) => all + weight, 0);
    for (const [i, area] of areas(weights).entries()) {
      expect(Math.abs(area - (weights[i] ?? 0) / sum)).toBeLessThan(1e-5);
      if (weights[i] === 0) expect(area).toBe(0);
    }
  },
);

test("weights that are none are refused", () => {
  expect(() => aliasTable([1, -2])).toThrow("weights: -2");
  expect(() => aliasTable([0, 0])).toThrow("weights: all 0 of 2");
  expect(() => aliasTable([Number.NaN])).toThrow("weights: NaN");
  expect(() => binomialWeights(3, 1.5)).toThrow("share: 1.5");
});

/** SciPy 1.17.1 scipy.stats.binom.pmf. */
test.each([
  { trials: 10, share: 0.3, k: 3, p: 0.266827932 },
  { trials: 10, share: 0.3, k: 10, p: 5.9049e-6 },
  { trials: 1040, share: 6 / 52, k: 120, p: 0.0386933264 },
  { trials: 1040, share: 6 / 52, k: 170, p: 8.36330944e-7 },
  { trials: 5, share: 1, k: 5, p: 1 },
  { trials: 5, share: 0, k: 0, p: 1 },
])("$k of $trials trials of chance $share happen as often as $p", ({ trials, share, k, p }) => {
  const weights = binomialWeights(trials, share);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  expect((weights[k] ?? 0) / sum / p).toBeCloseTo(1, 6);
});

test("the fewest observations that reach a ratio reach it, and one less does not", () => {
  const expected = Float64Array.of(0.01, 0.5, 2, 2, 17.3, 40, 59.9);
  for (const ratio of [0.001, 1, 4.5, 20])
    for (const [i, fewest] of fewestReaching(ratio, expected, 60).entries()) {
      const mean = expected[i] ?? 0;
      const all = Array.from({ length: 61 }, (_, seen) => logLikelihoodRatio(seen, mean, 60) >= ratio);
      expect(fewest).toBe(all.includes(true) ? all.indexOf(true) : null);
    }
  expect(logLikelihoodRatio(60, 20, 60)).toBeCloseTo(60 * Math.log(3), 12);
});

test("a likelihood ratio asks for two observations, more than expected, and something to compare with", () => {
  expect([logLikelihoodRatio(1, 0.1, 9), logLikelihoodRatio(4, 4, 9), logLikelihoodRatio(4, 0, 9)]).toEqual([
    0, 0, 0,
  ]);
});

test("scans may stop as soon as p is sure to be more than the level, and no sooner", () => {
  expect(decidedAt(0.05, 999)).toBe(50);
  for (const level of [0.01, 0.05, 0.07, 0.29, 0.57])
    for (const replicates of [99, 199, 209, 999]) {
      const p = (reaching: number) => (1 + reaching) / (1 + replicates);
      expect(p(decidedAt(level, replicates))).toBeGreaterThan(level);
      expect(p(decidedAt(level, replicates) - 1)).toBeLessThanOrEqual(level);
    }
});

test("p counts the replicates that reach, the observed city among them, and may stop at a number of them", () => {
  const levels = [2, 0, 1, 2, 0, 0, 2, 2, 2];
  const replay = (options: { replicates: number; stopAt?: number }) => {
    const left = [...levels];
    return monteCarlo(2, options, () => left.shift() ?? Number.NaN);
  };
  expect(replay({ replicates: 9 })).toEqual([4 / 10, 5 / 10]);
  expect(replay({ replicates: 9, stopAt: 2 })).toEqual([3 / 6, 4 / 6]);
  expect(replay({ replicates: 9, stopAt: 4 })).toEqual([4 / 10, 5 / 10]);
  expect(replay({ replicates: 0 })).toEqual([1, 1]);
});
