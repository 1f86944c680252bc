import { expect, test } from "vitest";
import { easterSunday, publicHolidays } from "../../domain/holidays.ts";

test("Easter falls where the tables say", () => {
  // python-dateutil 2.9.0 easter()
  const easters = [
    "2000-04-23",
    "2008-03-23",
    "2019-04-21",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2038-04-25",
  ];
  for (const easter of easters) expect(easterSunday(Number(easter.slice(0, 4)))).toBe(easter);
});

test("Italy rests on its fixed days and on Easter Monday", () => {
  expect([...publicHolidays("IT", "2025-04-01", "2025-06-30")]).toEqual([
    "2025-04-21",
    "2025-04-25",
    "2025-05-01",
    "2025-06-02",
  ]);
  expect(publicHolidays("IT", "2025-01-01", "2025-12-31").size).toBe(11);
});

test("Saint Francis is a public holiday again from 2026", () => {
  expect(publicHolidays("IT", "2025-10-04", "2025-10-04").size).toBe(0);
  expect(publicHolidays("IT", "2027-10-04", "2027-10-04").size).toBe(1);
});

test("other countries' holidays are not known, so nothing is skipped there", () => {
  expect(publicHolidays("US", "2025-01-01", "2025-12-31").size).toBe(0);
  expect(publicHolidays(undefined, "2025-01-01", "2025-12-31").size).toBe(0);
});
