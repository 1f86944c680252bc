import { expect, test } from "vitest";
import {
  addDays,
  closesAt,
  mondayOf,
  nextPeriod,
  parsePeriod,
  periodChain,
  periodOf,
  weeksOf,
} from "../../domain/period.ts";

// Week numbers: python3 -c "import datetime; print(datetime.date.fromisocalendar(2026, 53, 1))" and so on.
test.each([
  ["2026-W37", "week", "2026-09-07", "2026-09-13"],
  ["2026-W01", "week", "2025-12-29", "2026-01-04"],
  ["2026-W53", "week", "2026-12-28", "2027-01-03"],
  ["2020-W53", "week", "2020-12-28", "2021-01-03"],
  ["2024-02", "month", "2024-02-01", "2024-02-29"],
  ["2026-12", "month", "2026-12-01", "2026-12-31"],
  ["2026-Q3", "quarter", "2026-07-01", "2026-09-30"],
  ["2026", "year", "2026-01-01", "2026-12-31"],
])("%s is the %s from %s to %s", (...named) => {
  const [id, kind, from, to] = named;
  expect(parsePeriod(id)).toEqual({ id, kind, from, to });
});

test.each([
  "2025-W53",
  "2026-W00",
  "2026-W54",
  "2026-13",
  "2026-00",
  "2026-Q5",
  "26",
  "2026-9",
  "",
  "2026-09-01",
])('"%s" names no period', (id) => {
  expect(() => parsePeriod(id)).toThrow(RangeError);
});

test("the last days of December may lie in the first week of the next year", () => {
  expect(periodOf("week", "2025-12-29").id).toBe("2026-W01");
  expect(periodOf("week", "2027-01-03").id).toBe("2026-W53");
  expect(periodOf("month", "2025-12-29").id).toBe("2025-12");
  expect(periodOf("quarter", "2026-03-31").id).toBe("2026-Q1");
  expect(periodOf("year", "2026-01-01").id).toBe("2026");
});

test("periods of a kind follow each other without a gap, over ten years", () => {
  for (const kind of ["week", "month", "quarter", "year"] as const) {
    let period = periodOf(kind, "2020-01-15");
    while (period.from < "2030-01-01") {
      const next = nextPeriod(period);
      expect(next.from).toBe(addDays(period.to, 1));
      expect(parsePeriod(next.id)).toEqual(next);
      period = next;
    }
  }
});

test("a figure falls back to the month, quarter and year that hold it, a week to those of its Thursday", () => {
  const chain = (id: string) => periodChain(parsePeriod(id)).map((period) => period.id);
  expect(chain("2026-W14")).toEqual(["2026-W14", "2026-04", "2026-Q2", "2026"]);
  expect(chain("2026-W01")).toEqual(["2026-W01", "2026-01", "2026-Q1", "2026"]);
  expect(chain("2026-09")).toEqual(["2026-09", "2026-Q3", "2026"]);
  expect(chain("2026-Q3")).toEqual(["2026-Q3", "2026"]);
  expect(chain("2026")).toEqual(["2026"]);
});

test("weeks close on the Wednesday after, other periods five days after, at six", () => {
  expect(closesAt(parsePeriod("2026-W37"))).toBe("2026-09-16T06:00");
  expect(closesAt(parsePeriod("2026-09"))).toBe("2026-10-05T06:00");
  expect(closesAt(parsePeriod("2026-Q4"))).toBe("2027-01-05T06:00");
  expect(closesAt(parsePeriod("2026"))).toBe("2027-03-01T06:00");
});

test("a year touches at most 54 operational weeks", () => {
  expect(weeksOf(parsePeriod("2028"))).toHaveLength(53);
  expect(weeksOf(parsePeriod("2026-09"))).toEqual([
    "2026-08-31",
    "2026-09-07",
    "2026-09-14",
    "2026-09-21",
    "2026-09-28",
  ]);
  expect(weeksOf(parsePeriod("2026-W37"))).toEqual(["2026-09-07"]);
  expect(mondayOf("2026-09-13")).toBe("2026-09-07");
});
