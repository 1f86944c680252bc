import { DAY, dateOf, HOUR, MINUTE, nextClockChange, offsetAt, weekdayOfDay } from "./civilTime.ts";

/** From an instant to another, epoch milliseconds; the end is not part of it. */
export type Interval = { start: number; end: number };

/** Minutes of presence in one operational day (ISO date) and local hour of the week (0 … 167). */
export type PresenceHour = { day: string; hour: number; minutes: number };

/** The time covered by any of the intervals, once: in order, without overlaps, empty intervals dropped, touching ones joined. */
export function union(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) joined.push({ start, end });
  }
  return joined;
}

/**
 * Presence by operational day and local hour of the week, in order of time: elapsed minutes of the union of the intervals,
 * never their sum. The hour that comes twice when the clocks go back holds up to 120 minutes; the one they skip holds none.
 * @param dayStart local hour at which the operational day starts
 * @see methods.md B2
 */
export function hoursOf(intervals: readonly Interval[], timezone: string, dayStart: number): PresenceHour[] {
  const cells = new Map<number, PresenceHour>();
  for (const interval of union(intervals)) {
    for (let start = interval.start; start < interval.end; ) {
      const wall = start + offsetAt(start, timezone);
      const end = Math.min(
        interval.end,
        start + HOUR - (((wall % HOUR) + HOUR) % HOUR),
        nextClockChange(start, timezone),
      );
      addMinutes(cells, { wall, dayStart, minutes: (end - start) / MINUTE });
      start = end;
    }
  }
  return [...cells.values()];
}

type Piece = { wall: number; dayStart: number; minutes: number };

function addMinutes(cells: Map<number, PresenceHour>, { wall, dayStart, minutes }: Piece): void {
  const place = Math.floor(wall / HOUR);
  const cell = cells.get(place);
  if (cell) {
    cell.minutes += minutes;
    return;
  }
  const day = Math.floor(wall / DAY);
  const hourOfDay = place - day * 24;
  const operational = dateOf(hourOfDay < dayStart ? day - 1 : day);
  cells.set(place, { day: operational, hour: weekdayOfDay(day) * 24 + hourOfDay, minutes });
}
