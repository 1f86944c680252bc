import type { Finding, State } from "../../../../domain/emerging/reading.ts";
import { addDays } from "../../../../domain/period.ts";
import { isGrowth, type Level, levelOf } from "./drawnFinding.ts";
import { roundTop } from "./plot.ts";
import { endsOf, type Point, rateOf, usualRate, weeklyHours } from "./point.ts";
import { type CellRule, cityPoints, type Emerged, stepOf, windowOf, zonePoints } from "./series.ts";

/** One need of the strip of small charts. `mark`: what was found of it, or why nothing can be said. */
export type Tile = {
  need: string;
  points: Point[];
  step: "week" | "month";
  /** The usual rate, where something grows. */
  usual: number | null;
  most: number;
  mostHours: number;
  mark: Level | "slow" | null;
};

/** The needs on one axis of time; `recent`: the first day of the last weeks. */
export type Tiles = { tiles: Tile[]; days: { from: string; to: string }; recent: string };

type Asked = {
  needs: readonly { id: string; sensitive: boolean }[];
  /** Shown month by month; `null` = the whole city, week by week where that is published. */
  zone: string | null;
  sameScale: boolean;
  ruleOf: (sensitive: boolean) => CellRule;
};

/** Every need with its own figures, in the order of the network. */
export function tilesOf(emerged: Emerged, { needs, zone, sameScale, ruleOf }: Asked): Tiles {
  const { series, to } = emerged;
  const end = addDays(to, 1);
  const first = (zone === null ? series.weeks : series.months)[0]?.from ?? to;
  const days = { from: first, to: end };
  const recent = addDays(end, -7 * windowOf(emerged, false));
  const own = needs.map(({ id, sensitive }): Tile => {
    const rule = ruleOf(sensitive);
    const all =
      zone === null ? cityPoints(series, id, rule) : zonePoints(series, { need: id, zones: [zone] }, rule);
    const points = all.filter((point) => point.from >= days.from && point.from < days.to);
    const mark = markOf(emerged, id, zone);
    return {
      need: id,
      points,
      step: stepOf(series, { need: id, zones: zone === null ? [] : [zone] }),
      usual: isGrowth(mark) ? usualRate(points.filter((point) => point.to <= recent)) : null,
      most: roundTop(highest(points)),
      mostHours: Math.max(0, ...points.map(weeklyHours)),
      mark,
    };
  });
  const most = Math.max(...own.map((tile) => tile.most));
  const mostHours = Math.max(...own.map((tile) => tile.mostHours));
  const tiles = sameScale ? own.map((tile) => ({ ...tile, most, mostHours })) : own;
  return { tiles, days, recent };
}

/** The highest figure; where there is none, the most that is possible. */
function highest(points: readonly Point[]): number {
  const rates = points.map(rateOf).filter((rate) => rate !== null);
  return Math.max(0, ...(rates.length > 0 ? rates : points.map((point) => endsOf(point)?.to ?? 0)));
}

/** The surest thing found of a need (of a zone, there: what grows everywhere is said of the whole city), else whether too little is known. */
function markOf({ findings, states }: Emerged, need: string, zone: string | null): Tile["mark"] {
  const concerns = (one: Finding) => one.need === need && (zone === null || one.zones.includes(zone));
  const found = findings.find((one) => concerns(one) && one.kind !== "trend");
  if (found) return levelOf(found.ratio);
  if (findings.some(concerns)) return "slow";
  const state: State | undefined = states.state.find(
    (_, i) => states.need[i] === need && states.zone[i] === zone,
  );
  return state === "few" || state === "unknown" ? state : null;
}
