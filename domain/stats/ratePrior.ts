import type { Gamma } from "./gamma.ts";

/** Needs counted over presence hours in one zone; `variance`: of the perturbation in the count (0 for a true count). */
export type Tally = { count: number; hours: number; variance: number };

/** How rates per presence hour differ between zones: mean `r`, variance `s2` beyond chance, and the Gamma they make. */
export type RatePrior = { r: number; s2: number; gamma: Gamma };

/**
 * The prior of the rates of zones by moments: r = Σy / Σh; s2 = Σh(y/h − r)² / Σh − r / mean(h), less what the perturbation
 * adds; shape r²/s2 within 0.5 … 50 (50 when zones do not differ beyond chance). Zones without hours say nothing. `null`
 * with fewer than two zones (one zone would be its own prior) or without a need.
 * @throws RangeError on a negative count, hours or variance
 * @see methods A2; Marshall 1991; R fixture alarm_effort_adjusted_14zones
 */
export function ratePrior(tallies: readonly Tally[]): RatePrior | null {
  const present = tallies.filter(checked).filter(({ hours }) => hours > 0);
  const total = (value: (tally: Tally) => number) => present.reduce((sum, tally) => sum + value(tally), 0);
  const hours = total((tally) => tally.hours);
  const r = hours > 0 ? total(({ count }) => count) / hours : 0;
  if (present.length < 2 || r === 0) return null;
  const spread = total((tally) => tally.hours * (tally.count / tally.hours - r) ** 2) / hours;
  const perturbed = total((tally) => tally.variance / tally.hours) / hours;
  const s2 = spread - (r * present.length) / hours - perturbed;
  const shape = s2 > 0 ? Math.min(50, Math.max(0.5, (r * r) / s2)) : 50;
  return { r, s2, gamma: { shape, rate: shape / r } };
}

/**
 * The prior of a slot's rates across zones, or that of all slots together when fewer than five zones had anybody there in
 * that slot.
 * @see methods B2, "Rate"
 */
export function slotPrior(slot: readonly Tally[], allSlots: readonly Tally[]): RatePrior | null {
  const zones = slot.filter(({ hours }) => hours > 0).length;
  return (zones >= FEWEST_ZONES ? ratePrior(slot) : null) ?? ratePrior(allSlots);
}

const FEWEST_ZONES = 5;

function checked({ count, hours, variance }: Tally): true {
  if (count >= 0 && hours >= 0 && variance >= 0) return true;
  throw new RangeError(`tally: count ${count}, hours ${hours}, variance ${variance}`);
}
