import type { HotSpot } from "../emerging/reading.ts";

/** A significantly high (1) or low (−1) value, or neither. */
export type Sign = -1 | 0 | 1;

/**
 * The class of a place in an emerging hot spot analysis. Of the texts that overlap, the last step speaks first: where it is
 * significant its sign names the class.
 * @param steps the significance of the place's Gi* at each step, oldest first
 * @param trend of the Gi* series: significantly rising (1), falling (−1), or neither
 * @throws RangeError without a step
 * @see methods A2, E4; ArcGIS Pro, "How Emerging Hot Spot Analysis works"
 */
export function hotSpotClass(steps: readonly Sign[], trend: Sign): HotSpot {
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError("hot spot of no step");
  if (last === 0) return mostly(steps, 1) ? "historical_hot" : mostly(steps, -1) ? "historical_cold" : "none";
  const kind = last === 1 ? "hot" : "cold";
  if (mostly(steps, last)) return `${changing(trend * last)}_${kind}`;
  return `${pattern(steps, last)}_${kind}`;
}

function pattern(steps: readonly Sign[], last: 1 | -1) {
  if (steps.some((step) => step === -last)) return "oscillating";
  const run = steps.length - 1 - steps.findLastIndex((step) => step !== last);
  if (run < steps.filter((step) => step === last).length) return "sporadic";
  return run === 1 ? "new" : "consecutive";
}

/** At least nine tenths. */
const mostly = (steps: readonly Sign[], sign: Sign): boolean =>
  10 * steps.filter((step) => step === sign).length >= 9 * steps.length;

const changing = (away: number) => (away === 0 ? "persistent" : away > 0 ? "intensifying" : "diminishing");
