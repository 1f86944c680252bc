import { checkedCounts } from "./checkedCounts.ts";
import { type Cluster, type Scanned, type ScanOptions, spaceTimeScan } from "./spaceTimeScan.ts";

/**
 * Space-time scan when nobody's hours are known: a zone's expected count in a week is its share of all that was seen, times
 * what was seen that week. Replicates: the weeks of the observations are dealt out anew, so that every zone and every week
 * keep their sums. More looking in one place does look like a cluster: say so. A circle's zones hold no more than `maxShare`
 * of what was seen.
 * @throws RangeError when counts are no whole weeks of zones, or a count is none
 * @see Kulldorff et al. 2005; methods A2 E2'; SaTScan
 */
export function permutationScan({ counts: seen, weeks, circles }: Scanned, options: ScanOptions): Cluster[] {
  const counts = checkedCounts(seen, weeks);
  const ofZone = new Int32Array(weeks && counts.length / weeks);
  const ofWeek = new Int32Array(weeks);
  for (const [cell, count] of counts.entries()) {
    const [zone, week] = [Math.floor(cell / weeks), cell % weeks];
    ofZone[zone] = (ofZone[zone] as number) + count;
    ofWeek[week] = (ofWeek[week] as number) + count;
  }
  const total = ofWeek.reduce((sum, count) => sum + count, 0);
  const expected = Float64Array.from(
    counts,
    (_, cell) =>
      ((ofZone[Math.floor(cell / weeks)] as number) * (ofWeek[cell % weeks] as number)) / (total || 1),
  );
  const weight = Float64Array.from(ofZone, (count) => count / total);
  const draws = (first: number) => dealt(ofZone, ofWeek, { first, random: options.random });
  return spaceTimeScan({ weeks, total, counts, expected, weight, draws }, circles, options);
}

/** Deals the observations to the weeks from `first`, as many to each as it had; the weeks before get those left over. */
function dealt(
  ofZone: Int32Array,
  ofWeek: Int32Array,
  { first, random }: { first: number; random: () => number },
): (into: Int32Array) => void {
  const zones = Int32Array.from(
    Array.from(ofZone).flatMap((count, zone) => new Array<number>(count).fill(zone)),
  );
  const weeks = ofWeek.subarray(first);
  return (into) => {
    into.fill(0);
    let next = 0;
    for (let week = 0; week < weeks.length; week++)
      for (let i = 0; i < (weeks[week] as number); i++, next++) {
        const chosen = next + Math.floor(random() * (zones.length - next));
        const zone = zones[chosen] as number;
        zones[chosen] = zones[next] as number;
        zones[next] = zone;
        const cell = zone * weeks.length + week;
        into[cell] = (into[cell] as number) + 1;
      }
  };
}
