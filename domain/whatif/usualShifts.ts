import { runsOf, segmentsOf } from "../chosenHours.ts";
import type { Coverage } from "../coverage.ts";
import { stayOf } from "../stay.ts";
import { stripPlace } from "../week.ts";
import type { SupposedShift } from "./whatIf.ts";

/** The stretches of chosen hours in which a service is, usually or at times, in each zone, day by day: hours that could move. */
export function usualShifts(coverage: Coverage, service: string, hours: readonly number[]): SupposedShift[] {
  return coverage.zones.flatMap((zone) => {
    const held = hours.filter((hour) => stayOf(coverage, { zone, service }, [[hour]]).standing !== "absent");
    const places = held.map((hour) => stripPlace(hour, coverage.dayStart)).sort((a, b) => a - b);
    return runsOf(places)
      .flatMap((run) => segmentsOf(run, coverage.dayStart))
      .map((segment) => ({ service, zone, segment, away: false }));
  });
}
