import { Temporal } from "temporal-polyfill";

/** A local wall-clock time as the milliseconds it would be from the epoch if the clock on the wall showed UTC. */
export type Wall = number;

/** Milliseconds. */
export const MINUTE = 60_000;
/** Milliseconds. */
export const HOUR = 60 * MINUTE;
/** Milliseconds of a day whose clocks do not change. */
export const DAY = 24 * HOUR;

/** A stretch of instants [from, to) with one offset from UTC; all in milliseconds. */
type Stretch = { from: number; to: number; offset: number };

const stretches = new Map<string, Stretch[]>();

/**
 * The offset from UTC, in milliseconds (east is positive), in force at an instant.
 * @throws RangeError when the time zone is not an IANA name
 */
export function offsetAt(epochMs: number, timezone: string): number {
  return stretchAt(epochMs, timezone).offset;
}

/** The first instant after `epochMs` at which the clocks change, Infinity when they never do again. */
export function nextClockChange(epochMs: number, timezone: string): number {
  return stretchAt(epochMs, timezone).to;
}

/** The local date, hour (0 … 23) and minute (0 … 59) at an instant. */
export function localOf(epochMs: number, timezone: string): { date: string; hour: number; minute: number } {
  const wall = epochMs + offsetAt(epochMs, timezone);
  const day = Math.floor(wall / DAY);
  const minutes = Math.floor((wall - day * DAY) / MINUTE);
  return { date: dateOf(day), hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

/**
 * The instant (epoch ms) of a local time like "2026-03-29T02:30" or "2026-03-29T02:30:15". A time that the clocks skip
 * is read with the offset before the change, a time that comes twice is the first (Temporal's "compatible").
 * @throws RangeError when the text is not such a time or the day does not exist
 */
export function instantOf(localIso: string, timezone: string): number {
  return instantOfWall(parseWall(localIso), timezone);
}

/** The instant (epoch ms) of a wall-clock time; skipped and repeated times as in `instantOf`. */
export function instantOfWall(wall: Wall, timezone: string): number {
  const before = offsetAt(wall - DAY, timezone);
  const after = offsetAt(wall + DAY, timezone);
  const early = wall - before;
  if (before === after || offsetAt(early, timezone) === before) return early;
  const late = wall - after;
  return offsetAt(late, timezone) === after ? late : early;
}

/**
 * The wall-clock time a text like "2026-03-29T02:30" (seconds optional, "24:00" allowed) shows.
 * @throws RangeError when the text is not such a time or the day does not exist
 */
export function parseWall(localIso: string): Wall {
  const [, date, hour, minute, second] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/.exec(localIso) ?? [];
  const time = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second ?? 0) * 1000;
  if (date === undefined || Number(minute) > 59 || Number(second ?? 0) > 59 || !(time <= DAY))
    throw new RangeError(`local time: "${localIso}" (expected like 2026-03-29T21:30)`);
  return dayNumber(date) * DAY + time;
}

/** An instant as local ISO 8601 minutes with its offset: "2026-03-28T21:00+01:00". */
export function formatLocal(epochMs: number, timezone: string): string {
  const { date, hour, minute } = localOf(epochMs, timezone);
  const offset = Math.round(offsetAt(epochMs, timezone) / MINUTE);
  const size = Math.abs(offset);
  return `${date}T${two(hour)}:${two(minute)}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The operational day (ISO date) of a local date and hour: before `dayStart` it is still the day before. */
export function operationalDay(date: string, hour: number, dayStart: number): string {
  return hour < dayStart ? dateOf(dayNumber(date) - 1) : date;
}

/** The weekday of a day number: 0 = Monday … 6 = Sunday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * Days from 1970-01-01 to an ISO date.
 * @throws RangeError when the text is not an ISO date or the day does not exist
 * @see https://howardhinnant.github.io/date_algorithms.html days_from_civil
 */
export function dayNumber(date: string): number {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const [m, d] = [Number(month), Number(day)];
  const y = Number(year) - (m <= 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const number = era * 146_097 + dayOfEra - 719_468;
  if (Number.isNaN(number) || m < 1 || m > 12 || dateOf(number) !== date)
    throw new RangeError(`date: "${date}" (expected a day like 2026-03-29)`);
  return number;
}

/**
 * The ISO date of a day number (days from 1970-01-01), years 0000 … 9999.
 * @see https://howardhinnant.github.io/date_algorithms.html civil_from_days
 */
export function dateOf(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
}

function stretchAt(epochMs: number, timezone: string): Stretch {
  const known = stretches.get(timezone) ?? [];
  for (let i = known.length - 1; i >= 0; i--) {
    const stretch = known[i];
    if (stretch && epochMs >= stretch.from && epochMs < stretch.to) return stretch;
  }
  const found = findStretch(epochMs, timezone);
  stretches.set(timezone, [...known, found]);
  return found;
}

function findStretch(epochMs: number, timezone: string): Stretch {
  const here = Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(timezone);
  const from = here.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const to = here.getTimeZoneTransition("next");
  return {
    from: from?.epochMilliseconds ?? -Infinity,
    to: to?.epochMilliseconds ?? Infinity,
    offset: here.offsetNanoseconds / 1e6,
  };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
