import type { Circles } from "../stats/scan/circles.ts";
import { permutationScan } from "../stats/scan/permutationScan.ts";
import { poissonScan } from "../stats/scan/poissonScan.ts";
import { type Cluster, decidedAt } from "../stats/scan/spaceTimeScan.ts";
import type { NeedSeries } from "./needSeries.ts";
import { heardCounts, sumBack } from "./needTallies.ts";
import { PARAMETERS } from "./parameters.ts";
import type { NeedTest } from "./placeTests.ts";

/** Clusters of a need; `corrected` for effort, or found in bare counts because nobody's hours are known. */
export type NeedScan = { clusters: Cluster[]; corrected: boolean };

/** What a scan works with: weeks of the series, how many of them are closed, circles of zones and chance. */
type Scanning = { weeks: number; closed: number; circles: Circles; random: () => number };

/** The next best clusters beside the best that are looked at. */
const MOST = 3;

/**
 * Clusters of a need in zones and weeks up to the close, the likeliest first: against each zone's rate and the presence there,
 * in the weeks of the window against what the whole city shows when it moves. `null` where it cannot be scanned: a sensitive
 * need, fewer than twelve weeks, nothing seen.
 * @see methods A2, E2 and E2'
 */
export function needScan({ series, city }: NeedTest, scanning: Scanning): NeedScan | null {
  const span = Math.min(scanning.weeks, PARAMETERS.baseWeeks + PARAMETERS.windowWeeks);
  const late = (values: ArrayLike<number>) => lastWeeks(values, scanning.weeks, span);
  const corrected = late(series.standard).some((hours) => hours > 0);
  const counts = late(corrected ? heardCounts(series) : series.counts);
  const enough = corrected ? city.q !== null : scanning.closed >= PARAMETERS.fewestWeeks;
  if (series.sensitive || !enough || !counts.some((count) => count > 0)) return null;
  const scanned = { counts, weeks: span, circles: scanning.circles };
  const options = {
    longest: PARAMETERS.longestCluster,
    replicates: PARAMETERS.replicates,
    random: scanning.random,
    mostClusters: MOST,
    stopAt: decidedAt(PARAMETERS.clusterQ, PARAMETERS.replicates),
  };
  if (!corrected) return { clusters: permutationScan(scanned, options), corrected };
  const hours = late(series.standard);
  const expected = expectedOf({ counts, hours, weeks: span }, city.movement);
  return { clusters: poissonScan({ ...scanned, expected }, options), corrected };
}

/**
 * How many times as much a cluster shows as the same zones did before it, over the same hours (those of the window
 * weighed by how the city moves); where nothing was seen there before, as the scan expects. Zones in which nobody was have
 * no part in it.
 */
export function clusterRatio(
  { zones, weeks: long, observed, expected }: Pick<Cluster, "zones" | "weeks" | "observed" | "expected">,
  series: NeedSeries,
  { weeks, movement }: { weeks: number; movement: number },
): number {
  const counts = { values: heardCounts(series), weeks };
  const hours = { values: series.standard, weeks };
  const before = { from: PARAMETERS.baseWeeks + PARAMETERS.windowWeeks, to: long };
  const moved = { from: Math.min(long, PARAMETERS.windowWeeks), to: 0 };
  const still = { from: long, to: moved.from };
  const [seen, due] = zones.reduce<[number, number]>(
    ([total, sum], zone) => {
      const there = sumBack(hours, zone, before);
      const rate = there > 0 ? sumBack(counts, zone, before) / there : 0;
      const spent = sumBack(hours, zone, still) + sumBack(hours, zone, moved) * movement;
      return [total + sumBack(counts, zone, { from: long, to: 0 }), sum + rate * spent];
    },
    [0, 0],
  );
  return due > 0 ? seen / due : observed / expected;
}

function expectedOf(
  { counts, hours, weeks }: { counts: readonly number[]; hours: readonly number[]; weeks: number },
  movement: number,
): number[] {
  const rates = Array.from({ length: hours.length / weeks }, (_, zone) => {
    const all = { from: weeks, to: 0 };
    const there = sumBack({ values: hours, weeks }, zone, all);
    return there > 0 ? sumBack({ values: counts, weeks }, zone, all) / there : 0;
  });
  return hours.map((spent, i) => {
    const inWindow = i % weeks >= weeks - PARAMETERS.windowWeeks;
    return (rates[Math.floor(i / weeks)] ?? 0) * spent * (inWindow ? movement : 1);
  });
}

const lastWeeks = (values: ArrayLike<number>, weeks: number, keep: number): number[] =>
  Array.from(values).filter((_, i) => i % weeks >= weeks - keep);
