import type { BaseAndNow } from "./cellAlarm.ts";
import type { NeedSeries } from "./needSeries.ts";
import { PARAMETERS } from "./parameters.ts";

/** The last `now` weeks, and at most `base` weeks before them. */
export type Span = { now: number; base: number };

/** The weeks a need is read over; a sensitive need never more finely than about a month. */
export const spanOf = ({ sensitive }: Pick<NeedSeries, "sensitive">): Span => ({
  now: sensitive ? PARAMETERS.sensitiveWindowWeeks : PARAMETERS.windowWeeks,
  base: PARAMETERS.baseWeeks,
});

/** A row-major zone × week series with the number of its weeks. */
export type Rows = { values: ArrayLike<number>; weeks: number };

/** The sum of a zone's weeks `from` … `to`, counted from the end: `from` weeks back (included) to `to` weeks back (not). */
export function sumBack({ values, weeks }: Rows, zone: number, { from, to }: { from: number; to: number }) {
  let sum = 0;
  for (let t = Math.max(0, weeks - from); t < weeks - to; t++) sum += values[zone * weeks + t] ?? 0;
  return sum;
}

/** True counts, without what was recorded in a zone and week of which no presence is known: that is no rate. */
export function heardCounts({ counts, standard }: NeedSeries): Int32Array {
  return counts.map((count, i) => ((standard[i] ?? 0) > 0 ? count : 0));
}

/** By zone: what was counted over which standardised hours, in the base weeks and now. */
export function talliesOf(series: NeedSeries, weeks: number): BaseAndNow[] {
  const { now, base } = spanOf(series);
  const heard = { values: heardCounts(series), weeks };
  const hours = { values: series.standard, weeks };
  return Array.from({ length: weeks > 0 ? series.counts.length / weeks : 0 }, (_, zone) => {
    const [before, late] = [
      { from: now + base, to: now },
      { from: now, to: 0 },
    ];
    return {
      base: { count: sumBack(heard, zone, before), hours: sumBack(hours, zone, before) },
      now: { count: sumBack(heard, zone, late), hours: sumBack(hours, zone, late) },
    };
  });
}

/** How many weeks of a need's span had anybody anywhere able to see it. */
export function weeksWatched(series: NeedSeries, weeks: number): number {
  const { now, base } = spanOf(series);
  const zones = weeks > 0 ? series.counts.length / weeks : 0;
  let watched = 0;
  for (let t = Math.max(0, weeks - now - base); t < weeks; t++) {
    for (let zone = 0; zone < zones; zone++) {
      if ((series.standard[zone * weeks + t] ?? 0) === 0) continue;
      watched++;
      break;
    }
  }
  return watched;
}
