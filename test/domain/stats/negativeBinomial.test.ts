import { expect, test } from "vitest";
import { negativeBinomialUpper } from "../../../domain/stats/negativeBinomial.ts";
import { reference, relativeError } from "./reference.ts";

const rows: number[][] = reference("negative_binomial_mpmath").upper;
const mpmath = rows.map(([size = 0, mean = 0, y = 0, p = 0]) => ({ size, mean, y, p }));

test.each(mpmath)(
  "of size $size and mean $mean, P(Y ≥ $y) = $p agrees with mpmath",
  ({ y, p, ...spread }) => {
    expect(relativeError(negativeBinomialUpper(spread, y), p)).toBeLessThan(1e-11);
  },
);

test("nothing is always reached, and where nothing is expected nothing more is", () => {
  expect(negativeBinomialUpper({ size: 2.5, mean: 3 }, 0)).toBe(1);
  expect(negativeBinomialUpper({ size: 2.5, mean: 0 }, 0)).toBe(1);
  expect(negativeBinomialUpper({ size: 2.5, mean: 0 }, 1)).toBe(0);
});

test("the tail falls as the count grows, and is heavier the smaller the size", () => {
  const tail = (size: number, y: number) => negativeBinomialUpper({ size, mean: 4 }, y);
  for (let y = 0; y < 60; y++) expect(tail(3.3, y + 1)).toBeLessThan(tail(3.3, y));
  expect(tail(1, 12)).toBeGreaterThan(tail(10, 12));
  expect(tail(10, 12)).toBeGreaterThan(tail(1e6, 12));
});

test("what is no distribution, or no count, is refused with its value", () => {
  expect(() => negativeBinomialUpper({ size: 0, mean: 1 }, 1)).toThrow("size 0, mean 1");
  expect(() => negativeBinomialUpper({ size: 1, mean: Number.NaN }, 1)).toThrow(RangeError);
  expect(() => negativeBinomialUpper({ size: 1, mean: 1 }, 1.5)).toThrow("count: 1.5");
  expect(() => negativeBinomialUpper({ size: 1, mean: 1 }, -1)).toThrow("count: -1");
});
