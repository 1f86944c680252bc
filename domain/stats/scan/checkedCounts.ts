/**
 * A copy of counts of zone × week.
 * @throws RangeError when they are no whole weeks of zones, or a count is none
 */
export function checkedCounts(counts: ArrayLike<number>, weeks: number): Int32Array {
  if (!(Number.isInteger(weeks) && weeks >= 0))
    throw new RangeError(`weeks: ${weeks} (expected a whole number)`);
  if (weeks === 0 ? counts.length > 0 : counts.length % weeks !== 0)
    throw new RangeError(`counts: ${counts.length} cells (expected a multiple of ${weeks} weeks)`);
  const strange = Array.from(counts).find(
    (count) => !(Number.isInteger(count) && count >= 0 && count < 2 ** 31),
  );
  if (strange !== undefined) throw new RangeError(`counts: ${strange} (expected whole numbers from 0)`);
  return Int32Array.from(counts);
}
