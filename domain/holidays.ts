import { dateOf, dayNumber } from "./civilTime.ts";

/** Italian public holidays with a fixed date, and the first year in which each holds since 1986. */
const ITALY: readonly { day: string; since: number }[] = [
  { day: "01-01", since: 1986 },
  { day: "01-06", since: 1986 },
  { day: "04-25", since: 1986 },
  { day: "05-01", since: 1986 },
  { day: "06-02", since: 2001 },
  { day: "08-15", since: 1986 },
  { day: "10-04", since: 2026 },
  { day: "11-01", since: 1986 },
  { day: "12-08", since: 1986 },
  { day: "12-25", since: 1986 },
  { day: "12-26", since: 1986 },
];

/**
 * Public holidays (ISO dates) from a date to another, both included. Only Italy's ("IT") are known: fixed dates and Easter
 * Monday, no Sundays and no patron saints (a network writes those as exceptions). Any other country, or none, has none.
 * @throws RangeError when a date is not an ISO date
 * @see Legge 27 maggio 1949, n. 260, art. 2; legge 336/2000 (2 June); legge 151/2025 (4 October, from 2026)
 */
export function publicHolidays(country: string | undefined, from: string, to: string): ReadonlySet<string> {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (country !== "IT") return new Set();
  const days: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const fixed = ITALY.filter(({ since }) => year >= since).map(
      ({ day }) => `${String(year).padStart(4, "0")}-${day}`,
    );
    days.push(...fixed, dateOf(dayNumber(easterSunday(year)) + 1));
  }
  return new Set(days.filter((day) => dayNumber(day) >= first && dayNumber(day) <= last).sort());
}

/**
 * Easter Sunday (ISO date) of a Gregorian year.
 * @see https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm (Nature, 1876)
 */
export function easterSunday(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
