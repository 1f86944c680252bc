import type { Coverage } from "../../../domain/coverage.ts";
import { type Standing, stayOf } from "../../../domain/stay.ts";
import { HOURS, hourAtPlace } from "../../../domain/week.ts";

export type Mark = Standing;

/** How a service stands at each place of the strip, in one zone or (`null`) where it stands best. */
export function serviceWeek(coverage: Coverage, service: string, zone: string | null): Mark[] {
  const zones = zone === null ? coverage.zones : [zone];
  return Array.from({ length: HOURS }, (_, place) => {
    const hours = [[hourAtPlace(place, coverage.dayStart)]];
    const stands = zones.map((one) => stayOf(coverage, { zone: one, service }, hours).standing);
    return (["seen", "rare"] as const).find((best) => stands.includes(best)) ?? "absent";
  });
}
