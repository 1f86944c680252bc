import { expect, test } from "vitest";
import { daysBetween } from "../../client/format.ts";
import { type CoverageAnswer, coverageOf, isForgotten, staleOf } from "../../domain/coverage.ts";
import { standingOf, stayOf, weeksChosen } from "../../domain/stay.ts";
import { nextPresence, stripBars, zoneStates, zoneWeek } from "../../domain/zoneMarks.ts";
import { noHours } from "./noHours.ts";

const SLOTS = [
  { id: "mattina", from: 6, to: 12 },
  { id: "pomeriggio", from: 12, to: 18 },
  { id: "sera", from: 18, to: 22 },
  { id: "notte", from: 22, to: 6 },
];
const FRI_22 = 4 * 24 + 22;
const SUN_NIGHT = 2;
const ALL = 2 ** 40 - 1;

type Row = [service: string, zone: string, hour: number, planned: number, seen: number];

/** Forty weeks; the harbour is served, the hill is planned only, the mill was visited last year. */
const answer = (presence: Row[]): CoverageAnswer => ({
  period: "2026",
  from: "2026-01-05",
  to: "2026-10-11",
  weeks: Array.from({ length: 40 }, (_, i) => `week ${i}`),
  days: [ALL, ALL, ALL, ALL, ALL, ALL, ALL - 1],
  presence: {
    service: presence.map(([service]) => service),
    zone: presence.map(([, zone]) => zone),
    hour: presence.map(([, , hour]) => hour),
    planned: presence.map(([, , , planned]) => planned),
    seen: presence.map(([, , , , seen]) => seen),
  },
  visits: {
    zone: ["harbour", "hill", "hill", "mill"],
    slot: ["notte", "mattina", "notte", "notte"],
    service: ["night", "police", "night", "police"],
    last: ["2026-10-09", "2026-10-08", "2026-08-16", "2025-11-30"],
  },
  ...noHours,
});
const town = {
  zones: ["harbour", "hill", "mill"],
  services: ["night", "police"],
  slots: SLOTS,
  dayStart: 6,
  shelfLifeWeeks: 8,
};
const standing = (seen: number, planned: number, of: number) => standingOf({ seen, planned, of });
const half = 2 ** 40 - 2 ** 20;
const coverage = coverageOf(
  answer([
    ["night", "harbour", FRI_22, ALL, half],
    ["police", "harbour", FRI_22, ALL, half - 2 ** 39],
    ["night", "harbour", FRI_22 + 1, 0, 2 ** 3],
    ["night", "hill", FRI_22, half, 1],
    ["night", "harbour", SUN_NIGHT, 0, ALL - 1],
    ["ghost", "harbour", FRI_22, ALL, ALL],
  ]),
  town,
  daysBetween,
);

test("a service is usually there when seen in exactly half of the weeks, not when seen in one fewer", () => {
  expect(stayOf(coverage, { zone: "harbour", service: "night" }, [[FRI_22]]).standing).toBe("seen");
  expect(stayOf(coverage, { zone: "harbour", service: "police" }, [[FRI_22]]).standing).toBe("rare");
  expect(standing(20, 0, 40)).toBe("seen");
  expect(standing(19, 20, 40)).toBe("rare");
  expect(standing(0, 0, 0)).toBe("absent");
});

test("fortnightly and monthly services are there at times, a single visit in a quarter is not", () => {
  expect(standing(0, 7, 14)).toBe("rare");
  expect(standing(0, 3, 14)).toBe("rare");
  expect(standing(3, 0, 14)).toBe("rare");
  expect([standing(2, 2, 14), standing(0, 1, 5), standing(0, 1, 4)]).toEqual(["absent", "absent", "rare"]);
});

test("weeks of several chosen hours are joined, beyond the 32nd too", () => {
  const { weeks } = stayOf(coverage, { zone: "harbour", service: "night" }, [[FRI_22, FRI_22 + 1]]);
  expect(weeks).toEqual({ lo: (2 ** 32 - 2 ** 20 + 2 ** 3) >>> 0, hi: 2 ** 8 - 1 });
});

test("Sunday night counts against the weeks in which its Sunday lies in the period", () => {
  expect(weeksChosen(coverage, [SUN_NIGHT]).lo % 2).toBe(0);
  const { of, standing } = stayOf(coverage, { zone: "harbour", service: "night" }, [[SUN_NIGHT]]);
  expect([of, standing]).toEqual([39, "seen"]);
});

test("a zone is not known when nobody was seen in that slot within the shelf life", () => {
  const zones = ["harbour", "hill", "mill", "nowhere"];
  expect(zones.map((zone) => isForgotten(coverage, zone, [FRI_22]))).toEqual([false, false, true, true]);
});

test("eight weeks to the day is within the shelf life, a day more is not", () => {
  const at = (last: string) => {
    const asked = answer([]);
    asked.visits = { zone: ["mill"], slot: ["notte"], service: ["night"], last: [last] };
    return isForgotten(coverageOf(asked, town, daysBetween), "mill", [FRI_22]);
  };
  expect([at("2026-08-16"), at("2026-08-15")]).toEqual([false, true]);
});

