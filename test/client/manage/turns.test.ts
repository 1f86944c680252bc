import { expect, test } from "vitest";
import { timeOf } from "../../../client/manage/fields/timeOf.ts";
import { nextTimes } from "../../../client/manage/schedules/nextTimes.ts";
import {
  daysOf,
  newTurn,
  patternOf,
  scheduleOf,
  withDays,
  withPattern,
} from "../../../client/manage/schedules/turnRow.ts";
import type { Schedule } from "../../../domain/network.ts";

const rome = { timezone: "Europe/Rome", country: "IT", dayStart: 6 };
const turn = (patch: object) => ({ ...newTurn("t", "s", "2026-11-23"), ...patch });
const told = (patch: object) => nextTimes(scheduleOf(turn(patch)) as Schedule, "2026-11-23", rome);

test("a time is understood however it is typed", () => {
  expect(["9", "9.30", "930", "2130", "21:30", "24"].map(timeOf)).toEqual([
    "09:00",
    "09:30",
    "09:30",
    "21:30",
    "21:30",
    "24:00",
  ]);
  expect(["", "25", "24:30", "9:7", "nove"].map(timeOf)).toEqual([null, null, null, null, null]);
});

test("a turn without days has no dates yet", () => {
  expect(scheduleOf(turn({}))).toBeNull();
  expect(scheduleOf(turn({ byday: "MO", opens_at: "nine" }))).toBeNull();
});

test("days go in the order of the week, whatever was pressed first", () => {
  expect(withDays(turn({}), ["TH", "MO"], "1")).toEqual({ byday: "MO,TH" });
});

test("going over to certain days of the month keeps the weekdays", () => {
  const monthly = turn({ byday: "TU", ...withPattern(turn({ byday: "TU" }), "monthly") });
  expect(monthly).toMatchObject({ freq: "MONTHLY", byday: "1TU", bymonthday: "" });
  expect(patternOf(monthly)).toBe("monthly");
  expect(daysOf(monthly)).toEqual({ days: ["TU"], nth: "1" });
  expect(withDays(monthly, ["TU"], "-1")).toEqual({ byday: "-1TU" });
});

test("the next dates leave out public holidays and exceptions", () => {
  const { dates } = told({ byday: "MO,TU", exceptions: "2026-11-30" });
  expect(dates).toEqual(["2026-11-23", "2026-11-24", "2026-12-01", "2026-12-07", "2026-12-14", "2026-12-15"]);
});

test("the hours of the week it fills are counted from the start of the day; a night stays with its evening", () => {
  const { places } = told({ byday: "FR", opens_at: "22:00", closes_at: "01:00" });
  expect([...places]).toEqual([4 * 24 + 16, 4 * 24 + 17, 4 * 24 + 18]);
});

test("a turn that ended has no dates", () => {
  expect(told({ byday: "MO", dtstart: "2026-01-05", until: "2026-02-02" }).dates).toEqual([]);
});
