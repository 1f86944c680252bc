import type { Schedule } from "../network.ts";
import { addDays, mondayOf } from "../period.ts";
import { hoursOfShift, lengthOf, type SupposedShift } from "./whatIf.ts";

/** The columns of a network's schedules.csv, in their order. */
const COLUMNS = [
  "id",
  "service",
  "zones",
  "freq",
  "interval",
  "byday",
  "bymonthday",
  "wkst",
  "dtstart",
  "until",
  "valid_from",
  "valid_to",
  "opens_at",
  "closes_at",
  "holidays",
  "exceptions",
] as const satisfies (keyof Schedule)[];

/**
 * Shifts of a hypothesis as rows of a network's schedules.csv, every week from a day on, holidays too. Shifts taken away
 * have no row: a row can only add.
 * @param from ISO date; each shift begins on the first of its weekdays from then on
 */
export function schedulesCsv(
  shifts: readonly SupposedShift[],
  { dayStart, from }: { dayStart: number; from: string },
): string {
  const rows = shifts.filter(({ away }) => !away).map((shift) => rowOf(shift, { dayStart, from }));
  return [COLUMNS, ...rows].map((row) => `${row.join(",")}\n`).join("");
}

function rowOf(shift: SupposedShift, { dayStart, from }: { dayStart: number; from: string }): string[] {
  const [first = 0] = hoursOfShift(shift, dayStart);
  const [weekday, opens] = [Math.floor(first / 24), first % 24];
  const closes = (opens + lengthOf(shift.segment)) % 24 || 24;
  const code = CODES[weekday] ?? "";
  const row: Partial<Record<(typeof COLUMNS)[number], string>> = {
    id: `whatif-${shift.service}-${shift.zone}-${code.toLowerCase()}-${two(opens)}-${two(closes)}`,
    service: shift.service,
    zones: shift.zone,
    freq: "WEEKLY",
    interval: "1",
    byday: code,
    wkst: "MO",
    dtstart: firstOn(from, weekday),
    opens_at: `${two(opens)}:00`,
    closes_at: `${two(closes)}:00`,
    holidays: "open",
  };
  return COLUMNS.map((column) => row[column] ?? "");
}

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const two = (hour: number) => String(hour).padStart(2, "0");

/** The first date of a weekday (0 = Monday) on or after an ISO date. */
function firstOn(from: string, weekday: number): string {
  const day = addDays(mondayOf(from), weekday);
  return day < from ? addDays(day, 7) : day;
}
