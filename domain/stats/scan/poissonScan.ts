import { aliasTable } from "./aliasTable.ts";
import { binomialWeights } from "./binomialWeights.ts";
import { checkedCounts } from "./checkedCounts.ts";
import { type Cluster, type Scanned, type ScanOptions, spaceTimeScan } from "./spaceTimeScan.ts";

/**
 * Space-time scan on known expected counts (zone × week, in any unit: scaled here to as many as were seen), so that more
 * looking is no cluster: expected = the zone's rate × its hours. What was seen where none is expected can be compared with
 * nothing and is left out. Replicates: as many observations thrown on the cells as they are expected. A circle's zones hold
 * no more than `maxShare` of what is expected over all weeks.
 * @throws RangeError when lengths do not agree, on counts or expected counts that are none, or when none is expected anywhere
 * @see Kulldorff 2001; methods A2 E2; SaTScan, R scanstatistics
 */
export function poissonScan(
  { counts: seen, expected, weeks, circles }: Scanned & { expected: ArrayLike<number> },
  options: ScanOptions,
): Cluster[] {
  const counts = checkedCounts(seen, weeks);
  const scaled = checkedExpected(expected, counts);
  for (let cell = 0; cell < counts.length; cell++) if (scaled[cell] === 0) counts[cell] = 0;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const sum = scaled.reduce((all, value) => all + value, 0);
  for (let cell = 0; cell < scaled.length; cell++)
    scaled[cell] = ((scaled[cell] as number) / (sum || 1)) * total;
  const weight = Float64Array.from({ length: weeks && counts.length / weeks }, (_, zone) =>
    scaled.subarray(zone * weeks, (zone + 1) * weeks).reduce((all, value) => all + value / total, 0),
  );
  const draws = (first: number) => thrown(scaled, { total, weeks, first, random: options.random });
  return spaceTimeScan({ weeks, total, counts, expected: scaled, weight, draws }, circles, options);
}

/** Throws `total` observations on the cells of all weeks, and keeps those that fall in the weeks from `first`. */
function thrown(
  expected: Float64Array,
  { total, weeks, first, random }: { total: number; weeks: number; first: number; random: () => number },
): (into: Int32Array) => void {
  const kept = expected.filter((_, cell) => cell % weeks >= first);
  const share = Math.min(1, kept.reduce((sum, value) => sum + value, 0) / total);
  if (share === 0) return (into) => into.fill(0);
  const many = aliasTable(binomialWeights(total, share));
  const cellOf = aliasTable(kept);
  return (into) => {
    into.fill(0);
    for (let left = many(random()); left > 0; left--) {
      const cell = cellOf(random());
      into[cell] = (into[cell] as number) + 1;
    }
  };
}

function checkedExpected(expected: ArrayLike<number>, counts: Int32Array): Float64Array {
  if (expected.length !== counts.length)
    throw new RangeError(`expected: ${expected.length} cells (expected ${counts.length}, as counts)`);
  const checked = Float64Array.from(expected);
  const strange = checked.find((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
  if (strange !== undefined) throw new RangeError(`expected: ${strange} (expected 0 or more)`);
  if (counts.some((count) => count > 0) && !checked.some((value) => value > 0))
    throw new RangeError("expected: 0 everywhere, but something was seen");
  return checked;
}
