import { describe, expect, test } from "vitest";
import { perturbationTable, publishedValue } from "../../../domain/cellKey.ts";
import { betaTails } from "../../../domain/stats/beta.ts";
import { gammaTails } from "../../../domain/stats/gamma.ts";
import { chanceAbove, needRate, rateQuantile } from "../../../domain/stats/needRate.ts";
import { ratePrior, slotPrior, type Tally } from "../../../domain/stats/ratePrior.ts";
import { poissonTerm } from "../../../domain/stats/saddle.ts";
import { reference, relativeError } from "./reference.ts";

const alarm = reference("alarm_effort_adjusted_14zones");
const base: Tally[] = alarm.zones.map((_: string, i: number) => ({
  count: alarm.base_count[i],
  hours: alarm.base_hours[i],
  variance: 0,
}));
const exactly = (count: number, hours: number) => ({ shown: count, upTo: count, variance: 0, hours });

describe("the prior of the rates", () => {
  test("agrees with R on 14 zones, one of them without hours", () => {
    const prior = ratePrior(base);
    const { r, s2, a, b } = alarm.expected;
    expect(relativeError(prior?.r ?? 0, r)).toBeLessThan(1e-10);
    expect(relativeError(prior?.s2 ?? 0, s2)).toBeLessThan(1e-10);
    expect(relativeError(prior?.gamma.shape ?? 0, a)).toBeLessThan(1e-10);
    expect(relativeError(prior?.gamma.rate ?? 0, b)).toBeLessThan(1e-10);
  });

  test("is narrow when zones differ no more than by chance, and never wider than half an event", () => {
    const same = [1, 2, 3].map((k) => ({ count: 10 * k, hours: 100 * k, variance: 0 }));
    expect(ratePrior(same)?.gamma).toEqual({ shape: 50, rate: expect.closeTo(500, 9) });
    const unlike = [0, 0, 0, 0, 400].map((count) => ({ count, hours: 100, variance: 0 }));
    expect(ratePrior(unlike)?.gamma.shape).toBe(0.5);
  });

  test("does not take the perturbation for a difference between zones", () => {
    const perturbed = base.map((tally) => ({ ...tally, variance: 4 }));
    expect(ratePrior(perturbed)?.s2).toBeLessThan(ratePrior(base)?.s2 ?? 0);
  });

  test("says nothing where nobody was, from one zone, or without a need", () => {
    expect(ratePrior([])).toBeNull();
    expect(ratePrior([{ count: 0, hours: 0, variance: 0 }])).toBeNull();
    expect(ratePrior([{ count: 9, hours: 10, variance: 0 }])).toBeNull();
    expect(ratePrior(base.map(({ hours }) => ({ count: 0, hours, variance: 0 })))).toBeNull();
    expect(() => ratePrior([{ count: -1, hours: 1, variance: 0 }])).toThrow("tally: count -1");
  });

  test("of a slot in which fewer than five zones had anybody is that of all slots", () => {
    expect(slotPrior(base.slice(0, 5), base)).toEqual(ratePrior(base));
    expect(slotPrior(base.slice(0, 6), base)).toEqual(ratePrior(base.slice(0, 6)));
  });
});

