import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { instantOf, localOf } from "../../domain/civilTime.ts";
import { publicHolidays } from "../../domain/holidays.ts";
import { Schedule } from "../../domain/network.ts";
import { hoursOf, type Interval, union } from "../../domain/presence.ts";
import { expand, occurrences } from "../../domain/recurrence.ts";
import reference from "../fixtures/reference/rrule_presence.json" with { type: "json" };

const { timezone } = reference;
const rome = "Europe/Rome";
const day = (start: number) => localOf(start, rome).date;
const hours = (list: Interval[]) => list.map(({ start, end }) => (end - start) / 3_600_000);

function schedule(fields: Partial<Schedule>): Schedule {
  return Schedule.parse({
    id: "shift",
    service: "unit",
    zones: ["harbour"],
    freq: "DAILY",
    dtstart: "2025-01-01",
    opens_at: "21:00",
    closes_at: "01:00",
    ...fields,
  });
}

describe("the rosters of rrule_presence.json (python-dateutil 2.8.2, ical.js 2.2.1)", () => {
  const [windowStart = "", windowEnd = ""] = reference.window_local;
  const window = { from: windowStart.slice(0, 10), to: "2025-05-31", timezone };
  const parts = ["notte 00-06", "mattina 06-12", "pomeriggio 12-18", "sera 18-24"];
  const utc = (list: string[]) => list.map((text) => Temporal.Instant.from(text).epochMilliseconds);

  test.for(reference.cases)("$name", (roster) => {
    const found = expand(
      {
        dtstart: roster.dtstart_local,
        minutes: roster.duration_minutes,
        rule: roster.rrule,
        exdates: roster.exdate_local ?? [],
        rdates: roster.rdate_local ?? [],
      },
      window,
    );
    expect(found.map(({ start }) => start)).toEqual(utc(roster.expected.starts_utc));
    expect(found.map(({ end }) => end)).toEqual(utc(roster.expected.ends_utc_nominal));

    const [from, to] = [instantOf(windowStart, timezone), instantOf(windowEnd, timezone)];
    const clipped = found.map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }));
    const minutes: Record<string, number> = {};
    for (const cell of hoursOf(clipped, timezone, 0)) {
      const key = `${Math.floor(cell.hour / 24) + 1}|${parts[Math.floor((cell.hour % 24) / 6)]}`;
      minutes[key] = (minutes[key] ?? 0) + cell.minutes;
    }
    expect(minutes).toEqual(roster.expected.presence_minutes_by_iso_weekday_slot);
  });
});

describe("a schedule of a network", () => {
  test("starts on its weekdays and ends after midnight", () => {
    const found = occurrences(schedule({ freq: "WEEKLY", byday: "MO,WE" }), {
      timezone: rome,
      from: "2026-03-02",
      to: "2026-03-08",
    });
    expect(found).toEqual([
      { start: instantOf("2026-03-02T21:00", rome), end: instantOf("2026-03-03T01:00", rome) },
      { start: instantOf("2026-03-04T21:00", rome), end: instantOf("2026-03-05T01:00", rome) },
    ]);
  });

  test("a night that reaches into the first day asked for is part of the answer, whole", () => {
    const found = occurrences(schedule({}), { timezone: rome, from: "2026-03-02", to: "2026-03-02" });
    expect(found.map(({ start }) => day(start))).toEqual(["2026-03-01", "2026-03-02"]);
    const evening = schedule({ closes_at: "24:00" });
    expect(occurrences(evening, { timezone: rome, from: "2026-03-02", to: "2026-03-02" })).toHaveLength(1);
  });

  test("keeps to its validity, its last day, its exceptions and its holidays", () => {
    const shift = schedule({
      opens_at: "11:30",
      closes_at: "14:00",
      valid_from: "2025-04-20",
      valid_to: "2025-05-04",
      until: "2025-05-03",
      exceptions: ["2025-04-23"],
      holidays: "closed",
    });
    const span = { timezone: rome, from: "2025-01-01", to: "2025-12-31" };
    const days = (options: Parameters<typeof occurrences>[1]) =>
      occurrences(shift, options).map(({ start }) => day(start));
    const open = days(span);
    expect([open[0], open.at(-1), open.length]).toEqual(["2025-04-20", "2025-05-03", 13]);
    const closed = days({ ...span, holidays: publicHolidays("IT", span.from, span.to) });
    expect(open.filter((date) => !closed.includes(date))).toEqual(["2025-04-21", "2025-04-25", "2025-05-01"]);
  });

  test("a roster without end goes on, whatever the year asked for", () => {
    const shift = schedule({ freq: "MONTHLY", byday: "-1SU", opens_at: "08:00", closes_at: "10:00" });
    const found = occurrences(shift, { timezone: rome, from: "2044-01-01", to: "2044-12-31" });
    expect(found).toHaveLength(12);
    expect(day(found[0]?.start ?? 0)).toBe("2044-01-31");
  });

  test("every second week counts from the schedule's start", () => {
    const shift = schedule({ freq: "WEEKLY", interval: 2, byday: "SA", dtstart: "2025-03-08" });
    const found = occurrences(shift, { timezone: rome, from: "2026-03-01", to: "2026-03-31" });
    expect(found.map(({ start }) => day(start))).toEqual(["2026-03-07", "2026-03-21"]);
  });

  test("a night is 7 hours long in spring and 9 in autumn, its small hours 5 and 7", () => {
    const night = schedule({ opens_at: "22:00", closes_at: "06:00" });
    const small = schedule({ opens_at: "00:00", closes_at: "06:00" });
    const spring = { timezone: rome, from: "2026-03-29", to: "2026-03-29" };
    const autumn = { timezone: rome, from: "2026-10-25", to: "2026-10-25" };
    expect(hours(occurrences(night, spring))).toEqual([7, 8]);
    expect(hours(occurrences(night, autumn))).toEqual([9, 8]);
    expect(hours(occurrences(small, spring))).toEqual([5]);
    expect(hours(occurrences(small, autumn))).toEqual([7]);
  });

  test("a shelter that opens and closes at the same hour is open all day, without a break", () => {
    const shelter = schedule({ opens_at: "08:00", closes_at: "08:00" });
    const found = occurrences(shelter, { timezone: rome, from: "2026-03-27", to: "2026-03-31" });
    expect(union(found)).toHaveLength(1);
    expect(hours(found)).toEqual([24, 24, 23, 24, 24, 24]);
  });

  test("a time that falls whole into the skipped hour is no presence", () => {
    const shift = schedule({ opens_at: "02:00", closes_at: "03:00" });
    expect(occurrences(shift, { timezone: rome, from: "2026-03-29", to: "2026-03-29" })).toEqual([]);
  });

  test("a rule that cannot be read is refused", () => {
    const span = { timezone: rome, from: "2026-03-29", to: "2026-03-29" };
    for (const bad of [
      { freq: "MONTHLY", bymonthday: "45" },
      { freq: "MONTHLY", bymonthday: "0" },
      { freq: "WEEKLY", bymonthday: "4" },
      { freq: "WEEKLY", byday: "1MO" },
      { freq: "MONTHLY", byday: "0MO" },
    ] as const)
      expect(() => occurrences(schedule(bad), span)).toThrow();
  });
});
