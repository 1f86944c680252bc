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

/** How many of the planned hours of a service were kept, over all its zones and hours of the week and the weeks given. */
export function keptHours(
  cells: readonly Weeks[],
  within: WeekMask,
): { confirmed: number; declared: number } {
  let [confirmed, declared] = [0, 0];
  for (const cell of cells) {
    const weeks = presenceWeeks(cell, within);
    confirmed += weekCount(weeks.confirmed);
    declared += weekCount(weeks.confirmed) + weekCount(weeks.declaredOnly);
  }
  return { confirmed, declared };
}
