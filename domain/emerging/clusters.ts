import { benjaminiHochberg } from "../stats/fdr.ts";
import { circlesOf } from "../stats/scan/circles.ts";
import type { Cluster } from "../stats/scan/spaceTimeScan.ts";
import { clusterRatio, type NeedScan, needScan } from "./needScan.ts";
import type { EpochInput, NeedSeries, Tools } from "./needSeries.ts";
import { heardCounts, sumBack } from "./needTallies.ts";
import { PARAMETERS } from "./parameters.ts";
import type { NeedStates } from "./placeStates.ts";
import type { NeedTest } from "./placeTests.ts";
import type { State } from "./reading.ts";

/** A cluster that may be published: zones by index, its weeks up to the close, how many times as much as before. */
export type ToldCluster = { zones: number[]; weeks: number; ratio: number; q: number; corrected: boolean };

/**
 * The clusters of every need that are beyond chance over all needs and may be told: ten or more seen and as many published,
 * growth of a quarter or more. Zones without observations stay in; those where nobody was are not named.
 * @see methods A2, E2, and C7
 */
export function toldClusters(
  { tests, states }: { tests: readonly NeedTest[]; states: readonly NeedStates[] },
  input: EpochInput,
  tools: Tools,
): ToldCluster[][] {
  const circles = circlesOf(input.zones.map(({ place }) => place));
  const [weeks, closed] = [input.weeks.length, input.weeks.filter((week) => week.closed).length];
  const scans = tests.map((test) =>
    needScan(test, { weeks, closed, circles, random: tools.random(`scan ${test.series.need}`) }),
  );
  const best = scans.map((scan) => scan && (scan.clusters[0]?.p ?? 1));
  const q = benjaminiHochberg(best);
  return tests.map((test, i) => {
    const [scan, zones] = [scans[i], states[i]?.zones];
    const share = (q[i] ?? 1) / (best[i] || 1);
    if (!scan || !zones) return [];
    return scan.clusters
      .filter(({ p }) => p * share <= PARAMETERS.clusterQ)
      .flatMap((cluster) => told({ test, scan, cluster, weeks }, tools, zones))
      .map((cluster) => ({ ...cluster, q: cluster.q * share }));
  });
}

type Found = { test: NeedTest; scan: NeedScan; cluster: Cluster; weeks: number };

function told({ test, scan: { corrected }, cluster, weeks }: Found, tools: Tools, states: readonly State[]) {
  const { series, city } = test;
  const zones = corrected ? visited(cluster, series, weeks) : cluster.zones;
  const counts = corrected ? heardCounts(series) : series.counts;
  const cell = { need: series.need, zones, weeks: cluster.weeks };
  const ratio = corrected
    ? clusterRatio({ ...cluster, zones }, series, { weeks, movement: city.movement })
    : cluster.observed / cluster.expected;
  // a lone zone that is said to be too little to tell cannot at once be told of
  const untold = zones.length === 1 && states[zones[0] ?? -1] === "few";
  const enough = !untold && ratio >= PARAMETERS.clusterRise && mayTell(cell, counts, { weeks, tools });
  return enough ? [{ zones, weeks: cluster.weeks, ratio, q: cluster.p, corrected }] : [];
}

/** Ten or more seen, and as many published. */
function mayTell(
  cell: { need: string; zones: readonly number[]; weeks: number },
  counts: Int32Array,
  { weeks, tools }: { weeks: number; tools: Tools },
): boolean {
  const late = { from: cell.weeks, to: 0 };
  const seen = cell.zones.reduce((sum, zone) => sum + sumBack({ values: counts, weeks }, zone, late), 0);
  if (seen < PARAMETERS.fewestInCluster) return false;
  return (tools.shown(cell) ?? 0) >= PARAMETERS.fewestInCluster;
}

/** The zones of a cluster in which anybody able to see the need was in its last weeks. */
function visited({ zones, weeks: long }: Cluster, { standard }: NeedSeries, weeks: number): number[] {
  const late = { from: Math.min(long, PARAMETERS.windowWeeks), to: 0 };
  return zones.filter((zone) => sumBack({ values: standard, weeks }, zone, late) > 0);
}
