import { type Gamma, gammaQuantile, gammaTails } from "./gamma.ts";
import type { RatePrior } from "./ratePrior.ts";

/**
 * What is published about a need over the presence hours of services able to record it: a count of at least `shown` and
 * at most `upTo` (a withheld cell adds 0 … 4, more where it may be repeat sightings), with the variance the perturbation put
 * into it (V for each cell shown). `middle`: the likeliest, where it is not half-way: nearly all withheld cells are small.
 */
export type Evidence = {
  shown: number;
  upTo: number;
  middle?: number | undefined;
  variance: number;
  hours: number;
};

/** The likeliest count. */
export const middleOf = ({
  shown,
  upTo,
  middle = (shown + upTo) / 2,
}: Omit<Evidence, "variance" | "hours">): number => middle;

/** The ends of what the evidence allows (`low` from `shown`, `high` from `upTo`), and its middle: rates per presence hour. */
export type Posterior = { low: Gamma; middle: Gamma; high: Gamma };

/**
 * A need's rate per presence hour. *unknown* (sconosciuto): nobody was there, and the posterior is only the prior, `null`
 * without one. *insufficient* (insufficiente): nothing was seen, in too few hours to call it low. `outside`: needs were
 * recorded without any presence, a fault in the data; half an hour is taken for it.
 */
export type NeedRate = {
  state: "known" | "insufficient" | "unknown";
  posterior: Posterior | null;
  outside: boolean;
};

/**
 * The Gamma posterior of a need's rate: shape a + y, rate b + h, made wider by the perturbation's variance at the same
 * mean. Without a prior, Jeffreys' Gamma(½, 0) stands in, and a zero is never informative.
 * @throws RangeError when the evidence is none (negative, or `upTo` under `shown`)
 * @see methods A2, B2 ("Rate", "Informative zero", "Edge cases") and "How it fits together" 5
 */
export function needRate(evidence: Evidence, prior: RatePrior | null): NeedRate {
  refuseNonsense(evidence);
  const { shown, upTo, variance } = evidence;
  const middle = middleOf(evidence);
  const outside = evidence.hours === 0 && shown > 0;
  const hours = outside ? 0.5 : evidence.hours;
  if (hours === 0) {
    const posterior = prior && { low: prior.gamma, middle: prior.gamma, high: prior.gamma };
    return { state: "unknown", posterior, outside };
  }
  const { shape, rate } = prior?.gamma ?? JEFFREYS;
  const given = (count: number) => widened({ shape: shape + count, rate: rate + hours }, variance);
  const posterior = { low: given(shown), middle: given(middle), high: given(upTo) };
  const informative = shown > 0 || (prior !== null && hours >= ENOUGH / prior.r);
  return { state: informative ? "known" : "insufficient", posterior, outside };
}

/**
 * The rate not exceeded with probability p, per presence hour: under the median from the lower end of the evidence, over
 * it from the upper end. `null` where nobody was there.
 */
export function rateQuantile({ state, posterior }: NeedRate, p: number): number | null {
  return state === "unknown" || !posterior ? null : posteriorQuantile(posterior, p);
}

/** As `rateQuantile`, for a posterior: also for the bare prior of a place where nobody was. */
export function posteriorQuantile({ low, middle, high }: Posterior, p: number): number {
  if (p === 0.5) return gammaQuantile(middle, p);
  return gammaQuantile(p < 0.5 ? low : high, p);
}

/** The probability that a rate is above x: at least and at most, as what is withheld is least or most. */
export function chanceAbove({ low, high }: Posterior, x: number): { atLeast: number; atMost: number } {
  return { atLeast: gammaTails(low, x).upper, atMost: gammaTails(high, x).upper };
}

const JEFFREYS: Gamma = { shape: 0.5, rate: 0 };

/** A zero over h hours is informative from h = 0.8 / r: then its one-sided 80 % limit, 1.61 / h, is at most 2 r. */
const ENOUGH = 0.8;

/** A Gamma of the same mean, whose variance counts `variance` more events than were seen. */
function widened({ shape, rate }: Gamma, variance: number): Gamma {
  const share = shape / (shape + variance);
  return { shape: shape * share, rate: rate * share };
}

function refuseNonsense({ shown, upTo, variance, hours }: Evidence): void {
  if (shown >= 0 && upTo >= shown && variance >= 0 && hours >= 0) return;
  throw new RangeError(`evidence: shown ${shown}, up to ${upTo}, variance ${variance}, hours ${hours}`);
}
