import { describe, expect, test } from "vitest";
import { instantOf } from "../../domain/civilTime.ts";
import { hoursOf, type Interval, union } from "../../domain/presence.ts";

const rome = "Europe/Rome";
const interval = (start: string, end: string): Interval => ({
  start: instantOf(start, rome),
  end: instantOf(end, rome),
});
const minutes = (cells: { minutes: number }[]) => cells.reduce((sum, cell) => sum + cell.minutes, 0);

describe("union", () => {
  test("two shifts at once are presence once", () => {
    expect(
      union([
        { start: 10, end: 20 },
        { start: 0, end: 5 },
        { start: 12, end: 15 },
        { start: 20, end: 25 },
        { start: 30, end: 30 },
        { start: 28, end: 26 },
      ]),
    ).toEqual([
      { start: 0, end: 5 },
      { start: 10, end: 25 },
    ]);
    expect(union([])).toEqual([]);
  });
});

describe("hours of presence", () => {
  test("a Friday night is all of Friday's operational day, also after midnight", () => {
    expect(hoursOf([interval("2026-03-06T22:30", "2026-03-07T01:15")], rome, 6)).toEqual([
      { day: "2026-03-06", hour: 4 * 24 + 22, minutes: 30 },
      { day: "2026-03-06", hour: 4 * 24 + 23, minutes: 60 },
      { day: "2026-03-06", hour: 5 * 24, minutes: 60 },
      { day: "2026-03-06", hour: 5 * 24 + 1, minutes: 15 },
    ]);
  });

  test("Sunday night's small hours are Monday's hours but Sunday's day", () => {
    expect(hoursOf([interval("2026-03-09T00:00", "2026-03-09T01:00")], rome, 6)).toEqual([
      { day: "2026-03-08", hour: 0, minutes: 60 },
    ]);
  });

  test("overlapping shifts are a union, not a sum, to the minute", () => {
    const cells = hoursOf(
      [interval("2026-03-06T10:10", "2026-03-06T10:40"), interval("2026-03-06T10:30", "2026-03-06T10:55")],
      rome,
      6,
    );
    expect(cells).toEqual([{ day: "2026-03-06", hour: 106, minutes: 45 }]);
  });

  test("the small hours of the spring night are 5, without the hour that was skipped", () => {
    const cells = hoursOf([interval("2026-03-29T00:00", "2026-03-29T06:00")], rome, 6);
    expect(minutes(cells)).toBe(300);
    expect(cells.map(({ hour }) => hour % 24)).toEqual([0, 1, 3, 4, 5]);
  });

  test("the small hours of the autumn night are 7, two of them in the hour that came twice", () => {
    const cells = hoursOf([interval("2026-10-25T00:00", "2026-10-25T06:00")], rome, 6);
    expect(minutes(cells)).toBe(420);
    expect(cells.find(({ hour }) => hour % 24 === 2)?.minutes).toBe(120);
    expect(cells.every(({ day }) => day === "2026-10-24")).toBe(true);
  });

  test("whole hours stay whole where the offset is not", () => {
    const start = instantOf("2026-03-06T10:00", "Asia/Kathmandu");
    expect(hoursOf([{ start, end: start + 7_200_000 }], "Asia/Kathmandu", 6)).toEqual([
      { day: "2026-03-06", hour: 106, minutes: 60 },
      { day: "2026-03-06", hour: 107, minutes: 60 },
    ]);
  });
});
