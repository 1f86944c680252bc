/** A published count as a range: within it 8 times in 10; `wide` when its half-width exceeds half of the count. */
export type LikelyCount = { from: number; to: number; wide: boolean };

/** Half-width of an 8-in-10 interval in standard deviations: the 0.9 quantile of the normal distribution. */
const Z = 1.28;

/**
 * Where the count behind a published figure likely lies, 8 times in 10: count ± 1.28·√(count + noise), at least 0.
 * Visits vary as a Poisson count (variance = count), and every summed cell carries the gate's random change.
 * @param count published observations, whole and ≥ 0
 * @param noise variance of the random change summed over cells (V × cells; `V` of the perturbation)
 * @throws RangeError when a number is negative or not finite
 * @see methods C4 (perturbation table), B (Poisson counts)
 */
export function likelyCount(count: number, noise: number): LikelyCount {
  if (!(count >= 0 && noise >= 0 && count + noise < Number.POSITIVE_INFINITY))
    throw new RangeError(`likely count: ${count} with noise ${noise}`);
  const half = Z * Math.sqrt(count + noise);
  return { from: Math.max(0, count - half), to: count + half, wide: half > count / 2 };
}
