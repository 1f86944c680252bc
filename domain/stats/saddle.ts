/**
 * x^a e^−x / Γ(a + 1): the Poisson probability of `a` events where x are expected, for any real a ≥ 0. Relative error about
 * 1e−15 · √a, where the difference of logarithms would lose digits with a · log a.
 * @see Loader 2000, "Fast and accurate computation of binomial probabilities"
 */
export function poissonTerm(a: number, x: number): number {
  if (a === 0) return Math.exp(-x);
  if (x === 0) return 0;
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/**
 * Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) · x^a (1 − x)^b: the binomial probability of `a` of a + b, for any real a, b > 0.
 * @see Loader 2000
 */
export function binomialTerm(x: number, { a, b }: { a: number; b: number }): number {
  if (x <= 0 || x >= 1) return 0;
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return (
    Math.exp(errors - deviance(a, n * x) - deviance(b, n * (1 - x))) * Math.sqrt(n / (2 * Math.PI * a * b))
  );
}

/** ln Γ(z + 1) for z > 0. */
export function logFactorial(z: number): number {
  return stirlingError(z) + (z + 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI);
}

/** ln Γ(z + 1) less Stirling's formula: a series from 10 on, below it by recurrence. */
function stirlingError(z: number): number {
  let [error, at] = [0, z];
  for (; at < 10; at++) error += (at + 0.5) * Math.log1p(1 / at) - 1;
  const q = 1 / (at * at);
  return error + (1 / 12 - q * (1 / 360 - q * (1 / 1260 - q * (1 / 1680 - q / 1188)))) / at;
}

/** a ln(a / x) + x − a. */
function deviance(a: number, x: number): number {
  const u = (x - a) / a;
  return a * (u - (Math.abs(u) < 0.5 ? Math.log1p(u) : Math.log(x / a)));
}
