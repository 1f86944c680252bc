import { expect, test } from "vitest";
import { hoursList } from "../../../client/hoursList.ts";
import { hoursChoice } from "../../../client/panels/overlaps/openOverlap.ts";
import { overlapMarks } from "../../../client/panels/overlaps/overlapMarks.ts";
import { scheduleWords } from "../../../client/scheduleWords.ts";
import { type Lang, startWords, words } from "../../../client/words.ts";
import { Schedule } from "../../../domain/network.ts";
import type { Overlap, Verdict } from "../../../domain/overlaps/overlaps.ts";

await startWords("it");

const said = (lang: Lang) => ({ t: words.getFixedT(lang), lang });
/** Hours of the week: Monday 9 and 10, the same on Tuesday and Wednesday, Friday 22 to Saturday 01. */
const week = [9, 10, 33, 34, 57, 58, 118, 119, 120];

test("hours of the week are said as short as they can be, most first, and a night belongs to its day", () => {
  expect(hoursList(said("it"), week, 6)).toEqual(["lun–mer 09–11", "ven 22–01"]);
  expect(hoursList(said("en"), [120, 121], 6)).toEqual(["Fri night 00–02"]);
  expect(
    hoursList(
      said("it"),
      Array.from({ length: 7 }, (_, day) => day * 24 + 12),
      6,
    ),
  ).toEqual(["ogni giorno 12–13"]);
});

test("hours of the week become the hours of the address, cut where operational days end", () => {
  expect(hoursChoice([118, 119, 120], 6)).toEqual({ hours: [{ day: 4, from: 22, to: 1 }], repeat: "once" });
});

test.each([
  [{ freq: "WEEKLY", byday: "MO,TU,WE,TH,FR", holidays: "closed" }, "lun–ven 21–01, non nei festivi"],
  [{ freq: "WEEKLY", byday: "SA", interval: 2 }, "ogni 2 settimane, sab 21–01"],
  [{ freq: "MONTHLY", byday: "1TH,-1FR" }, "ogni mese, 1º gio e ultimo ven 21–01"],
  [{ freq: "MONTHLY", bymonthday: "15" }, "ogni mese, il 15 21–01"],
  [
    { freq: "DAILY", valid_from: "2025-11-01", valid_to: "2026-03-31" },
    "ogni giorno 21–01, dal 1 nov 2025 al 31 mar 2026",
  ],
  [{ freq: "DAILY", until: "2026-03-31" }, "ogni giorno 21–01, fino al 31 mar 2026"],
])("a schedule is said in words: %o", (fields, text) => {
  const shift = Schedule.parse({
    id: "shift",
    service: "unit",
    zones: ["harbour"],
    dtstart: "2024-01-01",
    opens_at: "21:00",
    closes_at: "01:00",
    ...fields,
  });
  expect(scheduleWords(said("it"), shift)).toBe(text);
});

const overlap = (zone: string, verdict: Verdict, services: [string, string]): Overlap => ({
  zone,
  services,
  verdict,
  aims: null,
  minutes: 60,
  hours: [22],
  share: 1,
  shorter: services[0],
  sharedNeeds: [],
});

test("the map numbers zones in the order of the list, in ink where aims contrast, hatched where nobody knows", () => {
  const state = (zone: string, level: 2 | null) => ({
    zone,
    level,
    seen: [],
    rare: [],
    rhythms: [],
    stale: null,
  });
  const shown = [
    overlap("harbour", "contrasting", ["night", "police"]),
    overlap("market", "complementary", ["canteen", "youth"]),
    overlap("harbour", "unjudged", ["night", "youth"]),
  ];
  const states = [state("market", 2), state("harbour", 2), state("hill", null)];
  expect(overlapMarks(states, { shown, open: null })).toMatchObject([
    { zone: "market", level: 0, seen: ["canteen", "youth"], badge: { text: "2", ink: false } },
    { zone: "harbour", level: 0, seen: ["night", "police"], badge: { text: "1", ink: true } },
    { zone: "hill", level: null, seen: [], badge: null },
  ]);
  const open = shown[2] ?? null;
  expect(overlapMarks(states, { shown, open })[1]?.seen).toEqual(["night", "youth"]);
});
