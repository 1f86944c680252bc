import type { Tails } from "./gamma.ts";
import { risingRoot } from "./risingRoot.ts";
import { binomialTerm } from "./saddle.ts";

/** A Beta distribution on 0 … 1: mean a / (a + b). */
export type Beta = { a: number; b: number };

/**
 * P(X ≤ x) and P(X > x) of a Beta distribution: the regularised incomplete beta function I_x(a, b) and its complement.
 * @throws RangeError when a or b is not positive
 * @see DLMF 8.17.22 (continued fraction); agrees with R pbeta to 1e−12
 */
export function betaTails({ a, b }: Beta, x: number): Tails {
  if (!(a > 0 && b > 0)) throw new RangeError(`beta: a ${a}, b ${b}`);
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (x >= 1) return { lower: 1, upper: 0 };
  const term = binomialTerm(x, { a, b }) / (a + b);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = b * term * fraction({ a, b }, x);
    return { lower, upper: 1 - lower };
  }
  const upper = a * term * fraction({ a: b, b: a }, 1 - x);
  return { lower: 1 - upper, upper };
}

/**
 * The value that a Beta variable does not exceed with probability p.
 * @throws RangeError when p is not in [0, 1] or the distribution is none
 * @see R qbeta
 */
export function betaQuantile(beta: Beta, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability: ${p}`);
  const { a, b } = beta;
  betaTails(beta, 0);
  if (p === 0 || p === 1) return p;
  const crossing = (x: number) => {
    const { lower, upper } = betaTails(beta, x);
    const density = ((a * b) / (a + b)) * (binomialTerm(x, beta) / (x * (1 - x)));
    return { value: p < 0.5 ? lower - p : 1 - p - upper, slope: density };
  };
  return risingRoot(crossing, { low: 0, high: 1 }, a / (a + b));
}

/** Lentz's continued fraction of I_x(a, b), which converges fast below the mean. */
function fraction({ a, b }: Beta, x: number): number {
  let c = 1;
  let d = 1 / nonzero(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < 1e5; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonzero(1 + even * d);
    c = nonzero(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonzero(1 + odd * d);
    c = nonzero(1 + odd / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return product;
}

const nonzero = (x: number) => (Math.abs(x) < 1e-300 ? 1e-300 : x);
