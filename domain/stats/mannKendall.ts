import { twoSided } from "./twoSided.ts";

/**
 * Mann and Kendall's test of a trend: `s` = rises less falls over all pairs, `variance` of s with ties, `z` with continuity
 * correction, `tau` (tau-b, −1 … 1), `p` two-sided. Where all values are equal there is no trend to test: `z`, `tau` and
 * `p` are `null`; so for fewer than three values.
 */
export type MannKendall = {
  s: number;
  variance: number;
  z: number | null;
  tau: number | null;
  p: number | null;
};

/**
 * The test of a trend, up or down, that needs no shape: only the order of the values counts, and ties are corrected for.
 * No correction for autocorrelation: Hamed and Rao's, and Yue and Wang's, need 40 values or more to be steady.
 * @param values oldest first; missing ones left out
 * @throws RangeError when a value is no finite number
 * @see R trend 1.1.6, mk.test; Mann 1945; Kendall 1975; methods A2, E3
 */
export function mannKendall(values: readonly number[]): MannKendall {
  for (const value of values) if (!Number.isFinite(value)) throw new RangeError(`value: ${value}`);
  const n = values.length;
  const s = values.reduce((sum, x, i) => sum + signsAfter(values, x, i), 0);
  const ties = tieSizes(values);
  const variance = (spread(n) - total(ties.map(spread))) / 18;
  if (n < FEWEST || variance === 0) return { s, variance, z: null, tau: null, p: null };
  const z = (s - Math.sign(s)) / Math.sqrt(variance);
  const tau = s / Math.sqrt((pairs(n) - total(ties.map(pairs))) * pairs(n));
  return { s, variance, z, tau, p: twoSided(z) };
}

const FEWEST = 3;

const pairs = (n: number) => (n * (n - 1)) / 2;
const spread = (n: number) => n * (n - 1) * (2 * n + 5);
const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);

function signsAfter(values: readonly number[], x: number, i: number): number {
  return values.slice(i + 1).reduce((sum, y) => sum + Math.sign(y - x), 0);
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}
