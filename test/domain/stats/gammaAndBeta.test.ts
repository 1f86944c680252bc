import { expect, test } from "vitest";
import { betaQuantile, betaTails } from "../../../domain/stats/beta.ts";
import { gammaQuantile, gammaTails } from "../../../domain/stats/gamma.ts";
import { reference, relativeError } from "./reference.ts";

const mpmath: Record<string, number[][]> = reference("gamma_beta_mpmath");
const rates = reference("eb_rates_presence_hours_14zones");
const alarm = reference("alarm_effort_adjusted_14zones");

const worst = (errors: readonly number[]) => Math.max(...errors);
const each = (name: string, error: (row: number[]) => number[]) => worst((mpmath[name] ?? []).flatMap(error));

test("both tails of a gamma agree with mpmath, from half an event to a million", () => {
  const error = each("gamma_tails", ([shape = 0, x = 0, lower = 0, upper = 0]) => {
    const found = gammaTails({ shape, rate: 2 }, x / 2);
    return [relativeError(found.lower, lower), relativeError(found.upper, upper)];
  });
  expect(error).toBeLessThan(1e-11);
});

test("the quantiles of a gamma agree with mpmath", () => {
  const error = each("gamma_quantiles", ([shape = 0, p = 0, x = 0]) => [
    relativeError(gammaQuantile({ shape, rate: 4 }, p) * 4, x),
  ]);
  expect(error).toBeLessThan(1e-12);
});

test("both tails and the quantiles of a beta agree with mpmath", () => {
  const tails = each("beta_tails", ([a = 0, b = 0, x = 0, lower = 0, upper = 0]) => {
    const found = betaTails({ a, b }, x);
    return [relativeError(found.lower, lower), relativeError(found.upper, upper)];
  });
  const quantiles = each("beta_quantiles", ([a = 0, b = 0, p = 0, x = 0]) => [
    relativeError(betaQuantile({ a, b }, p), x),
  ]);
  expect(tails).toBeLessThan(1e-11);
  expect(quantiles).toBeLessThan(1e-12);
});

test("the gamma posteriors of 14 zones agree with R qgamma and pgamma", () => {
  const { alpha, mu } = rates.expected.eBayes;
  const expected = rates.expected.gamma_posterior;
  const errors = rates.y.flatMap((y: number, i: number) => {
    const posterior = { shape: alpha + y, rate: alpha / mu + rates.E[i] };
    return [
      gammaQuantile(posterior, 0.025) - expected.lo95[i],
      gammaQuantile(posterior, 0.975) - expected.hi95[i],
      gammaTails(posterior, 1).upper - expected.p_gt_1[i],
      gammaTails(posterior, 1.5).upper - expected["p_gt_1.5"][i],
    ].map(Math.abs);
  });
  expect(worst(errors)).toBeLessThan(1e-9);
});

test("exact Poisson intervals of 14 zones agree with R poisson.test", () => {
  const errors = rates.expected.exact_poisson.flatMap(
    (row: { y: number; T: number; ci95: [number, number] }) => [
      relativeError(row.y === 0 ? 0 : gammaQuantile({ shape: row.y, rate: row.T }, 0.025), row.ci95[0]),
      relativeError(gammaQuantile({ shape: row.y + 1, rate: row.T }, 0.975), row.ci95[1]),
    ],
  );
  expect(worst(errors)).toBeLessThan(1e-10);
});

test("negative binomial tails, which are beta tails, agree with R pnbinom down to 2e-9", () => {
  const { a, b, p } = alarm.expected;
  const errors = alarm.zones.flatMap((_: string, i: number) => {
    const [before, now] = [b + alarm.base_hours[i], alarm.now_hours[i]];
    if (p[i] === null || alarm.now_count[i] === 0) return [];
    const success = now / (before + now);
    const tail = betaTails({ a: alarm.now_count[i], b: a + alarm.base_count[i] }, success).lower;
    return [relativeError(tail, p[i])];
  });
  expect(worst(errors)).toBeLessThan(1e-9);
});

test("the ends of a distribution", () => {
  expect(gammaTails({ shape: 2, rate: 1 }, 0)).toEqual({ lower: 0, upper: 1 });
  expect(gammaTails({ shape: 2, rate: 1 }, Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
  expect([gammaQuantile({ shape: 2, rate: 1 }, 0), gammaQuantile({ shape: 2, rate: 1 }, 1)]).toEqual([
    0,
    Number.POSITIVE_INFINITY,
  ]);
  expect([betaQuantile({ a: 2, b: 3 }, 0), betaQuantile({ a: 2, b: 3 }, 1)]).toEqual([0, 1]);
  expect(betaTails({ a: 2, b: 3 }, -1)).toEqual({ lower: 0, upper: 1 });
  expect(betaTails({ a: 2, b: 3 }, 2)).toEqual({ lower: 1, upper: 0 });
});

test("no distribution, no answer", () => {
  expect(() => gammaTails({ shape: 0, rate: 1 }, 1)).toThrow("gamma: shape 0, rate 1");
  expect(() => gammaQuantile({ shape: 1, rate: Number.NaN }, 0.5)).toThrow(RangeError);
  expect(() => gammaQuantile({ shape: 1, rate: 1 }, 1.5)).toThrow("probability: 1.5");
  expect(() => betaTails({ a: -1, b: 1 }, 0.5)).toThrow("beta: a -1");
  expect(() => betaQuantile({ a: 1, b: 1 }, Number.NaN)).toThrow("probability: NaN");
});
