import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  dateOf,
  dayNumber,
  formatLocal,
  instantOf,
  localOf,
  operationalDay,
  weekdayOfDay,
} from "../../domain/civilTime.ts";

const rome = "Europe/Rome";
const utc = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;

describe("local time", () => {
  test("summer and winter have their own offset", () => {
    expect(localOf(utc("2026-07-01T22:15:00Z"), rome)).toEqual({ date: "2026-07-02", hour: 0, minute: 15 });
    expect(localOf(utc("2026-01-01T22:15:00Z"), rome)).toEqual({ date: "2026-01-01", hour: 23, minute: 15 });
  });

  test("an hour the clocks skip is read with the offset before the change", () => {
    expect(instantOf("2026-03-29T02:30", rome)).toBe(utc("2026-03-29T01:30:00Z"));
    expect(formatLocal(utc("2026-03-29T01:30:00Z"), rome)).toBe("2026-03-29T03:30+02:00");
  });

  test("an hour that comes twice is the first of the two", () => {
    expect(instantOf("2026-10-25T02:30", rome)).toBe(utc("2026-10-25T00:30:00Z"));
    expect(localOf(utc("2026-10-25T01:30:00Z"), rome)).toEqual({ date: "2026-10-25", hour: 2, minute: 30 });
    expect(formatLocal(utc("2026-10-25T01:30:00Z"), rome)).toBe("2026-10-25T02:30+01:00");
  });

  test("agrees with Temporal in zones with odd clocks, around every change", () => {
    for (const timezone of [
      "Europe/Rome",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "UTC",
    ]) {
      for (let step = 0; step < 2000; step++) {
        const wall = Temporal.PlainDateTime.from("2025-01-01T00:00").add({ minutes: step * 397 });
        const text = wall.toString({ smallestUnit: "minute" });
        const expected = wall.toZonedDateTime(timezone).epochMilliseconds;
        expect(instantOf(text, timezone), `${text} ${timezone}`).toBe(expected);
        const back = Temporal.Instant.fromEpochMilliseconds(expected).toZonedDateTimeISO(timezone);
        expect(localOf(expected, timezone)).toEqual({
          date: back.toPlainDate().toString(),
          hour: back.hour,
          minute: back.minute,
        });
      }
    }
  });

  test("what is no local time is refused, quoting it", () => {
    for (const text of [
      "2026-02-30T10:00",
      "2026-03-29",
      "2026-03-29T25:00",
      "2026-03-29T10:61",
      "yesterday",
    ])
      expect(() => instantOf(text, rome)).toThrow(RangeError);
    expect(() => instantOf("2026-02-30T10:00", rome)).toThrow('"2026-02-30"');
    expect(instantOf("2026-03-28T24:00", rome)).toBe(instantOf("2026-03-29T00:00", rome));
  });
});

describe("days", () => {
  test("a night belongs to the operational day it began", () => {
    expect(operationalDay("2026-03-01", 1, 6)).toBe("2026-02-28");
    expect(operationalDay("2026-03-01", 6, 6)).toBe("2026-03-01");
  });

  test("day numbers and dates are inverse, and weekdays start on Monday", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    for (let day = -30_000; day < 60_000; day += 17) {
      expect(dayNumber(dateOf(day))).toBe(day);
      const plain = Temporal.PlainDate.from("1970-01-01").add({ days: day });
      expect(dateOf(day)).toBe(plain.toString());
      expect(weekdayOfDay(day)).toBe(plain.dayOfWeek - 1);
    }
  });
});
