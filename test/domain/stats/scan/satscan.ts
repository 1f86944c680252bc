import { expect } from "vitest";
import { circlesOf } from "../../../../domain/stats/scan/circles.ts";
import type { Cluster } from "../../../../domain/stats/scan/spaceTimeScan.ts";
import { randomOf } from "../../../../server/simulate/random.ts";
import { reference } from "../reference.ts";

/** A cluster as SaTScan or SpatialEpi reports it; steps of time count from 1. */
export type Reported = {
  ids: string[];
  observed: number;
  expected_2dp: number;
  llr: number;
  p_value: number;
  time_frame?: string;
};

export const REPLICATES = 999;

/** Rows of time steps as zone × week. */
export const zoneMajor = (rows: readonly number[][]): number[] =>
  (rows[0] ?? []).flatMap((_, zone) => rows.map((row) => row[zone] ?? Number.NaN));

/** Within what two runs of Monte Carlo of so many replicates may differ (`meta.tolerance`). */
export const pTolerance = (p: number, theirs = 9999): number =>
  4 * Math.sqrt(p * (1 - p) * (1 / theirs + 1 / REPLICATES)) + 2 / REPLICATES;

/** A point of the unit sphere: chords grow as great circles do. */
function onGlobe([lat, lon]: readonly [number, number]): number[] {
  const [north, east] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** What SaTScan was given in a fixture, as our scans take it, and what it reported. */
export function satscanRun(name: string) {
  const { input, expected } = reference(name);
  const { ids, xy, lat_lon, counts, population, time_steps: weeks } = input;
  const options = {
    longest: input.max_temporal_steps as number,
    maxShare: input.max_spatial_fraction as number,
    prospective: input.analysis === "prospective",
    replicates: REPLICATES,
    random: randomOf(1, name),
  };
  return {
    ids: ids as string[],
    scanned: {
      counts: ids.flatMap((id: string) => counts[id]) as number[],
      weeks: weeks as number,
      circles: circlesOf(ids.map((id: string) => (xy ? xy[id] : onGlobe(lat_lon[id])))),
    },
    constant: population && ids.flatMap((id: string) => new Array(weeks).fill(population[id])),
    options,
    reported: expected.clusters as Reported[],
  };
}

/**
 * Every reported cluster is among those found, the first of them first. We find more: SaTScan keeps only the best circle of
 * each centre before it drops those that overlap, and does not report those of p near 1.
 */
export function expectReported(
  found: readonly Cluster[],
  reported: readonly Reported[],
  { ids, theirs = 9999 }: { ids: readonly string[]; theirs?: number },
): void {
  const named = found.map(({ zones, ...rest }) => ({ ...rest, ids: zones.map((zone) => ids[zone]).sort() }));
  for (const [i, cluster] of reported.entries()) {
    const same = named.findIndex(({ ids: zones }) => zones.join() === [...cluster.ids].sort().join());
    expect(same, cluster.ids.join(", ")).toBeGreaterThanOrEqual(i);
    if (i === 0) expect(same).toBe(0);
    const { observed, expected, llr, p, weeks, until } = named[same] ?? ({} as never);
    expect(observed).toBe(cluster.observed);
    expect(Math.abs(expected - cluster.expected_2dp)).toBeLessThan(0.006);
    expect(Math.abs(llr - cluster.llr)).toBeLessThan(1e-5);
    expect(Math.abs(p - cluster.p_value)).toBeLessThan(pTolerance(cluster.p_value, theirs));
    if (cluster.time_frame) expect(`${until - weeks + 2} to ${until + 1}`).toBe(cluster.time_frame);
  }
}
