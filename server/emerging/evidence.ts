import { z } from "zod";
import { PARAMETERS } from "../../domain/emerging/parameters.ts";
import type { Network } from "../../domain/network.ts";
import { addDays, parsePeriod } from "../../domain/period.ts";
import { rounded } from "../rounded.ts";
import type { ClosedPeriod } from "../sources.ts";
import type { CompetentHours } from "./competentHours.ts";

/** What a finding is measured by: who can see the need, and how many hours a week they were there, now and before. */
export const Evidence = z.object({
  need: z.string(),
  zone: z.string().nullable().describe("null = the whole city"),
  hours_now: z.number().describe("hours a week in the window"),
  hours_before: z.number().describe("hours a week in the base"),
  competent: z.array(z.string()).describe("services able to record it"),
});
export type Evidence = z.infer<typeof Evidence>;

/** The evidence of every need in every place where it may be read; `weeks`: closed ones up to the epoch, hours by them. */
export function evidenceOf(
  { needs, zones, services }: Network,
  { epoch, weeks, hoursOf }: { epoch: string; weeks: readonly ClosedPeriod[]; hoursOf: CompetentHours },
): Evidence[] {
  const { from } = parsePeriod(epoch);
  return needs.flatMap(({ id, sensitive }) => {
    const window = sensitive ? PARAMETERS.sensitiveWindowWeeks : PARAMETERS.windowWeeks;
    const start = addDays(from, -7 * (window - 1));
    const first = addDays(start, -7 * PARAMETERS.baseWeeks);
    const isNow = weeks.map((week) => week.from >= start);
    const isBase = weeks.map((week) => week.from < start && week.from >= first);
    const competent = services.filter((service) => service.needs.includes(id)).map((service) => service.id);
    const places = sensitive ? [null] : [null, ...zones.map((zone) => zone.id)];
    return places.map((zone) => {
      const hours = hoursOf(id, zone);
      return { need: id, zone, hours_now: mean(hours, isNow), hours_before: mean(hours, isBase), competent };
    });
  });
}

function mean(hours: readonly number[], within: readonly boolean[]): number {
  const held = hours.filter((_, i) => within[i]);
  return held.length === 0 ? 0 : rounded(held.reduce((sum, value) => sum + value, 0) / held.length);
}