test("served, planned only, and not known are three different zones", () => {
  expect(zoneStates(coverage, { occasions: [[FRI_22]], services: null })).toMatchObject([
    { zone: "harbour", level: 1, seen: ["night"], rare: ["police"], stale: null },
    { zone: "hill", level: 0, seen: [], rare: ["night"], stale: null },
    { zone: "mill", level: null, seen: [], rare: [], stale: { slots: ["notte"], all: true } },
  ]);
});

test("choosing another service leaves a known zone known", () => {
  const [harbour] = zoneStates(coverage, { occasions: [[FRI_22]], services: ["police"] });
  expect(harbour).toMatchObject({ zone: "harbour", level: 0, seen: [], rare: ["police"] });
});

test("over the whole week one hour in half of the weeks is enough", () => {
  const week = Array.from({ length: 168 }, (_, hour) => hour);
  const [harbour, hill, mill] = zoneStates(coverage, { occasions: [week], services: null });
  expect([harbour?.level, hill?.level, mill?.level]).toEqual([1, 0, null]);
});

const nights = [0, 1, 2, 3, 4, 5, 6].map((day) => [day * 24 + 22, day * 24 + 23]);

test("a service of Friday and Saturday nights is not there every night: it is there on some days", () => {
  const town2 = coverageOf(
    answer([
      ["night", "harbour", FRI_22, ALL, ALL],
      ["night", "harbour", FRI_22 + 24, ALL, ALL],
      ...nights.slice(0, 4).map(([hour]): Row => ["police", "harbour", hour ?? 0, ALL, ALL]),
    ]),
    town,
    daysBetween,
  );
  const [harbour] = zoneStates(town2, { occasions: nights, services: null });
  expect(harbour).toMatchObject({ level: 1, seen: ["police"], rare: ["night"] });
  expect(harbour?.rhythms).toEqual([{ service: "night", rhythm: "days", seen: 80, of: 279 }]);
  const stay = (service: string) => stayOf(town2, { zone: "harbour", service }, nights);
  expect([stay("police").weeks.hi, stay("night").weeks.hi]).toEqual([2 ** 8 - 1, 0]);
  expect(zoneStates(town2, { occasions: [nights.flat()], services: null })[0]?.level).toBe(2);
});

test("every second week, some weeks and missing its shifts are three rhythms", () => {
  const even = Array.from({ length: 16 }, (_, i) => 4 ** i).reduce((sum, bit) => sum + bit, 0);
  const rhythm = (planned: number, seen: number) =>
    zoneStates(coverageOf(answer([["night", "harbour", FRI_22, planned, seen]]), town, daysBetween), {
      occasions: [[FRI_22]],
      services: null,
    })[0]?.rhythms.map((rare) => rare.rhythm);
  expect(rhythm(even, even - 1)).toEqual(["alternate"]);
  expect(rhythm(2 ** 10 - 1, 2 ** 9 - 1)).toEqual(["some"]);
  expect(rhythm(ALL, 2 ** 9 - 1)).toEqual(["missing"]);
});

test("what is not known is told slot by slot, with the last day anybody was seen", () => {
  expect(staleOf(coverage, "harbour", [FRI_22])).toBeNull();
  expect(staleOf(coverage, "mill", [FRI_22])).toEqual({ slots: ["notte"], all: true, last: "2025-11-30" });
  expect(staleOf(coverage, "mill", [12])).toEqual({ slots: ["pomeriggio"], all: true, last: null });
  expect(staleOf(coverage, "harbour", [20, 22])).toEqual({ slots: ["sera"], all: false, last: null });
});

test("the strip counts zones by the place of the hour in its night", () => {
  const bars = stripBars(coverage, null);
  const [friday, sunday] = [4 * 24 + 16, 6 * 24 + 20];
  expect([bars.seen[friday], bars.planned[friday]]).toEqual([1, 2]);
  expect([bars.seen[sunday], bars.planned[sunday]]).toEqual([1, 1]);
  expect(bars.seen.reduce((sum, n) => sum + n, 0)).toBe(2);
});

test("the week of a zone says nobody, known and not known apart", () => {
  const week = zoneWeek(coverage, "harbour", null);
  expect([week[112], week[113], week[0]]).toEqual([1, 0, -1]);
});

test("the next presence is looked for around the week, among the services chosen", () => {
  const anybody = { zone: "harbour", services: null };
  expect(nextPresence(coverage, anybody, 113)).toEqual({ from: 164, to: 165, services: ["night"] });
  expect(nextPresence(coverage, anybody, 165)).toEqual({ from: 112, to: 113, services: ["night"] });
  expect(nextPresence(coverage, { zone: "mill", services: null }, 0)).toBeNull();
  expect(nextPresence(coverage, { ...anybody, services: ["police"] }, 0)).toBeNull();
});
