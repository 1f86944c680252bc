import { per10Hours } from "../published.ts";
import type { ComparedPlace } from "./comparedPlace.ts";

/**
 * Four breaks of a need ramp, the same for both maps: about a half, four fifths, five quarters and twice the network's
 * rate, rounded to two digits at most. `null` when the network has no rate.
 */
export function needBreaks({ a, b }: Pick<ComparedPlace, "a" | "b">): number[] | null {
  const rate = per10Hours(a.shown + b.shown, a.hours + b.hours);
  if (!rate) return null;
  return [0.5, 0.8, 1.25, 2].map((share) => {
    const value = rate * share;
    const grain = value >= 10 ? 1 : value >= 2 ? 0.5 : 0.1;
    return Math.round(value / grain) * grain;
  });
}
