import { describe, expect, test } from "vitest";
import { gradeOf } from "../../../domain/stats/grade.ts";
import { exactRateRatio, publishedRateRatio } from "../../../domain/stats/rateRatio.ts";
import { poissonTerm } from "../../../domain/stats/saddle.ts";
import { reference, relativeError } from "./reference.ts";

type Row = { y1: number; T1: number; y2: number; T2: number; rate_ratio: number | null };
type Expected = Row & { ci95: [number, number | null]; p_two_sided: number };
const rows: Expected[] = reference("poisson_rate_ratio_and_fdr").rate_ratios;

test.each(rows)("$y1 in $T1 h against $y2 in $T2 h agrees with R poisson.test", (row) => {
  const found = exactRateRatio({ count: row.y1, hours: row.T1 }, { count: row.y2, hours: row.T2 });
  if (row.rate_ratio === null) expect(found.ratio).toBeNull();
  else expect(found.ratio).toBeCloseTo(row.rate_ratio, 10);
  expect(relativeError(found.low, row.ci95[0])).toBeLessThan(1e-9);
  if (row.ci95[1] === null) expect(found.high).toBe(Number.POSITIVE_INFINITY);
  else expect(relativeError(found.high, row.ci95[1])).toBeLessThan(1e-9);
  expect(Math.abs(found.p - row.p_two_sided)).toBeLessThan(1e-10);
});

const sure = (shown: number, hours: number) => ({ shown, upTo: shown, variance: 0, hours });
const published = (shown: number, hours: number) => ({ ...sure(shown, hours), variance: 4 });

describe("published counts", () => {
  test("without perturbation have the exact interval", () => {
    const { p: _, ...exact } = exactRateRatio({ count: 25, hours: 100 }, { count: 60, hours: 140 });
    const found = publishedRateRatio(sure(25, 100), sure(60, 140));
    expect(found).toMatchObject(exact);
    expect(found?.p).toBeCloseTo(0.0272, 2);
  });

  test("are surer the greater they are, and less sure for being perturbed", () => {
    const wide = publishedRateRatio(published(12, 30), published(6, 30));
    const exact = publishedRateRatio(sure(12, 30), sure(6, 30));
    expect(wide?.ratio).toBe(exact?.ratio);
    expect(wide?.low).toBeLessThan(exact?.low ?? 0);
    expect(wide?.high).toBeGreaterThan(exact?.high ?? 0);
    expect(wide?.p).toBeGreaterThan(exact?.p ?? 1);
  });

  test("one way round or the other tell the same", () => {
    const [a, b] = [published(14, 30), { ...published(5, 90), upTo: 9 }];
    const [one, other] = [publishedRateRatio(a, b), publishedRateRatio(b, a)];
    expect(one?.low).toBeCloseTo(1 / (other?.high ?? 0), 12);
    expect(one?.ratio).toBeCloseTo(1 / (other?.ratio ?? 0), 12);
    expect(one?.p).toBeCloseTo(other?.p ?? 0, 12);
  });

  test("with a withheld part reach from the least to the most", () => {
    const [shown, held] = [published(10, 30), { ...published(10, 30), upTo: 18 }];
    const [plain, range] = [publishedRateRatio(shown, shown), publishedRateRatio(held, shown)];
    expect(range?.low).toBe(plain?.low);
    expect(range?.high).toBeGreaterThan(plain?.high ?? 0);
    const both = publishedRateRatio({ ...shown, upTo: 30 }, { ...shown, upTo: 30 });
    expect(both?.p).toBe(1);
    expect(publishedRateRatio(published(20, 30), { ...sure(0, 30), upTo: 4 })?.low).toBeGreaterThan(1);
  });

  test("have an 80 % interval within the 95 % one, and the same p", () => {
    const [narrow, wide] = ([80, 95] as const).map((held) =>
      publishedRateRatio(published(40, 30), published(20, 30), held),
    );
    expect(narrow?.low).toBeGreaterThan(wide?.low ?? 9);
    expect(narrow?.high).toBeLessThan(wide?.high ?? 0);
    expect(narrow?.p).toBe(wide?.p);
    // SciPy: beta.ppf(.1, 40, 21) and beta.ppf(.9, 41, 20), each as odds
    const plain = publishedRateRatio(sure(40, 30), sure(20, 30), 80);
    expect([plain?.low, plain?.high]).toEqual([
      expect.closeTo(1.3637745503, 6),
      expect.closeTo(2.962192124, 6),
    ]);
  });

  test("are not compared where nobody was, or with fewer than five events", () => {
    expect(publishedRateRatio(published(20, 0), published(20, 5))).toBeNull();
    expect(publishedRateRatio(sure(2, 10), sure(2, 10))).toBeNull();
  });
});

/** The share of true and perturbed counts, by their probability, whose interval holds the true ratio of rates. */
function coverage(night: number, day: number): number {
  const noise = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6];
  const bell = noise.map((v) => Math.exp((-v * v) / 8));
  const total = bell.reduce((a, b) => a + b, 0);
  const shownAs = (mean: number) => {
    const odds = new Map<number, number>();
    for (let n = 0; n < mean + 8 * Math.sqrt(mean); n++) {
      noise.forEach((v, i) => {
        odds.set(n + v, (odds.get(n + v) ?? 0) + (poissonTerm(n, mean) * (bell[i] ?? 0)) / total);
      });
    }
    return [...odds].filter(([m, p]) => m >= 5 && p > 1e-5);
  };
  let [held, all] = [0, 0];
  for (const [m, p] of shownAs(night)) {
    for (const [k, q] of shownAs(day)) {
      const found = publishedRateRatio(published(m, 1), published(k, 1));
      all += p * q;
      if (found && found.low <= night / day && found.high >= night / day) held += p * q;
    }
  }
  return held / all;
}

test.each([
  [12, 12],
  [20, 40],
  [60, 15],
])("95 % intervals hold the truth of %i against %i in 94 % of cases or more", (night, day) => {
  expect(coverage(night, day)).toBeGreaterThan(0.94);
});

test("words: sure, likely, alike, cannot tell, too few", () => {
  const ratio = (low: number, high: number) => ({ ratio: 1, low, high, p: 0.5 });
  expect(gradeOf(ratio(1.6, 9), 0.01)).toBe("almost_certain");
  expect(gradeOf(ratio(1.01, 9), 0.12)).toBe("likely");
  expect(gradeOf(ratio(0.2, 5), 0.9)).toBe("maybe_alike");
  expect(gradeOf(ratio(0.8, 1.2), 0.9)).toBe("alike");
  expect(gradeOf(null, null)).toBe("too_few");
});

test("counts and hours that are none are refused", () => {
  expect(() => exactRateRatio({ count: 1.5, hours: 1 }, { count: 1, hours: 1 })).toThrow("count: 1.5");
  expect(() => exactRateRatio({ count: 1, hours: 0 }, { count: 1, hours: 1 })).toThrow("hours: 0 and 1");
  expect(() => publishedRateRatio({ ...sure(9, 1), upTo: 8 }, sure(9, 1))).toThrow("shown 9, up to 8");
});
