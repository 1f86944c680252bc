import { expect, test } from "vitest";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { describe } from "../../../server/network/NetworkRefused.ts";
import { put, swap, townFolder, withEditedTown } from "./editedTown.ts";

const row = (text: string) => (file: string) => `${file.trimEnd()}\n${text}\n`;
const warningsOf = (edits: Parameters<typeof withEditedTown>[0]) =>
  withEditedTown(edits, async (dir) => (await loadNetwork(dir)).warnings);

test("a good folder has nothing doubtful", async () => {
  expect((await loadNetwork(townFolder)).warnings).toEqual([]);
});

test("two rows of a service that cover the same minutes of a zone are said, with the line and the first day", async () => {
  const late = "night-late,night,market,WEEKLY,1,FR,,MO,2025-01-03,,,,23:30,02:00,open,";
  const [warning, ...others] = await warningsOf({ "schedules.csv": row(late) });
  expect(others).toEqual([]);
  expect(warning && describe(warning)).toBe(
    '- schedules.csv, line 9, opens_at, closes_at: "23:30–02:00" covers minutes that line 2 covers too ' +
      "(night in market, first on 2025-01-03); they count once. Join the two rows, or correct the times.",
  );
});

test("rows that touch, or whose days or years never meet, do not overlap", async () => {
  for (const apart of [
    "night-late,night,market,WEEKLY,1,FR,,MO,2025-01-03,,,,01:00,02:00,open,",
    "night-late,night,market,WEEKLY,1,MO,,MO,2025-01-06,,,,21:00,23:00,open,",
    "night-late,night,fields,WEEKLY,1,FR,,MO,2025-01-03,,,,21:00,23:00,open,",
    "night-late,night,market,WEEKLY,1,FR,,MO,2020-01-03,2023-12-31,,,21:00,23:00,open,",
  ])
    expect(await warningsOf({ "schedules.csv": row(apart) }), apart).toEqual([]);
});

test("a shift after midnight meets the one that began the evening before", async () => {
  const early = "night-early,night,harbour,WEEKLY,1,SA,,MO,2025-01-04,,,,00:30,03:00,open,";
  const [warning] = await warningsOf({ "schedules.csv": row(early) });
  expect(warning).toMatchObject({
    kind: "overlap",
    said: { other: "2", zone: "harbour", date: "2025-01-04" },
  });
});

test("a row closed on holidays whose days no holiday ever is gets a sentence", async () => {
  // From March to May 2026 public holidays fall on a Monday, a Friday and a Saturday.
  const spring = "youth-spring,youth,fields,WEEKLY,1,WE,,MO,2026-03-04,2026-05-27,,,15:00,18:00,closed,";
  const [warning, ...others] = await warningsOf({ "schedules.csv": row(spring) });
  expect(others).toEqual([]);
  expect(warning && describe(warning)).toBe(
    '- schedules.csv, line 9, holidays: "closed" never closes: no public holiday falls on a day of this row. ' +
      "Write open, or correct its days.",
  );
});

test("a holiday that is an exception anyway leaves the rule nothing to close", async () => {
  const friday = "youth-may,youth,fields,WEEKLY,1,FR,,MO,2026-04-24,2026-05-08,,,15:00,18:00,closed,";
  expect(await warningsOf({ "schedules.csv": row(friday) })).toEqual([]);
  expect(await warningsOf({ "schedules.csv": row(`${friday}2026-05-01`) })).toMatchObject([
    { kind: "holiday_never", where: "line 9" },
  ]);
});

test("where no public holidays are known, one sentence says that nothing closes", async () => {
  for (const country of ["FR", undefined]) {
    const warnings = await warningsOf({ "network.json": put(["country"], country) });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ kind: "holiday_unknown", where: "line 4", said: { rows: "3" } });
  }
  const open = await warningsOf({
    "network.json": put(["country"], undefined),
    "schedules.csv": (text) => text.replaceAll(",closed,", ",open,"),
  });
  expect(open).toEqual([]);
});

test("a zone or a service that does not exist stops the start, and the sentence lists those that do", async () => {
  await expect(
    warningsOf({ "schedules.csv": swap("night-hill,night,hill", "night-hill,night,hills") }),
  ).rejects.toThrow(
    '- schedules.csv, line 3, zones: "hills" is a zone that zones.geojson does not have. Use one of its ids (harbour, market, hill, fields)',
  );
});

test.each([
  [",2026-12-31,,,18:00", ",2023-12-31,,,18:00", 'until: "2023-12-31" is before dtstart'],
  [",,2024-09-01,2026-12-31,", ",,2026-09-01,2024-12-31,", 'valid_to: "2024-12-31" is before valid_from'],
  [",,2024-09-01,2026-12-31,", ",2024-08-31,2024-09-01,,", 'until: "2024-08-31" is before valid_from'],
])("a turn that ends before it starts (%s → %s) stops the start", async (from, to, words) => {
  await expect(warningsOf({ "schedules.csv": swap(from, to) })).rejects.toThrow(words);
});
