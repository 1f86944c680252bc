import { type Coverage, cellOf } from "./coverage.ts";
import { slotOf, weekdayOf } from "./week.ts";
import {
  bothWeeks,
  eitherWeek,
  hasWeek,
  type WeekMask,
  weekCount,
  weeksIn,
  weeksWithout,
} from "./weekMask.ts";

/** Whether a need is met in a zone at an hour: by somebody competent usually there, by nobody, or who knows. */
export type NeedState = "served" | "not_served" | "not_known";

/** A zone, and the services competent for the need looked at (all services: for presence as such). */
export type NeedPlace = { zone: string; competent: readonly string[] };

/**
 * The state of a need in a zone at an hour. *Served*: the competent services together were seen in at least half of the
 * weeks. *Not known*: none of them was seen in that slot within the shelf life, or those planned in half of the weeks keep
 * no record of whether they come. Who is there without competence makes nothing known.
 * @see methods B2; design, "coverage"
 */
export function needState(coverage: Coverage, place: NeedPlace, hour: number): NeedState {
  const weeks = weekCount(weeksOf(coverage, hour));
  const usual = (services: readonly string[], table: Uint32Array) =>
    weeks > 0 && 2 * weekCount(weeksThere(coverage, { ...place, competent: services, table }, hour)) >= weeks;
  if (usual(place.competent, coverage.seen)) return "served";
  const silent = place.competent.filter((service) => coverage.unrecorded.has(service));
  if (usual(silent, coverage.planned)) return "not_known";
  return seenLately(coverage, place, slotOf(hour, coverage.slots).id) ? "not_served" : "not_known";
}

/** Whether any of the competent services was seen in a zone and slot within the shelf life. */
export const seenLately = (
  { recent }: Pick<Coverage, "recent">,
  { zone, competent }: NeedPlace,
  slot: string,
): boolean => competent.some((service) => recent.has(`${zone} ${slot} ${service}`));

/**
 * Hours a week covered and not covered in a zone, of the hours chosen: an hour counts by the share of its weeks in which
 * any competent service was there, once however many were. Hours whose day is not in the period are in neither.
 * @param presence which table to go by: what was *seen*; what is *planned*; or the presence to count on (*effective*):
 * seen, and in the weeks nobody was, the plan of services that keep no record, as likely as they are reliable
 * @see methods B2, "Covered hours" and "Effective hours"
 */
export function coveredHours(
  coverage: Coverage,
  place: NeedPlace & { presence: "seen" | "planned" | "effective" },
  hours: readonly number[],
): { covered: number; uncovered: number } {
  const table = place.presence === "planned" ? coverage.planned : coverage.seen;
  let [covered, total] = [0, 0];
  for (const hour of hours) {
    const weeks = weekCount(weeksOf(coverage, hour));
    if (weeks === 0) continue;
    const there = weeksThere(coverage, { ...place, table }, hour);
    const maybe = place.presence === "effective" ? likelyWeeks(coverage, place, { hour, there }) : 0;
    covered += (weekCount(there) + maybe) / weeks;
    total += 1;
  }
  return { covered, uncovered: total - covered };
}

/** How many weeks, beside those in which somebody was seen, the plans of services without a record may be counted for. */
function likelyWeeks(
  coverage: Coverage,
  { zone, competent }: NeedPlace,
  { hour, there }: { hour: number; there: WeekMask },
): number {
  if (coverage.unrecorded.size === 0) return 0;
  const silent = competent.filter((service) => coverage.unrecorded.has(service));
  if (silent.length === 0) return 0;
  const plans = silent.map((service) => ({
    weeks: weeksThere(coverage, { zone, competent: [service], table: coverage.planned }, hour),
    missing: 1 - (coverage.unrecorded.get(service) ?? 0),
  }));
  const open = plans.reduce((mask, { weeks }) => eitherWeek(mask, weeks), { lo: 0, hi: 0 });
  return weeksIn(weeksWithout(open, there)).reduce((sum, week) => {
    const due = plans.filter(({ weeks }) => hasWeek(weeks, week));
    return sum + 1 - due.reduce((chance, { missing }) => chance * missing, 1);
  }, 0);
}

const NONE: WeekMask = { lo: 0, hi: 0 };

/** The weeks in which the day of an hour lies in the period. */
const weeksOf = ({ days, dayStart }: Coverage, hour: number): WeekMask =>
  days[weekdayOf(hour, dayStart)] ?? NONE;

/** The weeks, of those in which an hour lies in the period, in which any of the services is in a zone by a table. */
function weeksThere(
  coverage: Coverage,
  { zone, competent, table }: NeedPlace & { table: Uint32Array },
  hour: number,
): WeekMask {
  let weeks: WeekMask = { lo: 0, hi: 0 };
  for (const service of competent) {
    const at = cellOf(coverage, { zone, service }, hour);
    if (at !== null) weeks = eitherWeek(weeks, { lo: table[at] ?? 0, hi: table[at + 1] ?? 0 });
  }
  return bothWeeks(weeks, weeksOf(coverage, hour));
}
