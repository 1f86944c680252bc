import { HOURS, hourAtPlace } from "../week.ts";
import type { CrewValues, PlacedShift, Purpose } from "./crewPlan.ts";

/** What is asked about one zone, hour of the week and need. */
export type FieldPlace = { zone: string; hour: number; need: string };

/**
 * Where hours would help: for `act` the episodes a week expected with nobody competent there, for `look` the width of what
 * they might be where too little is known; per hour of the week, ≥ 0; 0 = nothing to do or to learn.
 */
export type Field = { [P in Purpose]: (place: FieldPlace) => number };

/** A field laid out as numbers: [need][zone][place of the strip]. */
export type FieldTable = { zones: readonly string[]; needs: readonly string[] } & Record<
  Purpose,
  Float64Array
>;

/** A need in a zone and place that a crew shall not count, since another one counts it. */
export type Exclusion = { crew: number; purpose: Purpose; at: number };

/**
 * A field laid out.
 * @throws RangeError where it is negative or no number
 */
export function fieldTable(
  field: Field,
  { zones, needs, dayStart }: { zones: readonly string[]; needs: readonly string[]; dayStart: number },
): FieldTable {
  const lay = (purpose: Purpose) =>
    Float64Array.from({ length: needs.length * zones.length * HOURS }, (_, i) => {
      const need = needs[Math.floor(i / (zones.length * HOURS))] ?? "";
      const zone = zones[Math.floor(i / HOURS) % zones.length] ?? "";
      const hour = hourAtPlace(i % HOURS, dayStart);
      const value = field[purpose]({ zone, hour, need });
      if (value >= 0 && value < Number.POSITIVE_INFINITY) return value;
      throw new RangeError(`${purpose}: ${value} for ${need} in ${zone}, hour ${hour}`);
    });
  return { zones, needs, act: lay("act"), look: lay("look") };
}

/** What the hours of a crew are worth, by its needs and zones, without what it shall not count. */
export function crewValues(
  table: FieldTable,
  crew: { needs: readonly string[]; zones: readonly string[] | null },
  without: { excluded: readonly Exclusion[]; covered: Record<Purpose, ReadonlySet<number>> },
): CrewValues {
  const length = table.zones.length * HOURS;
  const values = {
    act: new Float64Array(length),
    look: new Float64Array(length),
    unknown: new Uint8Array(length),
  };
  const isExcluded = {
    act: new Set([...without.covered.act, ...placesOf(without.excluded, "act")]),
    look: new Set([...without.covered.look, ...placesOf(without.excluded, "look")]),
  };
  const add = (purpose: Purpose, at: number) => {
    if (isExcluded[purpose].has(at)) return;
    values[purpose][at % length] = (values[purpose][at % length] ?? 0) + (table[purpose][at] ?? 0);
  };
  for (const at of elements(table, crew)) {
    add("act", at);
    add("look", at);
    if ((table.look[at] ?? 0) > 0) values.unknown[at % length] = 1;
  }
  return values;
}

/** The elements of the table (need, zone, place) that a shift meets, with anything to do or to learn there. */
export function elementsOf(table: FieldTable, needs: readonly string[], shift: PlacedShift): number[] {
  const found: number[] = [];
  table.needs.forEach((need, n) => {
    if (!needs.includes(need)) return;
    const first = (n * table.zones.length + shift.zone) * HOURS + shift.place;
    for (let at = first; at < first + shift.length; at++)
      if ((table[shift.purpose][at] ?? 0) > 0) found.push(at);
  });
  return found;
}

const placesOf = (excluded: readonly Exclusion[], purpose: Purpose) =>
  excluded.filter((one) => one.purpose === purpose).map(({ at }) => at);

function elements(
  { zones, needs }: FieldTable,
  crew: { needs: readonly string[]; zones: readonly string[] | null },
): number[] {
  const indices: number[] = [];
  needs.forEach((need, n) => {
    if (!crew.needs.includes(need)) return;
    zones.forEach((zone, z) => {
      if (crew.zones && !crew.zones.includes(zone)) return;
      for (let place = 0; place < HOURS; place++) indices.push((n * zones.length + z) * HOURS + place);
    });
  });
  return indices;
}
