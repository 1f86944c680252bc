import { asFarAs } from "./likeliestWindows.ts";
import { fewestReaching } from "./likelihoodRatio.ts";
import { type ScanWindows, spanSums } from "./scanWindows.ts";

const NEVER = 2 ** 31 - 1;

/** For each found cluster, the fewest observations with which each window would reach its ratio; sums made anew each time. */
type Bars = { windows: ScanWindows; needed: readonly Int32Array[]; bySpan: Int32Array; seen: Int32Array };

/**
 * Which of the found clusters a replicate of chance alone would have beaten: the place of the first cluster whose ratio some
 * window of the replicate reaches, as many as there are clusters when it reaches none. The expected count of a window is the
 * same in every replicate, so each window is compared with the fewest observations it would need: no logarithms, and no
 * further windows once the best cluster is reached.
 */
export function replicateLevels(
  windows: ScanWindows,
  { ratios, expected, total }: { ratios: readonly number[]; expected: Float64Array; total: number },
): (counts: Int32Array) => number {
  const spans = windows.spans.length;
  const candidates = Int32Array.from(expected.keys()).filter(
    (at) => windows.closed[Math.floor(at / spans)] === 1 && (expected[at] as number) > 0,
  );
  candidates.sort((a, b) => (expected[a] as number) - (expected[b] as number));
  const ascending = Float64Array.from(candidates, (window) => expected[window] as number);
  const needed = ratios.map((ratio) => {
    const bars = new Int32Array(expected.length).fill(NEVER);
    for (const [i, fewest] of fewestReaching(asFarAs(ratio), ascending, total).entries())
      bars[candidates[i] as number] = fewest ?? NEVER;
    return bars;
  });
  const bySpan = new Int32Array(windows.zones * spans);
  const bars = { windows, needed, bySpan, seen: new Int32Array(spans) };
  return (counts) => {
    spanSums(windows, counts, bySpan);
    let level = ratios.length;
    for (let centre = 0; level > 0 && centre + 1 < windows.starts.length; centre++)
      level = levelAround(bars, centre, level);
    return level;
  };
}

/** The level after the circles of one centre, from the one before: only better clusters are still asked for. */
function levelAround({ windows, needed, bySpan, seen }: Bars, centre: number, before: number): number {
  const { order, starts } = windows;
  const [spans, end] = [seen.length, starts[centre + 1] as number];
  let level = before;
  let fewest = needed[level - 1] as Int32Array;
  seen.fill(0);
  for (let i = starts[centre] as number; i < end && level > 0; i++) {
    const zone = (order[i] as number) * spans;
    for (let s = 0; s < spans; s++) {
      const count = (seen[s] as number) + (bySpan[zone + s] as number);
      seen[s] = count;
      if (count >= (fewest[i * spans + s] as number)) {
        level = levelOf(needed, i * spans + s, { count, below: level });
        fewest = needed[level - 1] ?? fewest;
      }
    }
  }
  return level;
}

/** The place of the first cluster that so many observations in a window reach, of those before `below`. */
function levelOf(
  needed: readonly Int32Array[],
  window: number,
  { count, below }: { count: number; below: number },
): number {
  let level = below;
  while (level > 0 && count >= (needed[level - 1]?.[window] as number)) level--;
  return level;
}