describe("the rate of a need", () => {
  const prior = ratePrior(base);

  test("has the quantiles of R qgamma over base and window together", () => {
    const { rate_q10, rate_median, rate_q90, p_rate_gt_2r, r } = alarm.expected;
    alarm.zones.forEach((_: string, i: number) => {
      const [y, h] = [alarm.base_count[i] + alarm.now_count[i], alarm.base_hours[i] + alarm.now_hours[i]];
      const rate = needRate(exactly(y, h), prior);
      expect(rate.state).toBe("known");
      expect(relativeError(rateQuantile(rate, 0.1) ?? 0, rate_q10[i])).toBeLessThan(1e-9);
      expect(relativeError(rateQuantile(rate, 0.5) ?? 0, rate_median[i])).toBeLessThan(1e-9);
      expect(relativeError(rateQuantile(rate, 0.9) ?? 0, rate_q90[i])).toBeLessThan(1e-9);
      const above = rate.posterior ? chanceAbove(rate.posterior, 2 * r).atLeast : 0;
      expect(relativeError(above, p_rate_gt_2r[i])).toBeLessThan(1e-8);
    });
  });

  test("is not known where nobody was, though the prior says how far it could be", () => {
    const rate = needRate(exactly(0, 0), prior);
    expect(rate).toMatchObject({ state: "unknown", outside: false });
    expect(rateQuantile(rate, 0.5)).toBeNull();
    expect(rate.posterior?.high).toEqual(prior?.gamma);
    expect(needRate(exactly(0, 0), null).posterior).toBeNull();
  });

  test("is insufficient when nothing was seen in less than 0.8 / r hours, low when in more", () => {
    const r = prior?.r ?? 0;
    expect(needRate(exactly(0, 0.79 / r), prior).state).toBe("insufficient");
    expect(needRate(exactly(0, 0.81 / r), prior).state).toBe("known");
    expect(needRate(exactly(0, 1000), null).state).toBe("insufficient");
    const limit = gammaTails({ shape: 1, rate: 0.805 / r }, 2 * r).upper;
    expect(limit).toBeCloseTo(0.2, 3);
  });

  test("needs recorded without any presence are flagged and taken over half an hour", () => {
    const rate = needRate(exactly(3, 0), prior);
    expect(rate).toMatchObject({ state: "known", outside: true });
    expect(rate.posterior).toEqual(needRate(exactly(3, 0.5), prior).posterior);
  });

  test("keeps its mean under perturbation and widens; what is withheld widens it to both sides", () => {
    const sharp = needRate(exactly(12, 40), prior);
    const published = needRate({ shown: 12, upTo: 12, variance: 4, hours: 40 }, prior);
    const censored = needRate({ shown: 12, upTo: 20, variance: 4, hours: 40 }, prior);
    const mean = ({ shape, rate }: { shape: number; rate: number }) => shape / rate;
    const meanOf = (rate: typeof sharp) => (rate.posterior ? mean(rate.posterior.middle) : 0);
    expect(meanOf(published)).toBeCloseTo(meanOf(sharp), 12);
    const ends = [sharp, published, censored].map((rate) => [
      rateQuantile(rate, 0.1),
      rateQuantile(rate, 0.9),
    ]);
    expect(ends[1]?.[0]).toBeLessThan(ends[0]?.[0] ?? 0);
    expect(ends[1]?.[1]).toBeGreaterThan(ends[0]?.[1] ?? 9);
    expect(ends[2]?.[0]).toBe(ends[1]?.[0]);
    expect(ends[2]?.[1]).toBeGreaterThan(ends[1]?.[1] ?? 9);
  });

  test("nonsense is refused with the values", () => {
    expect(() => needRate({ shown: 5, upTo: 4, variance: 0, hours: 1 }, prior)).toThrow("shown 5, up to 4");
    expect(() => needRate(exactly(1, Number.NaN), prior)).toThrow("hours NaN");
  });
});

const table = perturbationTable({ D: 6, V: 4 });

/**
 * The exact posterior of a rate given a published value: a mixture over the true counts that could have given it, weighted
 * by the prior's negative binomial and by the perturbation table.
 */
function exactChanceBelow(m: number | null, hours: number, x: number): number {
  const { shape, rate } = ratePrior(base)?.gamma ?? { shape: 1, rate: 1 };
  const rule = { table, floor: 2, threshold: 5 };
  const likelihood = (n: number) =>
    (table[Math.min(n, 6)] ?? []).reduce(
      (sum, { p, ub }) => sum + (publishedValue(n, Math.max(0, ub - p / 2), rule) === m ? p : 0),
      0,
    );
  const marginal = (n: number) => {
    const up = (k: number) => betaTails({ a: k, b: shape }, hours / (hours + rate)).lower;
    return (n === 0 ? 1 : up(n)) - up(n + 1);
  };
  const weights = Array.from({ length: 80 }, (_, n) => likelihood(n) * marginal(n));
  const total = weights.reduce((a, b) => a + b, 0);
  const below = weights.map((w, n) => w * gammaTails({ shape: shape + n, rate: rate + hours }, x).lower);
  return below.reduce((a, b) => a + b, 0) / total;
}

describe("against the exact posterior through the perturbation table, the 10–90 % interval", () => {
  test.each([
    [5, 10],
    [8, 20],
    [14, 40],
    [30, 100],
    [30, 400],
  ])("of %i published needs over %i hours holds 78 % or more", (m, hours) => {
    const rate = needRate({ shown: m, upTo: m, variance: 4, hours }, ratePrior(base));
    const [low, high] = [rateQuantile(rate, 0.1) ?? 0, rateQuantile(rate, 0.9) ?? 0];
    const held = exactChanceBelow(m, hours, high) - exactChanceBelow(m, hours, low);
    expect(held).toBeGreaterThan(0.78);
    expect(held).toBeLessThan(0.88);
  });

  test.each([[2], [10], [40]])("of a withheld cell over %i hours holds 78 % or more", (hours) => {
    const rate = needRate({ shown: 0, upTo: 4, variance: 0, hours }, ratePrior(base));
    const [low, high] = [rateQuantile(rate, 0.1) ?? 0, rateQuantile(rate, 0.9) ?? 0];
    expect(exactChanceBelow(null, hours, high) - exactChanceBelow(null, hours, low)).toBeGreaterThan(0.78);
  });
});

test("the Poisson term is a probability", () => {
  const sum = Array.from({ length: 200 }, (_, n) => poissonTerm(n, 40)).reduce((a, b) => a + b, 0);
  expect(sum).toBeCloseTo(1, 13);
});
