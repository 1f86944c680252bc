import { benjaminiHochberg } from "../stats/fdr.ts";
import { mannKendall } from "../stats/mannKendall.ts";
import { needRate, rateQuantile } from "../stats/needRate.ts";
import { ratePrior } from "../stats/ratePrior.ts";
import { senSlope } from "../stats/senSlope.ts";
import { evenHours, monthsTogether } from "./evenHours.ts";
import type { EpochInput, MonthCells } from "./needSeries.ts";
import { PARAMETERS } from "./parameters.ts";
import type { Trend } from "./reading.ts";

/** How a need went in a place (`zone` `null` = the city). `since`: first day of the first month that told, `null` for *few*. */
export type PlaceTrend = { need: string; zone: string | null; trend: Trend; since: string | null };

type Read = Pick<EpochInput, "months" | "needs" | "zones">;
type MonthCell = MonthCells["cells"][number];
type Point = { month: number; rate: number };
type Tested = { p: number; rise: number; first: number };

/**
 * The trend of every cell over the last closed months: Mann and Kendall's test on the monthly rates, those found at a
 * false discovery rate over all cells, whose Sen slope over their months is a good part of their median. *few*: under ten
 * months that tell, or not a year from the first to the last, so that a season would pass for a trend.
 *
 * A month tells when it is shown and its hours would bring the threshold of what is shown: of fewer hours only the richest
 * months would be seen. The city's hours are weighted by zone, so that going more to busy zones is no growth; what is seen
 * of a sensitive need in a zone, published nowhere, weighs here alone. A row for each cell, but none for a sensitive need
 * in a zone.
 * @see methods A2, E3
 */
export function trends({ months: { months, cells }, needs, zones }: Read): PlaceTrend[] {
  const from = Math.max(0, months.length - PARAMETERS.trendMonths);
  const lately = {
    needs,
    zones,
    cells: cells.map((cell) => ({
      ...cell,
      values: cell.values.slice(from),
      hours: cell.hours.slice(from),
    })),
  };
  const told = lately.cells.filter(({ zone, sensitive }) => zone === null || !sensitive);
  const tested = told.map((cell) => testOf(pointsOf({ ...cell, hours: evenHours(cell, lately) })));
  const q = benjaminiHochberg(tested.map((test) => test?.p ?? null));
  return told.map(({ need, zone }, i) => {
    const test = tested[i];
    if (!test) return { need, zone, trend: "few", since: null };
    const since = months[from + test.first]?.from ?? null;
    const moves = (q[i] ?? 1) <= PARAMETERS.trendQ && Math.abs(test.rise) >= PARAMETERS.trendRise;
    return { need, zone, trend: moves ? (test.rise > 0 ? "rising" : "falling") : "flat", since };
  });
}

/** `rise`: the slope over all its months, as a share of the median rate. `null`: too little to test. */
function testOf(points: readonly Point[]): Tested | null {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < PARAMETERS.fewestMonths || !first || !last) return null;
  const span = last.month - first.month;
  if (span < PARAMETERS.fewestSpan) return null;
  const rates = points.map(({ rate }) => rate);
  const { p } = mannKendall(rates);
  const slope = senSlope(
    rates,
    points.map(({ month }) => month),
  );
  const middle = rates.toSorted((a, b) => a - b)[rates.length >> 1] ?? 0;
  return { p: p ?? 1, rise: middle > 0 ? ((slope ?? 0) * span) / middle : 0, first: first.month };
}

/** The months that tell: their rates are posterior medians, given how this place's own months differ. */
function pointsOf(cell: MonthCell): Point[] {
  const { count, hours } = monthsTogether(cell);
  const telling = cell.values.flatMap((value, month) => {
    const spent = cell.hours[month] ?? 0;
    const enough = spent > 0 && count * spent >= cell.threshold * hours;
    return value === null || !enough ? [] : [{ month, value, hours: spent }];
  });
  const { variance } = cell;
  const prior = ratePrior(telling.map(({ value, hours }) => ({ count: value, hours, variance })));
  return telling.flatMap(({ month, value, hours }) => {
    const rate = rateQuantile(needRate({ shown: value, upTo: value, variance, hours }, prior), 0.5);
    return rate === null ? [] : [{ month, rate }];
  });
}
