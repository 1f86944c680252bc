import { risingRoot } from "./risingRoot.ts";
import { logFactorial, poissonTerm } from "./saddle.ts";

/** A Gamma distribution: mean shape / rate. As a rate of needs: `rate` in presence hours, its values per hour. */
export type Gamma = { shape: number; rate: number };

/** Both tails of a distribution at a place; each is computed without subtracting from 1 where it is the small one. */
export type Tails = { lower: number; upper: number };

/**
 * P(X ≤ x) and P(X > x) of a Gamma distribution: the regularised incomplete gamma functions P and Q at x · rate.
 * @throws RangeError when shape or rate is not positive
 * @see DLMF 8.11.4 (series), 8.9.2 (continued fraction); agrees with R pgamma to 1e−12
 */
export function gammaTails({ shape, rate }: Gamma, x: number): Tails {
  if (!(shape > 0 && rate > 0)) throw new RangeError(`gamma: shape ${shape}, rate ${rate}`);
  const at = x * rate;
  if (!(at > 0)) return { lower: 0, upper: 1 };
  if (at === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (at < shape + 1) {
    const lower = poissonTerm(shape, at) * series(shape, at);
    return { lower, upper: 1 - lower };
  }
  const upper = shape * poissonTerm(shape, at) * fraction(shape, at);
  return { lower: 1 - upper, upper };
}

/**
 * The value that a Gamma variable does not exceed with probability p, in units of 1 / rate.
 * @throws RangeError when p is not in [0, 1] or the distribution is none
 * @see R qgamma
 */
export function gammaQuantile(gamma: Gamma, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability: ${p}`);
  const { shape, rate } = gamma;
  const tails = (x: number) => gammaTails({ shape, rate: 1 }, x);
  gammaTails(gamma, 0);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const low = Math.exp((Math.log(p) + logFactorial(shape)) / shape);
  let high = Math.max(low, shape) + 1;
  while (tails(high).upper > 1 - p) high *= 2;
  const crossing = (x: number) => {
    const { lower, upper } = tails(x);
    return { value: p < 0.5 ? lower - p : 1 - p - upper, slope: (shape * poissonTerm(shape, x)) / x };
  };
  return risingRoot(crossing, { low, high }, shape) / rate;
}

/** Σ x^k / ((a + 1) … (a + k)): the lower tail is the Poisson term times this. */
function series(a: number, x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Lentz's continued fraction of the upper tail. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let product = d;
  for (let k = 1; k < 1e6; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    product *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return product;
}
