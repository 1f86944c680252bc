import type { ScanWindows } from "./scanWindows.ts";

/** Ratios nearer than this, as a share of the larger (of 1 when both are less), are one ratio. */
const SAME = 1e-9;

/** What reaches as far as `ratio`, for the last bits of a sum. */
export const asFarAs = (ratio: number): number => ratio - SAME * Math.max(1, ratio);

/**
 * The windows of the greatest ratio, each sharing no zone with a better one, the best first; none of ratio 0. Among equals
 * the one of fewer zones, then of fewer weeks, then of the first centre, then the latest.
 */
export function likeliestWindows(windows: ScanWindows, ratios: Float64Array, most: number): number[] {
  const taken = new Uint8Array(windows.zones);
  const found: number[] = [];
  while (found.length < most) {
    const best = likeliest(windows, ratios, taken);
    if (best === null) break;
    found.push(best);
    for (const zone of zonesOf(windows, best)) taken[zone] = 1;
  }
  return found;
}

/** Zones of a window, in the order of the input. */
export function zonesOf({ order, starts, spans }: ScanWindows, window: number): number[] {
  const last = Math.floor(window / spans.length);
  const first = starts.findLast((start) => start <= last) ?? 0;
  return Array.from(order.subarray(first, last + 1)).sort((a, b) => a - b);
}

function likeliest(windows: ScanWindows, ratios: Float64Array, taken: Uint8Array): number | null {
  let greatest = 0;
  eachFree(windows, taken, (i) => {
    for (let s = 0; s < windows.spans.length; s++)
      greatest = Math.max(greatest, ratios[i * windows.spans.length + s] as number);
  });
  if (asFarAs(greatest) <= 0) return null;
  let best: { window: number; zones: number; weeks: number } | null = null;
  eachFree(windows, taken, (i, zones) => {
    for (const [s, { from, to }] of windows.spans.entries()) {
      const window = i * windows.spans.length + s;
      if ((ratios[window] as number) < asFarAs(greatest)) continue;
      if (best === null || zones < best.zones || (zones === best.zones && to - from < best.weeks))
        best = { window, zones, weeks: to - from };
    }
  });
  return (best as { window: number } | null)?.window ?? null;
}

/** Every circle without a taken zone, and how many zones it has. */
function eachFree(
  { order, starts }: ScanWindows,
  taken: Uint8Array,
  see: (circle: number, zones: number) => void,
): void {
  for (let centre = 0; centre + 1 < starts.length; centre++) {
    const first = starts[centre] as number;
    for (let i = first; i < (starts[centre + 1] as number); i++) {
      if (taken[order[i] as number] === 1) break;
      see(i, i - first + 1);
    }
  }
}
