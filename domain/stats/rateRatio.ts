import { betaQuantile, betaTails } from "./beta.ts";
import { type Evidence, middleOf } from "./needRate.ts";

/** Events over hours. */
export type Exposed = { count: number; hours: number };

/**
 * How many times the first rate is the second: `ratio` `null` = none of the second (any number of times), `high` Infinity =
 * no upper end. `p`: two-sided, that they are equal.
 */
export type RateRatio = { ratio: number | null; low: number; high: number; p: number };

/** Fewest events on both sides together on which a comparison is made. */
const FEWEST_EVENTS = 5;

/**
 * Two rates of true counts compared: given their sum, the first count is binomial, so Clopper and Pearson's 95 % interval
 * is exact; p sums the outcomes that are no likelier than the one seen.
 * @throws RangeError when a count is no whole number or hours are not positive
 * @see R poisson.test
 */
export function exactRateRatio(first: Exposed, second: Exposed): RateRatio {
  for (const { count } of [first, second]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`count: ${count}`);
  }
  return { ...interval(first, second, 95), p: likelihoodP(first, second) };
}

/**
 * Two rates of published counts compared. A perturbed count y with variance V weighs as y²/(y + V) events, which gives the
 * rate its Poisson and its perturbation variance together; what is withheld stretches the interval from (shown, up to) to
 * (up to, shown), and p is the larger of the two ends', or 1 when they lie on both sides of equal. `null` with nobody there
 * on one side, or fewer than five events.
 * @param held how many intervals in a hundred hold the true ratio
 * @throws RangeError when evidence is negative or `upTo` under `shown`
 * @see methods B2, "Day/night comparison", and "How it fits together" 5
 */
export function publishedRateRatio(first: Evidence, second: Evidence, held: 80 | 95 = 95): RateRatio | null {
  if (first.hours === 0 || second.hours === 0) return null;
  if (first.shown + second.shown < FEWEST_EVENTS) return null;
  const [least, most] = [
    ends(weigh(first, first.shown), weigh(second, second.upTo), held),
    ends(weigh(first, first.upTo), weigh(second, second.shown), held),
  ];
  const [one, other] = [middleOf(first), middleOf(second)];
  const straddles = least.above !== most.above;
  return {
    ratio: other === 0 ? null : one / first.hours / (other / second.hours),
    low: least.low,
    high: most.high,
    p: straddles ? 1 : Math.max(least.p, most.p),
  };
}

function ends(first: Exposed, second: Exposed, held: number): RateRatio & { above: boolean } {
  const above = first.count / first.hours > second.count / second.hours;
  return { ...interval(first, second, held), p: centralP(first, second), above };
}

function weigh({ shown, upTo, variance, hours }: Evidence, count: number): Exposed {
  if (!(shown >= 0 && upTo >= shown && variance >= 0 && hours > 0)) {
    throw new RangeError(`evidence: shown ${shown}, up to ${upTo}, variance ${variance}, hours ${hours}`);
  }
  const share = count === 0 ? 1 : count / (count + variance);
  return { count: count * share, hours: hours * share };
}

function interval(first: Exposed, second: Exposed, held: number): Omit<RateRatio, "p"> {
  const hours = hoursRatio(first, second);
  const tail = (100 - held) / 200;
  return {
    ratio: second.count === 0 ? null : (first.count / second.count) * hours,
    low: lowestOdds(first.count, second.count, tail) * hours,
    high: hours / lowestOdds(second.count, first.count, tail),
  };
}

/** Odds of the lower end of Clopper and Pearson's interval; the upper end is the other side's. */
function lowestOdds(count: number, others: number, tail: number): number {
  if (count === 0) return 0;
  const share = betaQuantile({ a: count, b: others + 1 }, tail);
  return share / (1 - share);
}

function hoursRatio(first: Exposed, second: Exposed): number {
  const ratio = second.hours / first.hours;
  if (ratio > 0 && ratio < Number.POSITIVE_INFINITY) return ratio;
  throw new RangeError(`hours: ${first.hours} and ${second.hours} (expected both positive)`);
}

/** Twice the smaller tail, which agrees with the interval, for counts that need not be whole. */
function centralP(first: Exposed, second: Exposed): number {
  const share = 1 / (1 + hoursRatio(first, second));
  const atLeast = first.count === 0 ? 1 : betaTails({ a: first.count, b: second.count + 1 }, share).lower;
  const atMost = second.count === 0 ? 1 : betaTails({ a: first.count + 1, b: second.count }, share).upper;
  return Math.min(1, 2 * Math.min(atLeast, atMost));
}

/** The outcomes no likelier than the one seen, as R sums them: with a grain of 1e−7 for ties. */
function likelihoodP(first: Exposed, second: Exposed): number {
  const n = first.count + second.count;
  const odds = 1 / hoursRatio(first, second);
  const logs = [0];
  for (let k = 0; k < n; k++) logs.push((logs[k] ?? 0) + Math.log((odds * (n - k)) / (k + 1)));
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const seen = (weights[first.count] ?? 0) * (1 + 1e-7);
  const total = (all: number[]) => all.reduce((sum, weight) => sum + weight, 0);
  return total(weights.filter((weight) => weight <= seen)) / total(weights);
}
