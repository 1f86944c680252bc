/**
 * Sen's slope: the median of the slopes between all pairs, per unit of `at`. One wild value does not move it. `null` with
 * fewer than two values.
 * @param values oldest first; missing ones left out
 * @param at when each was (month numbers, say), rising; 0, 1, 2 … where none is given
 * @throws RangeError when a value or a place is no finite number, or places do not rise or are not as many
 * @see R trend 1.1.6, sens.slope; Sen 1968
 */
export function senSlope(values: readonly number[], at: readonly number[] = values.map((_, i) => i)) {
  refuseNonsense(values, at);
  const slopes = values.flatMap((y, i) =>
    values.slice(i + 1).map((later, k) => (later - y) / ((at[i + k + 1] ?? 0) - (at[i] ?? 0))),
  );
  return median(slopes);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function refuseNonsense(values: readonly number[], at: readonly number[]): void {
  if (values.length !== at.length) throw new RangeError(`${values.length} values at ${at.length} places`);
  for (const value of values) if (!Number.isFinite(value)) throw new RangeError(`value: ${value}`);
  at.forEach((place, i) => {
    if (!(Number.isFinite(place) && place > (at[i - 1] ?? Number.NEGATIVE_INFINITY)))
      throw new RangeError(`place ${i}: ${place} (expected rising)`);
  });
}
