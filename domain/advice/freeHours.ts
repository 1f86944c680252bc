import { type Coverage, cellOf, weeksAt } from "../coverage.ts";
import { weeksChosen } from "../stay.ts";
import { weekCount } from "../weekMask.ts";

/**
 * The hours of the week, of those given, in which a service is not usually somewhere already: in no zone seen or planned in
 * half or more of the weeks. Nobody is asked to be in two places at once.
 */
export function freeHours(coverage: Coverage, service: string, hours: readonly number[]): number[] {
  return hours.filter((hour) => {
    const of = weekCount(weeksChosen(coverage, [hour]));
    return !coverage.zones.some((zone) => {
      const at = cellOf(coverage, { zone, service }, hour);
      if (at === null || of === 0) return false;
      return 2 * Math.max(weeksAt(coverage.seen, at), weeksAt(coverage.planned, at)) >= of;
    });
  });
}
