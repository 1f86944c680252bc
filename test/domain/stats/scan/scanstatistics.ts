import { expect } from "vitest";
import { logLikelihoodRatio } from "../../../../domain/stats/scan/likelihoodRatio.ts";

type Rows = number[][];
type Top = { score: number; duration: number } & ({ zone: number } | { zone_number_1based: number });

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
/** Zone sets as circles of one ring each. */
export const sets = (zones: (number | number[])[]) => zones.map((set) => [[set].flat()]);

/** Expected as scanstatistics has them: each step of time holds an equal part of all that was seen. */
export function evenSteps(seen: Rows, baseline: Rows): Rows {
  const total = sum(seen.flat());
  return baseline.map((row) => row.map((value) => (total * value) / (seen.length * sum(row))));
}

/** The ratio of each of scanstatistics' best windows: zone sets counted from 1, over so many of the last steps. */
export function expectTop(
  top: Top[],
  { seen, expected, zones }: { seen: Rows; expected: Rows; zones: number[][][] },
) {
  for (const { score, duration, ...named } of top) {
    const [ring = []] = zones[("zone" in named ? named.zone : named.zone_number_1based) - 1] ?? [];
    const within = (rows: Rows) =>
      sum(rows.slice(-duration).flatMap((row) => ring.map((zone) => row[zone] ?? 0)));
    expect(logLikelihoodRatio(within(seen), within(expected), sum(seen.flat()))).toBeCloseTo(score, 6);
  }
}

/** Expected as the permutation has them: each place's share of all that was seen, of each step's. */
export const byMargins = (seen: Rows): Rows =>
  seen.map((row) =>
    row.map((_, zone) => (sum(seen.map((other) => other[zone] ?? 0)) * sum(row)) / sum(seen.flat())),
  );
