import type { Circles } from "./circles.ts";
import { logLikelihoodRatio } from "./likelihoodRatio.ts";

/** Weeks from (within) to (without), counted from the first week scanned. */
export type Span = { from: number; to: number };

/**
 * All candidate windows: circles × spans. Circle i is the zones `order[first of its centre … i]`; window (i, s) has the index
 * i × spans + s. Where a ring is not yet whole, `closed` is 0 and the circle is no candidate.
 */
export type ScanWindows = {
  zones: number;
  /** Weeks scanned: the last ones. */
  weeks: number;
  spans: readonly Span[];
  /** Zones as the centres take them, one centre after the other. */
  order: Int32Array;
  closed: Uint8Array;
  /** Where each centre begins in `order`, and its end. */
  starts: Int32Array;
};

/** Spans of up to `longest` of `weeks` weeks, the shorter first: those that end with the last week, or all. */
export function spansOf(weeks: number, longest: number, prospective: boolean): Span[] {
  const lengths = Array.from({ length: Math.min(longest, weeks) }, (_, i) => i + 1);
  return lengths.flatMap((length) =>
    Array.from({ length: prospective ? 1 : weeks - length + 1 }, (_, before) => ({
      from: weeks - length - before,
      to: weeks - before,
    })),
  );
}

/** Circles grow by whole rings while the weight of their zones (of sum 1) is no more than `maxShare`. */
export function scanWindows(
  circles: Circles,
  weight: Float64Array,
  { weeks, spans, maxShare }: { weeks: number; spans: readonly Span[]; maxShare: number },
): ScanWindows {
  const order: number[] = [];
  const closed: number[] = [];
  const starts = [0];
  for (const rings of circles) {
    let held = 0;
    for (const ring of rings) {
      for (const zone of ring) held += weight[zone] as number;
      if (held > maxShare * (1 + 1e-9)) break;
      order.push(...ring);
      closed.push(...ring.map((_, i) => (i === ring.length - 1 ? 1 : 0)));
    }
    starts.push(order.length);
  }
  const zones = weight.length;
  return {
    ...{ zones, weeks, spans },
    order: Int32Array.from(order),
    closed: Uint8Array.from(closed),
    starts: Int32Array.from(starts),
  };
}

/** Sums of zone × week over every span, into zone × span. */
export function spanSums(
  { zones, weeks, spans }: ScanWindows,
  cells: ArrayLike<number>,
  into: Float64Array | Int32Array,
): void {
  const before = new Float64Array(weeks + 1);
  for (let zone = 0; zone < zones; zone++) {
    for (let week = 0; week < weeks; week++)
      before[week + 1] = (before[week] as number) + (cells[zone * weeks + week] as number);
    for (const [s, { from, to }] of spans.entries())
      into[zone * spans.length + s] = (before[to] as number) - (before[from] as number);
  }
}

/** Sums of zone × span over every circle: one for each window. */
export function windowSums({ order, starts, spans }: ScanWindows, bySpan: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(order.length * spans.length);
  for (let centre = 0; centre + 1 < starts.length; centre++) {
    const [first, end] = [starts[centre] as number, starts[centre + 1] as number];
    for (let i = first; i < end; i++)
      for (let s = 0; s < spans.length; s++) {
        const inner = i > first ? (sums[(i - 1) * spans.length + s] as number) : 0;
        sums[i * spans.length + s] = inner + (bySpan[(order[i] as number) * spans.length + s] as number);
      }
  }
  return sums;
}

/** Log likelihood ratio of every window; 0 where the circle is no candidate. */
export function windowRatios(
  { closed, spans }: ScanWindows,
  { seen, expected, total }: { seen: Float64Array; expected: Float64Array; total: number },
): Float64Array {
  return seen.map((count, window) =>
    closed[Math.floor(window / spans.length)] === 1
      ? logLikelihoodRatio(count, expected[window] as number, total)
      : 0,
  );
}
