import type { Gap, GapSize } from "../stats/gap.ts";
import type { Origin } from "./findCell.ts";
import { type GapField, thresholdOf } from "./gapField.ts";
import { gapIn, type Part, partsOf, sizeIn } from "./gapParts.ts";
import { originsOf } from "./whyGap.ts";

/** How much of one need stays uncovered in a zone. `hours`: of competent presence behind its rate. */
export type NeedGap = { need: string; gap: GapSize; hours: number };

/**
 * A zone's gap over chosen hours: that of `lacking`, the needs it is said of. `needs`: all asked for, greatest first;
 * `chosen`: hours a week chosen that lie in the period; `origins`: the published cells behind it.
 */
export type ZoneGap = {
  id: string;
  gap: Gap;
  lacking: string[];
  needs: NeedGap[];
  hours: number;
  chosen: number;
  threshold: number;
  origins: Origin[];
};

/**
 * The gap of every zone over the chosen hours. Each need is held to the threshold by itself. The zone has a *gap* when any
 * need surely has one, and its gap is that of those needs together; else it is *unknown* when most of its uncovered needs
 * are, and else what its most lacking need is.
 * @see methods B2, "Gap"
 */
export function gapsOf(field: GapField, hours: readonly number[]): ZoneGap[] {
  const threshold = thresholdOf(field, hours);
  const open = hours.filter((hour) => field.open[hour] === 1);
  return field.coverage.zones.map((id, zone) => {
    const parts = partsOf(field, zone, open);
    const needs = needGaps(field, parts, threshold);
    const lacking = lackingOf(needs);
    const names = new Set(lacking.map(({ need }) => need));
    const own = parts.filter(({ need }) => names.has(field.needs[need] ?? ""));
    const gap = gapIn(own, threshold);
    const behind = Math.max(0, ...lacking.map((need) => need.hours));
    const chosen = open.length;
    return { id, gap, lacking: [...names], needs, hours: behind, chosen, threshold, origins: originsOf(own) };
  });
}

function needGaps({ needs }: GapField, parts: readonly Part[], threshold: number): NeedGap[] {
  const rows = needs.map((need, n): NeedGap => {
    const own = parts.filter((part) => part.need === n);
    const hours = own.reduce((sum, part) => sum + part.hours, 0);
    return { need, gap: sizeIn(own, threshold), hours };
  });
  const size = ({ gap }: NeedGap) => gap.middle ?? -1;
  return rows.sort((a, b) => size(b) - size(a) || (a.need < b.need ? -1 : 1));
}

/** The needs a zone's gap is said of: all that surely lack, or those that give the zone its class. */
function lackingOf(needs: readonly NeedGap[]): NeedGap[] {
  const of = (kind: Gap["class"]) => needs.filter(({ gap }) => gap.class === kind);
  const sure = of("gap");
  if (sure.length > 0) return sure;
  const unknown = of("unknown");
  if (2 * unknown.length > needs.length - of("covered").length) return unknown;
  for (const kind of ["uncertain", "unknown", "below"] as const) {
    const [first] = of(kind);
    if (first) return [first];
  }
  return needs.slice(0, 1);
}
