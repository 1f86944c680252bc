import { expect, test } from "vitest";
import { instantOfTime, readDate, readTime } from "../../../server/ingest/readTime.ts";

const rome = "Europe/Rome";
const instant = (text: string): string => {
  const time = readTime(text, rome);
  if (!time) throw new Error(text);
  return new Date(instantOfTime(time, rome)).toISOString().slice(0, 16);
};

test("local times are read in the ways people write them", () => {
  const time = { date: "2026-09-05", hour: 1, minute: 5, instant: null };
  for (const text of [
    "2026-09-05T01:05",
    "2026-09-05 01:05:59",
    "2026-09-05T01:05:59.123",
    "05/09/2026 01:05",
    "5/9/2026 1:05:00",
  ])
    expect(readTime(text, rome)).toEqual(time);
});

test("times with an offset are told on the network's clock", () => {
  for (const text of [
    "2026-09-04T23:05Z",
    "2026-09-05T01:05:00+02:00",
    "2026-09-05T01:05+0200",
    "2026-09-05 02:35:10+03:30",
  ])
    expect(readTime(text, rome)).toMatchObject({ date: "2026-09-05", hour: 1, minute: 5 });
});

test("what is no time is null", () => {
  const none = [
    "",
    "2026-09-05",
    "2026-13-01 10:00",
    "2026-02-29 10:00",
    "2026-09-05 24:00",
    "2026-09-05 10:60",
    "31/04/2026 10:00",
  ];
  for (const text of [...none, "yesterday", "1757030400", "09/05/26 10:00", "2026-09-05T10:00+99:99"])
    expect(readTime(text, rome)).toBeNull();
});

test("dates that do not exist are null", () => {
  expect(readDate("29/02/2028")).toBe("2028-02-29");
  for (const text of ["2026-02-29", "29/02/2026", "2026-9-5", "5/9/26"]) expect(readDate(text)).toBeNull();
});

// Expected instants: Temporal "compatible" (tc39/proposal-temporal), checked with Python zoneinfo 2024a.
test("when the clocks change, skipped times move on and repeated times are the first unless the offset says so", () => {
  expect(instant("2026-03-29 02:30")).toBe("2026-03-29T01:30");
  expect(instant("2026-10-25 02:30")).toBe("2026-10-25T00:30");
  expect(instant("2026-10-25T02:30+02:00")).toBe("2026-10-25T00:30");
  expect(instant("2026-10-25T02:30+01:00")).toBe("2026-10-25T01:30");
});
