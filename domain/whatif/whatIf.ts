import { formatSegments, parseSegments, type Segment } from "../chosenHours.ts";
import { type Coverage, cellOf } from "../coverage.ts";
import { weeksChosen } from "../stay.ts";
import { HOURS, hourAtPlace, weekdayOf } from "../week.ts";

/**
 * A shift of a hypothesis: a service in a zone at hours of every week, or, `away`, no more there. A night belongs to the
 * day it began; unlike chosen hours, a shift may run past the end of its day.
 */
export type SupposedShift = { service: string; zone: string; segment: Segment; away: boolean };

/** As many as an address carries and a person can still read. */
export const MOST_SHIFTS = 60;

/** Reads "ca.Q05.thu-22-01,-ps.Q01.mon-08-10"; what names no shift, and what is more than `MOST_SHIFTS`, is refused as it stood. */
export function parseWhatIf(text: string): { shifts: SupposedShift[]; refused: string[] } {
  const parts = text === "" ? [] : text.split(",");
  const read = parts.map((part) => ({ part, shift: shiftOf(part) }));
  const shifts = read.flatMap(({ shift }) => (shift ? [shift] : []));
  const distinct = shifts.filter((shift, i) => shifts.findIndex((one) => isSame(one, shift)) === i);
  const refused = read.filter(({ shift }) => shift === null).map(({ part }) => part);
  const over = distinct.slice(MOST_SHIFTS).map((shift) => formatWhatIf([shift]));
  return { shifts: distinct.slice(0, MOST_SHIFTS), refused: [...refused, ...over] };
}

/** Writes shifts the way `parseWhatIf` reads them. */
export function formatWhatIf(shifts: readonly SupposedShift[]): string {
  return shifts
    .map(
      ({ service, zone, segment, away }) =>
        `${away ? "-" : ""}${service}.${zone}.${formatSegments([segment])}`,
    )
    .join(",");
}

/** Whether two shifts say the same. */
export const isSame = (a: SupposedShift, b: SupposedShift): boolean =>
  formatWhatIf([a]) === formatWhatIf([b]);

/** The hours of the week (0 … 167) of a shift, in its order. */
export function hoursOfShift({ segment }: Pick<SupposedShift, "segment">, dayStart: number): number[] {
  const { day, from } = segment;
  const first = day * 24 + ((from - dayStart + 24) % 24);
  return Array.from({ length: lengthOf(segment) }, (_, i) => hourAtPlace((first + i) % HOURS, dayStart));
}

/** How long a stretch of clock hours is: 22 to 01 is 3. */
export const lengthOf = ({ from, to }: Pick<Segment, "from" | "to">): number => (to - from + 24) % 24 || 24;

/** The segment of a shift that begins at an hour of the week and lasts `length` hours, at most a day. */
export function segmentAt(hour: number, length: number, dayStart: number): Segment {
  return { day: weekdayOf(hour, dayStart), from: hour % 24, to: (hour + length) % 24 || 24 };
}

/**
 * Presence as it would be: hours away taken out, then shifts added, in every week of the period, as planned and as seen.
 * When anybody was last seen, and so what is forgotten, does not change: a hypothesis has seen nothing. The same object
 * when nothing is supposed. Shifts of services and zones the network does not know change nothing.
 */
export function withShifts(coverage: Coverage, shifts: readonly SupposedShift[]): Coverage {
  if (shifts.length === 0) return coverage;
  const laid = { ...coverage, planned: coverage.planned.slice(), seen: coverage.seen.slice() };
  for (const shift of shifts.filter(({ away }) => away)) lay(laid, shift);
  for (const shift of shifts.filter(({ away }) => !away)) lay(laid, shift);
  return laid;
}

function lay({ planned, seen, ...coverage }: Coverage, shift: SupposedShift): void {
  for (const hour of hoursOfShift(shift, coverage.dayStart)) {
    const at = cellOf(coverage, shift, hour);
    if (at === null) continue;
    const { lo, hi } = shift.away ? NO_WEEK : weeksChosen(coverage, [hour]);
    planned.set([lo, hi], at);
    seen.set([lo, hi], at);
  }
}

const NO_WEEK = { lo: 0, hi: 0 };

function shiftOf(part: string): SupposedShift | null {
  const found = /^(-?)([A-Za-z0-9][\w-]*)\.([A-Za-z0-9][\w-]*)\.([a-z]{3}-\d\d-\d\d)$/.exec(part);
  const [, sign, service, zone, hours] = found ?? [];
  if (!service || !zone || !hours) return null;
  try {
    const [segment] = parseSegments(hours);
    return segment ? { service, zone, segment, away: sign === "-" } : null;
  } catch {
    return null;
  }
}
