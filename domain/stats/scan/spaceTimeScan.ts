import type { Circles } from "./circles.ts";
import { likeliestWindows, zonesOf } from "./likeliestWindows.ts";
import { monteCarlo } from "./monteCarlo.ts";
import { replicateLevels } from "./replicateLevels.ts";
import { scanWindows, spanSums, spansOf, windowRatios, windowSums } from "./scanWindows.ts";

/** `counts`: zone × week (index zone × weeks + week), the oldest week first. `circles`: the candidate zones. */
export type Scanned = { counts: ArrayLike<number>; weeks: number; circles: Circles };

/**
 * `longest`: weeks a cluster may last. `replicates`: draws of chance alone; with `stopAt` (0: never) they end as soon as so
 * many reached the best cluster. `random`: [0, 1). `maxShare`: greatest part of the whole a cluster's zones may be.
 * `prospective`: only clusters that still last in the last week. `mostClusters`: all, unless told.
 */
export type ScanOptions = {
  longest: number;
  replicates: number;
  random: () => number;
  maxShare?: number;
  prospective?: boolean;
  mostClusters?: number;
  stopAt?: number;
};

/**
 * Zones (in the order of the input) and weeks in which more was seen than the rest of the city would let expect: `weeks` of
 * them, the last of index `until`. `llr`: logarithm of the likelihood ratio; `p`: how often chance alone finds so much
 * anywhere, also for those after the first (which makes them conservative).
 */
export type Cluster = {
  zones: number[];
  weeks: number;
  until: number;
  observed: number;
  expected: number;
  llr: number;
  p: number;
};

/** What chance alone is: expected counts (zone × week, of sum `total`), each zone's weight (of sum 1) and how to draw. */
export type Chance = {
  weeks: number;
  total: number;
  counts: Int32Array;
  expected: Float64Array;
  weight: Float64Array;
  /** Draws counts (zone × week) of the weeks from `first`. */
  draws: (first: number) => (into: Int32Array) => void;
};

/**
 * `stopAt` for which p ≤ `level` is decided exactly as if all replicates were drawn: when so many have reached the best
 * cluster, p is more than the level, however the others turn out.
 * @see Besag & Clifford 1991
 */
export function decidedAt(level: number, replicates: number): number {
  const many = Math.floor(level * (replicates + 1));
  return (1 + many) / (1 + replicates) > level ? many : many + 1;
}

/**
 * Clusters in space and time beyond `chance`, the likeliest first; none where nothing was seen.
 * @throws RangeError for nonsense among the options or the circles
 * @see Kulldorff 2001; methods A2 E2
 */
export function spaceTimeScan(chance: Chance, circles: Circles, options: ScanOptions): Cluster[] {
  const { longest, prospective = true, maxShare = 0.5, mostClusters = Number.POSITIVE_INFINITY } = options;
  checkOptions(options);
  checkCircles(circles, chance.weight.length);
  const { total } = chance;
  if (total === 0) return [];
  const weeks = prospective ? Math.min(longest, chance.weeks) : chance.weeks;
  const first = chance.weeks - weeks;
  const spans = spansOf(weeks, longest, prospective);
  const windows = scanWindows(circles, chance.weight, { weeks, spans, maxShare });
  const sumsOf = (cells: Int32Array | Float64Array) => {
    const bySpan = new Float64Array(chance.weight.length * spans.length);
    spanSums(windows, lastWeeks(cells, chance.weeks, weeks), bySpan);
    return windowSums(windows, bySpan);
  };
  const [seen, expected] = [sumsOf(chance.counts), sumsOf(chance.expected)];
  const ratios = windowRatios(windows, { seen, expected, total });
  const found = likeliestWindows(windows, ratios, mostClusters);
  const level = replicateLevels(windows, {
    ratios: found.map((window) => ratios[window] as number),
    expected,
    total,
  });
  const counts = new Int32Array(chance.weight.length * weeks);
  const draw = found.length > 0 ? chance.draws(first) : () => {};
  const p = monteCarlo(found.length, options, () => {
    draw(counts);
    return level(counts);
  });
  return found.map((window, i) => {
    const span = spans[window % spans.length] ?? { from: 0, to: 0 };
    return {
      zones: zonesOf(windows, window),
      weeks: span.to - span.from,
      until: first + span.to - 1,
      observed: seen[window] as number,
      expected: expected[window] as number,
      llr: ratios[window] as number,
      p: p[i] as number,
    };
  });
}

function lastWeeks<Cells extends Int32Array | Float64Array>(cells: Cells, all: number, weeks: number): Cells {
  return cells.filter((_, cell) => cell % all >= all - weeks) as Cells;
}

function checkOptions(options: ScanOptions): void {
  const { longest, replicates, maxShare = 0.5, mostClusters = 0, stopAt = 0 } = options;
  checkWhole({ longest }, 1);
  checkWhole({ replicates, stopAt, ...(mostClusters !== Number.POSITIVE_INFINITY && { mostClusters }) }, 0);
  if (!(maxShare > 0 && maxShare <= 1)) throw new RangeError(`maxShare: ${maxShare} (expected 0 … 1)`);
}

function checkWhole(named: Record<string, number>, least: number): void {
  for (const [name, value] of Object.entries(named))
    if (!(Number.isInteger(value) && value >= least))
      throw new RangeError(`${name}: ${value} (expected a whole number from ${least})`);
}

function checkCircles(circles: Circles, zones: number): void {
  for (const rings of circles) {
    const held = rings.flat();
    const strange = held.find((zone) => !(Number.isInteger(zone) && zone >= 0 && zone < zones));
    if (strange !== undefined) throw new RangeError(`circles: zone ${strange} (expected one of ${zones})`);
    if (new Set(held).size < held.length) throw new RangeError(`circles: a zone twice in ${held.join(", ")}`);
  }
}
