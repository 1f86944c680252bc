import { type Coverage, cellOf } from "./coverage.ts";
import { weeksChosen } from "./stay.ts";
import { HOURS, hourAtPlace } from "./week.ts";
import { bothWeeks, type WeekMask, weekCount, weeksWithout } from "./weekMask.ts";

/** Weeks in which a service was planned in a zone and hour, and in which it was seen there. */
export type Weeks = { planned: WeekMask; seen: WeekMask };

/** Weeks by what became of a plan: planned and seen, planned only, seen unplanned, neither. */
export type PresenceWeeks = {
  confirmed: WeekMask;
  declaredOnly: WeekMask;
  unplanned: WeekMask;
  absent: WeekMask;
};

/**
 * What became of the plan of a service × zone × hour, week by week, within the weeks in which that hour lies in the period.
 * @see methods B2, "State"
 */
export function presenceWeeks({ planned, seen }: Weeks, within: WeekMask): PresenceWeeks {
  const [due, there] = [bothWeeks(planned, within), bothWeeks(seen, within)];
  return {
    confirmed: bothWeeks(due, there),
    declaredOnly: weeksWithout(due, there),
    unplanned: weeksWithout(there, due),
    absent: weeksWithout(weeksWithout(within, due), there),
  };
}

/** In how many weeks each state held, of those in which the hour lies in the period. */
export type PresenceCount = Record<keyof PresenceWeeks, number>;

/** The four states of a service in a zone over a period, hour by hour of the week, by place of the strip. */
export function serviceWeek(
  coverage: Coverage,
  place: { zone: string; service: string },
): readonly PresenceCount[] {
  return Array.from({ length: HOURS }, (_, at): PresenceCount => {
    const hour = hourAtPlace(at, coverage.dayStart);
    const cell = cellOf(coverage, place, hour) ?? -1;
    const within = weeksChosen(coverage, [hour]);
    const of = (table: Uint32Array): WeekMask => ({ lo: table[cell] ?? 0, hi: table[cell + 1] ?? 0 });
    const weeks = presenceWeeks({ planned: of(coverage.planned), seen: of(coverage.seen) }, within);
    return {
      confirmed: weekCount(weeks.confirmed),
      declaredOnly: weekCount(weeks.declaredOnly),
      unplanned: weekCount(weeks.unplanned),
      absent: weekCount(weeks.absent),
    };
  });
}

/**
 * What an hour mostly is: planned (then *confirmed* where half of its turns or more were kept, else *declaredOnly*), more
 * often seen out of turn than planned (*unplanned*), or neither planned nor seen in any week (*absent*).
 */
export function mostly({ confirmed, declaredOnly, unplanned }: PresenceCount): keyof PresenceWeeks {
  const due = confirmed + declaredOnly;
  if (due === 0 || due < unplanned) return unplanned > 0 ? "unplanned" : "absent";
  return 2 * confirmed >= due ? "confirmed" : "declaredOnly";
}
