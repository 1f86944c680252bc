import { HOURS, hourAtPlace, stripPlace } from "../week.ts";
import { crewValues, type FieldTable } from "./field.ts";

/** One shift and the episodes a week it would meet. */
export type BestShift = { service: string; zone: string; hour: number; length: number; worth: number };

/** Who could go, and in which of the hours chosen: one stretch of at most `longest` hours. */
export type ShiftQuestion = {
  services: readonly { id: string; needs: readonly string[]; hours: readonly number[] }[];
  longest: number;
  dayStart: number;
};

/**
 * The one shift within chosen hours that meets most, by trying every one; `null` where nothing is known to be unmet.
 * Between equals the service, the zone and the hour that stand first.
 */
export function bestShift(table: FieldTable, question: ShiftQuestion): BestShift | null {
  let best: BestShift | null = null;
  for (const { id, needs, hours: free } of question.services) {
    const starts = startsOf(free, question);
    const { act } = crewValues(table, { needs, zones: null }, NOTHING);
    const shifts = table.zones.flatMap((zone, z) =>
      starts.map(({ place, length }) => {
        const hours = act.subarray(z * HOURS + place, z * HOURS + place + length);
        const worth = hours.reduce((sum, value) => sum + value, 0);
        return { service: id, zone, hour: hourAtPlace(place, question.dayStart), length, worth };
      }),
    );
    for (const shift of shifts) if (shift.worth > (best?.worth ?? 0) + NOISE) best = shift;
  }
  return best;
}

const NOISE = 1e-9;
const NOTHING = { excluded: [], covered: { act: new Set<number>(), look: new Set<number>() } };

/** Where on the strip a shift as long as allowed can begin; shorter only where no longer one fits. */
function startsOf(
  hours: readonly number[],
  { longest, dayStart }: ShiftQuestion,
): { place: number; length: number }[] {
  const open = new Set(hours.map((hour) => stripPlace(hour, dayStart)));
  const runs = [...open].map((place) => {
    let length = 1;
    while (length < longest && open.has(place + length)) length++;
    return { place, length };
  });
  const most = Math.max(0, ...runs.map(({ length }) => length));
  return runs.filter(({ length }) => length === most).sort((a, b) => a.place - b.place);
}
