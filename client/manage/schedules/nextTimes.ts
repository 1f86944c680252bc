import { localOf } from "../../../domain/civilTime.ts";
import { publicHolidays } from "../../../domain/holidays.ts";
import type { Schedule } from "../../../domain/network.ts";
import { addDays } from "../../../domain/period.ts";
import { occurrences } from "../../../domain/recurrence.ts";
import { stripPlace } from "../../../domain/week.ts";

type Where = { timezone: string; country?: string | undefined; dayStart: number };

/** The next dates of a turn, and the places of the week it fills over eight weeks from its first. */
export type NextTimes = { dates: string[]; places: Set<number> };

const HOUR = 3_600_000;

/**
 * What a turn comes to, from a day on.
 * @throws Error when its rule makes no dates
 */
export function nextTimes(schedule: Schedule, today: string, where: Where): NextTimes {
  const starts = [today, schedule.dtstart, schedule.valid_from ?? today].sort();
  const from = starts.at(-1) ?? today;
  const days = { from, to: addDays(from, 400) };
  const times = occurrences(schedule, {
    ...days,
    timezone: where.timezone,
    holidays: publicHolidays(where.country, days.from, days.to),
  }).filter(({ start }) => localOf(start, where.timezone).date >= from);
  const first = times[0]?.start ?? 0;
  const places = new Set<number>();
  for (const { start, end } of times.filter((time) => time.start < first + 56 * 24 * HOUR))
    for (let at = start; at < end; at += HOUR / 2) places.add(placeOf(at, where));
  return { dates: times.slice(0, 6).map(({ start }) => localOf(start, where.timezone).date), places };
}

function placeOf(instant: number, { timezone, dayStart }: Where): number {
  const { date, hour } = localOf(instant, timezone);
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return stripPlace(weekday * 24 + hour, dayStart);
}
