import { type NegativeBinomial, negativeBinomialUpper } from "../stats/negativeBinomial.ts";
import { ratePrior } from "../stats/ratePrior.ts";
import type { Exposed } from "../stats/rateRatio.ts";

/** One need in one zone: in the base weeks and in the window now; counts are true ones, hours of presence. */
export type BaseAndNow = { base: Exposed; now: Exposed };

/**
 * What a zone would show if nothing grew (`expected`, mean) and how likely so many or more are then (`p`). Both `null` where
 * nobody is there now, or nothing can be expected: fewer than two zones with presence, or a need never seen in the base.
 */
export type CellAlarm = { p: number | null; expected: number | null };

/**
 * The predictive test of every zone for one need: rates of zones are Gamma (by moments over the zones), so what is counted
 * over the hours of now is negative binomial given what was counted over those of the base. Hours, not days, are the
 * measure: more looking alone is no growth. A zone without base hours is tested on the prior of the others.
 * @param movement how many times as much the whole city shows (1 = as ever); what is expected grows with it
 * @throws RangeError when counts or hours are negative or counts are not whole, or the movement is not positive
 * @see methods A2, E1; fixture alarm_effort_adjusted_14zones (R pnbinom)
 */
export function cellAlarms(tallies: readonly BaseAndNow[], { movement }: { movement: number }): CellAlarm[] {
  if (!(movement > 0)) throw new RangeError(`movement: ${movement}`);
  return predictives(tallies).map((predictive, i) => {
    if (!predictive) return { p: null, expected: null };
    const expected = predictive.mean * movement;
    return { p: negativeBinomialUpper({ ...predictive, mean: expected }, nowOf(tallies, i)), expected };
  });
}

/**
 * Whether the whole city moves: `ratio` of what is counted to what is `expected`, `p` that so many or more come by chance
 * (negative binomial with the mean and the variance of the zones' predictives together). Zones in alarm are set aside, so
 * that a few of them are not taken for the city, unless more than half of what is expected is theirs. `null` when nothing
 * can be expected.
 * @param alarmed by zone, in the order of the tallies: in alarm without any movement
 * @throws RangeError as `cellAlarms`, and when not every zone is told of
 * @see methods A2, E1, step 6
 */
export function cityMovement(
  tallies: readonly BaseAndNow[],
  alarmed: readonly boolean[],
): { ratio: number; expected: number; p: number } | null {
  if (alarmed.length !== tallies.length) {
    throw new RangeError(`alarms of ${alarmed.length} zones (expected ${tallies.length})`);
  }
  const tested = predictives(tallies).flatMap((predictive, i) =>
    predictive ? [{ predictive, count: nowOf(tallies, i), alarmed: alarmed[i] === true }] : [],
  );
  const calm = tested.filter((zone) => !zone.alarmed);
  const mean = (zones: typeof tested) => zones.reduce((sum, zone) => sum + zone.predictive.mean, 0);
  const told = 2 * mean(calm) < mean(tested) ? tested : calm;
  if (told.length === 0) return null;
  const count = told.reduce((sum, zone) => sum + zone.count, 0);
  const city = together(told.map((zone) => zone.predictive));
  return { ratio: count / city.mean, expected: city.mean, p: negativeBinomialUpper(city, count) };
}

function predictives(tallies: readonly BaseAndNow[]): (NegativeBinomial | null)[] {
  const prior = ratePrior(tallies.map(({ base }) => ({ ...base, variance: 0 })));
  return tallies.map(({ base, now }) => {
    if (!(now.hours >= 0)) throw new RangeError(`hours now: ${now.hours}`);
    if (!prior || now.hours === 0) return null;
    const size = prior.gamma.shape + base.count;
    return { size, mean: (size / (prior.gamma.rate + base.hours)) * now.hours };
  });
}

/** Of their sum: its mean, and the size that gives its variance. */
function together(parts: readonly NegativeBinomial[]): NegativeBinomial {
  const mean = parts.reduce((sum, part) => sum + part.mean, 0);
  const extra = parts.reduce((sum, part) => sum + part.mean ** 2 / part.size, 0);
  return { size: mean ** 2 / extra, mean };
}

const nowOf = (tallies: readonly BaseAndNow[], i: number) => tallies[i]?.now.count ?? 0;
