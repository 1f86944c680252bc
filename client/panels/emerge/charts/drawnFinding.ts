import type { Finding } from "../../../../domain/emerging/reading.ts";
import { addDays } from "../../../../domain/period.ts";
import { roundTop } from "./plot.ts";
import { bandOf, endsOf, type Point, rateOf, trendLine, usualRate, weeklyHours } from "./point.ts";
import { type CellRule, type Emerged, findingPoints, stepOf, windowOf } from "./series.ts";

/** What is said of the last weeks: a class of growth (`more`: under half as much again), or why there is none. */
export type Level = "more" | "g1" | "g2" | "g3" | "norm" | "few" | "unknown";

/** A finding as it is drawn. */
export type Drawn = {
  points: Point[];
  /** The first day and the day after the last, of what is drawn as figures. */
  days: { from: string; to: string };
  step: "week" | "month";
  /** Needs per 10 hours that are usual; a slow trend has a line instead. */
  usual: number | null;
  trend: { first: number; last: number } | null;
  /** The top of either axis. */
  most: number;
  mostHours: number;
  level: Level;
  /** Where on the axis the class stands: the usual rate so many times. */
  badgeAt: number | null;
  weeks: number;
  /** Presence hours a week in the last weeks; `null` when not told. */
  hoursNow: number | null;
};

const GROWTH = { 1.5: "g1", 2: "g2", 3: "g3" } as const;

/** The class of a rounded ratio. */
export const levelOf = (ratio: Finding["ratio"]): Level => (ratio === null ? "more" : GROWTH[ratio]);

export const isGrowth = (level: string | null): boolean =>
  level === "more" || (level?.startsWith("g") ?? false);

/** Figures up to the last weeks, of which only the class is published. */
export function drawnFinding(
  emerged: Emerged,
  finding: Finding,
  { rule, sensitive }: { rule: CellRule; sensitive: boolean },
): Drawn {
  const weeks = finding.weeks ?? windowOf(emerged, sensitive);
  const step = stepOf(emerged.series, finding);
  const begin = addDays(emerged.to, 1 - 7 * weeks);
  const points = findingPoints(emerged.series, finding, rule).filter(
    ({ to }) => step === "month" || to <= begin,
  );
  const hoursNow = hoursOf(emerged, finding);
  const usual = usualRate(points);
  const level = levelNow(emerged, finding);
  const badgeAt = usual !== null && finding.ratio !== null ? usual * finding.ratio : null;
  return {
    points,
    days: { from: points[0]?.from ?? emerged.to, to: points.at(-1)?.to ?? emerged.to },
    step,
    usual,
    trend: finding.kind === "trend" ? trendLine(points) : null,
    most: topOf(points, [usual, badgeAt]),
    mostHours: Math.max(0, hoursNow ?? 0, ...points.map(weeklyHours)),
    level,
    badgeAt,
    weeks,
    hoursNow,
  };
}

/** High enough for every figure; bands and withheld counts may reach over it, and are cut there. */
function topOf(points: readonly Point[], also: readonly (number | null)[]): number {
  const rates = [...points.map(rateOf), ...also].filter((rate) => rate !== null);
  const ends = points.map((point) => (rateOf(point) === null ? endsOf(point)?.to : bandOf(point)?.high) ?? 0);
  const figures = Math.max(0, ...rates);
  return roundTop(
    figures > 0 ? Math.max(figures, Math.min(1.5 * figures, Math.max(...ends))) : Math.max(0, ...ends),
  );
}

function hoursOf({ evidence }: Emerged, { need, zones }: Finding): number | null {
  const told = evidence.filter(
    (one) =>
      one.need === need &&
      (zones.length === 0 ? one.zone === null : one.zone !== null && zones.includes(one.zone)),
  );
  return told.length > 0 ? told.reduce((sum, { hours_now }) => sum + hours_now, 0) : null;
}

/** A slow trend says nothing of the last weeks: what else was found there does, or the state of the place. */
function levelNow({ findings, states }: Emerged, { kind, need, zones, ratio }: Finding): Level {
  if (kind !== "trend") return levelOf(ratio);
  const here = findings.find(
    (one) =>
      one.need === need &&
      one.kind !== "trend" &&
      zones.every((zone) => one.zones.includes(zone)) &&
      (zones.length > 0 || one.zones.length === 0),
  );
  if (here) return levelOf(here.ratio);
  const state = states.state.find((_, i) => states.need[i] === need && states.zone[i] === (zones[0] ?? null));
  if (state === undefined) return "unknown";
  return state === "emerging" || state === "confirmed" ? "more" : state;
}
