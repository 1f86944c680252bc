import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { DAY, dateOf, dayNumber, instantOfWall, MINUTE, parseWall, type Wall } from "./civilTime.ts";
import type { Schedule } from "./network.ts";
import type { Interval } from "./presence.ts";

/**
 * A recurring stretch of time in the parts of RFC 5545, all local wall-clock times like "2026-03-29T21:30". `rule` is the
 * RRULE's value, its UNTIL local too. `minutes`: from nominal start to nominal end, as the clock on the wall counts them.
 */
export type Recurrence = {
  dtstart: string;
  minutes: number;
  rule: string;
  exdates?: readonly string[];
  rdates?: readonly string[];
};

/** Local dates from first to last, both included. */
type Days = { from: string; to: string };

/** Planned times of a schedule that touch the local dates `from` … `to` (both included), whole, in order, epoch ms. */
export type OccurrenceOptions = Days & {
  timezone: string;
  /** Public holidays (ISO dates) on which a schedule with `holidays: "closed"` does not start. */
  holidays?: ReadonlySet<string>;
};

/**
 * The planned times of a schedule: its RRULE from `dtstart` to `until`, within `valid_from` … `valid_to`, without exception
 * dates and (if closed then) public holidays, all judged by the local date on which a time starts. Ends are nominal: a night
 * 22–06 lasts 7 or 9 hours when the clocks change. A time that falls whole into the skipped hour is left out.
 * @throws Error when RFC 5545 does not allow the rule
 * @see methods.md B2; RFC 5545, 3.3.10
 */
export function occurrences(schedule: Schedule, options: OccurrenceOptions): Interval[] {
  const minutes = nominalMinutes(schedule);
  const skipped = new Set(schedule.exceptions);
  return wallStarts(recurrenceOf(schedule), options)
    .filter((wall) => !isSkipped(schedule, dateOf(Math.floor(wall / DAY)), [skipped, options.holidays]))
    .map((wall) => toInterval(wall, minutes, options.timezone))
    .filter(({ start, end }) => end > start);
}

/**
 * Expands a recurrence into the times that touch the local dates `from` … `to` (both included): RRULE, minus EXDATE, plus
 * RDATE, in order. Done on wall-clock time, so that a start in a skipped hour stays (with the offset before the change; it
 * may be empty) and nothing drifts over clock changes.
 * @throws Error when RFC 5545 does not allow the rule
 * @see methods.md B2 (dateutil and ical.js do the same)
 */
export function expand(
  recurrence: Recurrence,
  { timezone, from, to }: Days & { timezone: string },
): Interval[] {
  return wallStarts(recurrence, { from, to }).map((wall) => toInterval(wall, recurrence.minutes, timezone));
}

/** Nominal minutes from opening to closing; a closing not after the opening is on the next day. */
function nominalMinutes({ opens_at, closes_at }: Pick<Schedule, "opens_at" | "closes_at">): number {
  const opens = parseWall(`1970-01-01T${opens_at}`);
  const closes = parseWall(`1970-01-01T${closes_at}`);
  return (closes > opens ? closes - opens : closes + DAY - opens) / MINUTE;
}

function recurrenceOf(schedule: Schedule): Recurrence {
  const { freq, interval, wkst, byday, bymonthday, until } = schedule;
  // rrule-temporal drops such days in silence and would go out on the day of dtstart instead
  if (bymonthday && !/^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*$/.test(bymonthday))
    throw new RangeError(
      `schedule ${schedule.id}: bymonthday "${bymonthday}" (expected days like 1,15 or -1)`,
    );
  const parts = [`FREQ=${freq}`, `INTERVAL=${interval}`, `WKST=${wkst}`];
  if (byday) parts.push(`BYDAY=${byday}`);
  if (bymonthday) parts.push(`BYMONTHDAY=${bymonthday}`);
  if (until) parts.push(`UNTIL=${until.replaceAll("-", "")}T235959`);
  const dtstart = `${schedule.dtstart}T${schedule.opens_at}`;
  return { dtstart, rule: parts.join(";"), minutes: nominalMinutes(schedule) };
}

function wallStarts(
  { dtstart, minutes, rule, exdates = [], rdates = [] }: Recurrence,
  { from, to }: Days,
): Wall[] {
  const first = dayNumber(from) * DAY - minutes * MINUTE;
  const end = (dayNumber(to) + 1) * DAY;
  const excluded = new Set(exdates.map(parseWall));
  const ruled = new RRuleTemporal({
    rruleString: rule.replace(/(UNTIL=\d{8}T\d{6})(?!Z)/, "$1Z"),
    dtstart: zoned(parseWall(dtstart)),
    strict: true,
  }).between(zoned(first), zoned(end), true);
  const starts = new Set([...ruled.map((start) => start.epochMilliseconds), ...rdates.map(parseWall)]);
  return [...starts]
    .filter((wall) => wall > first && wall < end && !excluded.has(wall))
    .sort((a, b) => a - b);
}

function isSkipped(
  schedule: Schedule,
  date: string,
  sets: [Set<string>, ReadonlySet<string> | undefined],
): boolean {
  const [exceptions, holidays] = sets;
  if (schedule.valid_from && date < schedule.valid_from) return true;
  if (schedule.valid_to && date > schedule.valid_to) return true;
  return exceptions.has(date) || (schedule.holidays === "closed" && holidays?.has(date) === true);
}

function toInterval(wall: Wall, minutes: number, timezone: string): Interval {
  return { start: instantOfWall(wall, timezone), end: instantOfWall(wall + minutes * MINUTE, timezone) };
}

/** Wall-clock time as a time of UTC, where no hour is skipped or repeated. */
function zoned(wall: Wall): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO("UTC");
}
