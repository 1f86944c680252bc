import { betaTails } from "./beta.ts";

/**
 * A negative binomial count: mean `mean`, variance mean + mean² / size, for any real size > 0. What is counted when the rate
 * itself is a Gamma of shape `size`. In R's terms prob = size / (size + mean).
 */
export type NegativeBinomial = { size: number; mean: number };

/**
 * P(Y ≥ y), accurate also where it is very small: I_x(y, size) at x = mean / (size + mean).
 * @param y a whole number; 0 is always reached
 * @throws RangeError when size is not positive, the mean negative or y no count
 * @see R pnbinom(y − 1, size, mu = mean, lower.tail = FALSE), agrees to 1e−10 down to 1e−30; DLMF 8.17
 */
export function negativeBinomialUpper({ size, mean }: NegativeBinomial, y: number): number {
  if (!(size > 0 && mean >= 0)) throw new RangeError(`negative binomial: size ${size}, mean ${mean}`);
  if (!Number.isInteger(y) || y < 0) throw new RangeError(`count: ${y}`);
  if (y === 0) return 1;
  return betaTails({ a: y, b: size }, mean / (size + mean)).lower;
}
