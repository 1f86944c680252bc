import { gammaTails } from "../stats/gamma.ts";
import { HOURS, stripPlace, weekdayOf } from "../week.ts";
import type { GapField } from "./gapField.ts";
import { partsOf, SURE, sum } from "./gapParts.ts";

/** One slot of one operational day (0 = Monday), with its hours of the week that lie in the period. */
export type SlotDay = { day: number; slot: number; hours: number[] };

/** The slots of every day of the week, as far as the period holds them. */
export function slotDays({ coverage, slotAt, open }: GapField): SlotDay[] {
  const groups = new Map<string, SlotDay>();
  for (let hour = 0; hour < HOURS; hour++) {
    if (open[hour] !== 1) continue;
    const [day, slot] = [weekdayOf(hour, coverage.dayStart), slotAt[hour] ?? 0];
    const group = groups.get(`${day} ${slot}`) ?? { day, slot, hours: [] };
    group.hours.push(hour);
    groups.set(`${day} ${slot}`, group);
  }
  return [...groups.values()];
}

/**
 * How many zones surely have a gap in each hour of the week, by place on the strip; for one zone, how many of its needs
 * surely lack. Each slot of each day is held to g* by itself.
 * @param only one zone; `null` = how many of all
 */
export function gapPlaces(field: GapField, only: string | null): Uint8Array {
  const { coverage } = field;
  const places = new Uint8Array(HOURS);
  const zones = coverage.zones.flatMap((zone, z) => (only === null || zone === only ? [z] : []));
  for (const { hours } of slotDays(field)) {
    const sure = zones.map((zone) => ({ zone, needs: sureNeeds(field, zone, hours) }));
    for (const hour of hours) {
      const counts = sure.map(({ zone, needs }) => openNeeds(field, { zone, needs }, hour));
      const lacking = only === null ? counts.filter((count) => count > 0).length : (counts[0] ?? 0);
      places[stripPlace(hour, coverage.dayStart)] = lacking;
    }
  }
  return places;
}

/** The needs that surely lack in a zone over the hours of one slot of one day. */
function sureNeeds(field: GapField, zone: number, hours: readonly number[]): number[] {
  const parts = partsOf(field, zone, hours);
  return field.needs.flatMap((_, need) => {
    const known = parts.filter(
      (part) => part.need === need && part.uncovered > 0 && part.rate.state === "known",
    );
    const sure = known.length > 0 && gammaTails(sum(known, "low"), field.gapThreshold).upper >= SURE;
    return sure ? [need] : [];
  });
}

/** Of some needs, those nobody competent is there for in most weeks of an hour. */
function openNeeds(
  { coverage, uncovered }: GapField,
  { zone, needs }: { zone: number; needs: readonly number[] },
  hour: number,
): number {
  return needs.filter((need) => (uncovered[(need * coverage.zones.length + zone) * HOURS + hour] ?? 0) > 0.5)
    .length;
}
