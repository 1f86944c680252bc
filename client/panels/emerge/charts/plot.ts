import { daysBetween } from "../../../format.ts";
import type { Point } from "./point.ts";

/** Places on paper: time goes right, amounts go up. */
export type Plot = { x: (date: string) => number; y: (amount: number) => number };

/** @param days the first day and the day after the last */
export function plotOf(
  days: { from: string; to: string },
  {
    left = 0,
    width,
    top,
    bottom,
    most,
  }: Record<"width" | "top" | "bottom" | "most", number> & { left?: number },
): Plot {
  const all = Math.max(1, daysBetween(days.from, days.to));
  const high = most > 0 ? most : 1;
  return {
    x: (date) => left + (daysBetween(days.from, date) / all) * width,
    y: (amount) => bottom - (Math.min(amount, high) / high) * (bottom - top),
  };
}

/** A round number for the top of an axis, the least that is not under `most`. */
export function roundTop(most: number): number {
  if (!(most > 0)) return 1;
  const unit = 10 ** Math.floor(Math.log10(most));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * unit >= most * (1 - 1e-9)) ?? 10;
  return Number((step * unit).toPrecision(3));
}

type Amount = (point: Point) => number | null;

/** A line through the middles of spans that can be said; where one cannot, the line is broken. */
export function linePath(points: readonly Point[], amount: Amount, plot: Plot): string {
  return runsOf(points, amount)
    .filter((run) => run.length > 1)
    .map((run) => `M${run.map(({ point, value }) => place(plot, point, value)).join("L")}`)
    .join("");
}

/** The surface between two amounts, broken as the line is; a point with no neighbour is as wide as its span. */
export function bandPath(
  points: readonly Point[],
  { low, high }: { low: Amount; high: Amount },
  plot: Plot,
): string {
  return runsOf(points, high)
    .map((run) => {
      const [only] = run;
      if (run.length === 1 && only)
        return aloneBand(only.point, { low: low(only.point) ?? 0, high: only.value }, plot);
      const over = run.map(({ point, value }) => place(plot, point, value));
      const under = run.map(({ point }) => place(plot, point, low(point) ?? 0)).reverse();
      return `M${[...over, ...under].join("L")}Z`;
    })
    .join("");
}

function aloneBand({ from, to }: Point, band: { low: number; high: number }, { x, y }: Plot): string {
  const [left, right, over, under] = [x(from), x(to), y(band.high), y(band.low)].map(short);
  return `M${left} ${over}H${right}V${under}H${left}Z`;
}

/** The middle of a span. */
export const middle = ({ from, to }: Pick<Point, "from" | "to">, { x }: Plot): number =>
  (x(from) + x(to)) / 2;

type Told = { point: Point; value: number };

function runsOf(points: readonly Point[], amount: Amount): Told[][] {
  const runs: Told[][] = [];
  let before: Point | null = null;
  for (const point of points) {
    const value = amount(point);
    if (value !== null && before?.to === point.from) runs.at(-1)?.push({ point, value });
    else if (value !== null) runs.push([{ point, value }]);
    before = value === null ? null : point;
  }
  return runs;
}

const place = (plot: Plot, point: Point, value: number) =>
  `${short(middle(point, plot))} ${short(plot.y(value))}`;
const short = (n: number) => Math.round(n * 10) / 10;
