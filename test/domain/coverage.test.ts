import { expect, test } from "vitest";
import { daysBetween } from "../../client/format.ts";
import {
  type CoverageAnswer,
  coverageOf,
  isForgotten,
  standingOf,
  stayOf,
  weeksChosen,
} from "../../domain/coverage.ts";
import { nextPresence, stripBars, zoneStates, zoneWeek } from "../../domain/zoneMarks.ts";

const SLOTS = [
  { id: "mattina", from: 6, to: 12 },
  { id: "pomeriggio", from: 12, to: 18 },
  { id: "sera", from: 18, to: 22 },
  { id: "notte", from: 22, to: 6 },
];
const FRI_22 = 4 * 24 + 22;
const SUN_NIGHT = 2;
const ALL = 2 ** 40 - 1;

/** Forty weeks; the harbour is served, the hill is planned only, the mill was visited last year. */
const answer = (presence: [string, string, number, number, number][]): CoverageAnswer => ({
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
    last: ["2026-10-09", "2026-10-08", "2026-08-16", "2025-11-30"],
  },
  hours: { zone: [], slot: [], weekpart: [], service: [], hours: [] },
});
const town = {
  zones: ["harbour", "hill", "mill"],
  services: ["night", "police"],
  slots: SLOTS,
  dayStart: 6,
  shelfLifeWeeks: 8,
};
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
  expect(stayOf(coverage, { zone: "harbour", service: "night" }, [FRI_22]).standing).toBe("seen");
  expect(stayOf(coverage, { zone: "harbour", service: "police" }, [FRI_22]).standing).toBe("rare");
  expect(standingOf(20, 0, 40)).toBe("seen");
  expect(standingOf(19, 20, 40)).toBe("rare");
  expect(standingOf(19, 19, 40)).toBe("absent");
  expect(standingOf(0, 0, 0)).toBe("absent");
});

test("weeks of several chosen hours are joined, beyond the 32nd too", () => {
  const { seen } = stayOf(coverage, { zone: "harbour", service: "night" }, [FRI_22, FRI_22 + 1]);
  expect(seen).toEqual({ lo: (2 ** 32 - 2 ** 20 + 2 ** 3) >>> 0, hi: 2 ** 8 - 1 });
});

test("Sunday night counts against the weeks in which its Sunday lies in the period", () => {
  expect(weeksChosen(coverage, [SUN_NIGHT]).lo % 2).toBe(0);
  const { weeks, standing } = stayOf(coverage, { zone: "harbour", service: "night" }, [SUN_NIGHT]);
  expect([weeks, standing]).toEqual([39, "seen"]);
});

test("a zone is not known when nobody was seen in that slot within the shelf life", () => {
  expect(isForgotten(coverage, "harbour", [FRI_22])).toBe(false);
  expect(isForgotten(coverage, "hill", [FRI_22])).toBe(false);
  expect(isForgotten(coverage, "mill", [FRI_22])).toBe(true);
  expect(isForgotten(coverage, "mill", [12])).toBe(true);
  expect(isForgotten(coverage, "nowhere", [FRI_22])).toBe(true);
});

test("eight weeks to the day is within the shelf life, a day more is not", () => {
  const at = (last: string) => {
    const asked = answer([]);
    asked.visits = { zone: ["mill"], slot: ["notte"], last: [last] };
    return isForgotten(coverageOf(asked, town, daysBetween), "mill", [FRI_22]);
  };
  expect([at("2026-08-16"), at("2026-08-15")]).toEqual([false, true]);
});

test("served, planned only, and not known are three different zones", () => {
  expect(zoneStates(coverage, { hours: [FRI_22], services: null })).toEqual([
    { zone: "harbour", level: 1, seen: ["night"], rare: ["police"] },
    { zone: "hill", level: 0, seen: [], rare: ["night"] },
    { zone: "mill", level: null, seen: [], rare: [] },
  ]);
});

test("choosing another service leaves a known zone known", () => {
  const [harbour] = zoneStates(coverage, { hours: [FRI_22], services: ["police"] });
  expect(harbour).toEqual({ zone: "harbour", level: 0, seen: [], rare: ["police"] });
});

test("over the whole week one hour in half of the weeks is enough", () => {
  const week = Array.from({ length: 168 }, (_, hour) => hour);
  const [harbour, hill, mill] = zoneStates(coverage, { hours: week, services: null });
  expect([harbour?.level, hill?.level, mill?.level]).toEqual([1, 0, null]);
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

test("the next presence is looked for around the week", () => {
  expect(nextPresence(coverage, "harbour", 113)).toEqual({ from: 164, to: 165, services: ["night"] });
  expect(nextPresence(coverage, "harbour", 165)).toEqual({ from: 112, to: 113, services: ["night"] });
  expect(nextPresence(coverage, "mill", 0)).toBeNull();
});

test("twelve zones and eleven services are computed in well under 8 ms", () => {
  const big = { ...town, zones: ids("Q", 12), services: ids("s", 11) };
  const rows = big.zones.flatMap((zone) =>
    big.services.flatMap((service) =>
      Array.from({ length: 168 }, (_, hour): [string, string, number, number, number] => [
        service,
        zone,
        hour,
        ALL,
        half,
      ]),
    ),
  );
  const laid = coverageOf(answer(rows), big, daysBetween);
  const hours = Array.from({ length: 40 }, (_, hour) => hour);
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    zoneStates(laid, { hours, services: null });
    return performance.now() - start;
  }).sort((a, b) => a - b);
  expect(times[10]).toBeLessThan(8);
});

const ids = (letter: string, n: number) => Array.from({ length: n }, (_, i) => `${letter}${i}`);
