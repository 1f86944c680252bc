import { type Coverage, cellOf, isForgotten } from "./coverage.ts";
import { weeksChosen } from "./stay.ts";
import { slotOf } from "./week.ts";
import { bothWeeks, eitherWeek, lastWeeks, type WeekMask, weekCount } from "./weekMask.ts";

/** Whether a need is met in a zone at an hour: by somebody competent usually there, by nobody, or who knows. */
export type NeedState = "served" | "not_served" | "not_known";

/** A zone, and the services competent for the need looked at (all services: for presence as such). */
export type NeedPlace = { zone: string; competent: readonly string[] };

/**
 * The state of a need in a zone at an hour. *Served*: the competent services together were seen in at least half of the
 * weeks. *Not known*: nobody competent is usually seen or planned, and none was seen in that slot within the shelf life:
 * of all services up to the period's end, and of the competent ones in the period where it is longer than the shelf life.
 * @see methods B2; design, "coverage"
 */
export function needState(coverage: Coverage, place: NeedPlace, hour: number): NeedState {
  const weeks = weekCount(weeksChosen(coverage, [hour]));
  const usual = (table: Uint32Array) =>
    weeks > 0 && 2 * weekCount(weeksThere(coverage, { ...place, table }, hour)) >= weeks;
  if (usual(coverage.seen)) return "served";
  if (usual(coverage.planned)) return "not_served";
  return isForgotten(coverage, place.zone, [hour]) || unseen(coverage, place, hour)
    ? "not_known"
    : "not_served";
}

/**
 * Hours a week covered and not covered in a zone, of the hours chosen: an hour counts by the share of its weeks in which
 * any competent service was there, once however many were. Hours whose day is not in the period are in neither.
 * @param presence which table to go by: what was seen, or what is planned
 * @see methods B2, "Covered hours"
 */
export function coveredHours(
  coverage: Coverage,
  place: NeedPlace & { presence: "seen" | "planned" },
  hours: readonly number[],
): { covered: number; uncovered: number } {
  let [covered, total] = [0, 0];
  for (const hour of hours) {
    const weeks = weekCount(weeksChosen(coverage, [hour]));
    if (weeks === 0) continue;
    const there = weeksThere(coverage, { ...place, table: coverage[place.presence] }, hour);
    covered += weekCount(there) / weeks;
    total += 1;
  }
  return { covered, uncovered: total - covered };
}

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
  return bothWeeks(weeks, weeksChosen(coverage, [hour]));
}

function unseen(coverage: Coverage, place: NeedPlace, hour: number): boolean {
  if (coverage.weeks.length < coverage.shelfLifeWeeks) return false;
  const recent = lastWeeks(coverage.weeks.length, coverage.shelfLifeWeeks);
  const slot = slotOf(hour, coverage.slots);
  return hoursOfSlot(coverage, slot.id).every((other) => {
    const there = weeksThere(coverage, { ...place, table: coverage.seen }, other);
    return weekCount(bothWeeks(there, recent)) === 0;
  });
}

const hoursOfSlot = ({ slots }: Coverage, id: string) =>
  Array.from({ length: 168 }, (_, hour) => hour).filter((hour) => slotOf(hour, slots).id === id);
