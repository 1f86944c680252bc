import { expect, test } from "vitest";
import { betaQuantile, betaTails } from "../../../domain/stats/beta.ts";
import { gammaQuantile, gammaTails } from "../../../domain/stats/gamma.ts";
import { reference, relativeError } from "./reference.ts";

const mpmath: Record<string, number[][]> = reference("gamma_beta_mpmath");

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
