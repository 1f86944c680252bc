import { Temporal } from "temporal-polyfill";

/** Closed periods: "2026-W37" (ISO week), "2026-09" (month), "2026-Q3" (quarter), "2026" (year). */
export type PeriodKind = "week" | "month" | "quarter" | "year";

/** A period with its first and last operational day, both included, as ISO dates. */
export type Period = { id: string; kind: PeriodKind; from: string; to: string };

/** Finest first. */
export const PERIOD_KINDS: readonly PeriodKind[] = ["week", "month", "quarter", "year"];

/**
 * The period a canonical id names.
 * @throws RangeError when the id names no period
 */
export function parsePeriod(id: string): Period {
  const week = /^(\d{4})-W(\d{2})$/.exec(id);
  if (week) return weekPeriod(id, Number(week[1]), Number(week[2]));
  const quarter = /^(\d{4})-Q([1-4])$/.exec(id);
  if (quarter) return span({ id, kind: "quarter" }, [Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3]);
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(id);
  if (month) return span({ id, kind: "month" }, [Number(month[1]), Number(month[2]), 1]);
  if (/^\d{4}$/.test(id)) return span({ id, kind: "year" }, [Number(id), 1, 12]);
  throw new RangeError(`period: "${id}" (expected 2026-W37, 2026-09, 2026-Q3 or 2026)`);
}

/** The first operational day (ISO date) of the period an id names; null when it names none. */
export function firstDayOf(id: string): string | null {
  try {
    return parsePeriod(id).from;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The period of a kind that holds an operational day (ISO date). */
export function periodOf(kind: PeriodKind, date: string): Period {
  const day = Temporal.PlainDate.from(date);
  const year = String(day.year).padStart(4, "0");
  if (kind === "week") {
    const number = String(day.weekOfYear).padStart(2, "0");
    return parsePeriod(`${String(day.yearOfWeek).padStart(4, "0")}-W${number}`);
  }
  if (kind === "month") return parsePeriod(`${year}-${String(day.month).padStart(2, "0")}`);
  if (kind === "quarter") return parsePeriod(`${year}-Q${Math.ceil(day.month / 3)}`);
  return parsePeriod(year);
}

/** The period of the same kind that follows. */
export function nextPeriod(period: Period): Period {
  return periodOf(period.kind, addDays(period.to, 1));
}

/**
 * The closed views a figure may fall back to, finest first: the period itself, then the month, quarter and year
 * that hold it (a week belongs to the month of its Thursday, as in ISO 8601).
 */
export function periodChain(period: Period): Period[] {
  const middle = period.kind === "week" ? addDays(period.from, 3) : period.from;
  const coarser = PERIOD_KINDS.slice(Math.max(1, PERIOD_KINDS.indexOf(period.kind) + 1));
  return [period, ...coarser.map((kind) => periodOf(kind, middle))];
}

/**
 * Local wall time, "2026-09-16T06:00", at which a period closes, always at 06:00: weeks on the Wednesday after, months and
 * quarters five days after; years on 1 March, since late records enter only there (the yearly revision).
 */
export function closesAt({ kind, to }: Period): string {
  if (kind === "year") return `${addDays(to, 1).slice(0, 4)}-03-01T06:00`;
  return `${addDays(to, kind === "week" ? 3 : 5)}T06:00`;
}

/** The Mondays (ISO dates) of the operational weeks a period touches, in order: at most 54. */
export function weeksOf(period: Period): string[] {
  const weeks: string[] = [];
  for (let monday = mondayOf(period.from); monday <= period.to; monday = addDays(monday, 7))
    weeks.push(monday);
  return weeks;
}

/** The Monday (ISO date) of the week that holds a date. */
export function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

/** The ISO date `days` after a date. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The date so many months later, or earlier (negative): the last of the month where it has no such day. */
export function monthsAfter(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

function weekPeriod(id: string, year: number, week: number): Period {
  const monday = addDays(mondayOf(`${String(year).padStart(4, "0")}-01-04`), (week - 1) * 7);
  const thursday = Temporal.PlainDate.from(addDays(monday, 3));
  if (week < 1 || thursday.year !== year)
    throw new RangeError(`period: "${id}" (that year has no such week)`);
  return { id, kind: "week", from: monday, to: addDays(monday, 6) };
}

function span(
  head: { id: string; kind: PeriodKind },
  [year, month, months]: [number, number, number],
): Period {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return { ...head, from: first.toString(), to: first.add({ months }).subtract({ days: 1 }).toString() };
}
