import { per10Hours } from "../../../../domain/published.ts";
import { needRate, rateQuantile } from "../../../../domain/stats/needRate.ts";
import { senSlope } from "../../../../domain/stats/senSlope.ts";
import { daysBetween } from "../../../format.ts";

/**
 * A need over one week or month, `to` exclusive. *withheld*: more of the count is withheld than shown, and it lies
 * somewhere from `shown` to `upTo`; *unknown*: nobody able to see it was there, or the span was never closed.
 */
export type Point = {
  from: string;
  to: string;
  seen: "known" | "withheld" | "unknown";
  shown: number;
  upTo: number;
  variance: number;
  hours: number;
};

/** Needs per 10 hours of presence: the middle of what may be; `null` where it cannot be said. */
export const rateOf = ({ seen, shown, upTo, hours }: Point): number | null =>
  seen === "known" ? per10Hours((shown + upTo) / 2, hours) : null;

/** The least and the most the published cells allow, per 10 hours; `null` where nobody was there. */
export function endsOf({ seen, shown, upTo, hours }: Point): { from: number; to: number } | null {
  const [from, to] = [per10Hours(shown, hours), per10Hours(upTo, hours)];
  return seen === "unknown" || from === null || to === null ? null : { from, to };
}

/** Where the rate lies 8 times in 10, per 10 hours; `null` where it cannot be said. */
export function bandOf({ seen, ...evidence }: Point): { low: number; high: number } | null {
  if (seen !== "known") return null;
  const rate = needRate(evidence, null);
  const [low, high] = [rateQuantile(rate, 0.1), rateQuantile(rate, 0.9)];
  return low === null || high === null ? null : { low: low * 10, high: high * 10 };
}

/** Presence hours a week, so that weeks and months compare. */
export const weeklyHours = ({ from, to, hours }: Point): number => (hours / daysBetween(from, to)) * 7;

/** What is usual: all that is known over all its hours, per 10 hours; `null` when nothing is. */
export function usualRate(points: readonly Point[]): number | null {
  const known = points.filter(({ seen }) => seen === "known");
  const sum = (value: (point: Point) => number) => known.reduce((total, point) => total + value(point), 0);
  return per10Hours(
    sum(({ shown, upTo }) => (shown + upTo) / 2),
    sum(({ hours }) => hours),
  );
}

/** The straight line of a slow trend (Sen's slope through the medians), at the first and last point; `null` under three known ones. */
export function trendLine(points: readonly Point[]): { first: number; last: number } | null {
  const told = points.flatMap((point, i) => {
    const rate = rateOf(point);
    return rate === null ? [] : [{ i, rate }];
  });
  if (told.length < 3) return null;
  const slope = senSlope(
    told.map(({ rate }) => rate),
    told.map(({ i }) => i),
  );
  if (slope === null) return null;
  const start = median(told.map(({ i, rate }) => rate - slope * i));
  return { first: start, last: start + slope * (points.length - 1) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}
