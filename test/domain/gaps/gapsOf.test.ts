import { describe, expect, test } from "vitest";
import { type CoverageAnswer, coverageOf } from "../../../domain/coverage.ts";
import { actList, lookList } from "../../../domain/gapLists.ts";
import { gapField, thresholdOf } from "../../../domain/gaps/gapField.ts";
import { gapPlaces, gapsOf } from "../../../domain/gaps/gapsOf.ts";
import type { GapSource } from "../../../domain/gaps/placeRates.ts";
import type { PublishedPeriod, PublishedView } from "../../../domain/published.ts";
import { hourAtPlace } from "../../../domain/week.ts";

const SLOTS = [
  { id: "day", from: 6, to: 22 },
  { id: "night", from: 22, to: 6 },
];
const WEEKS = 13;
const ALL = 2 ** WEEKS - 1;
const ZONES = ["bridge", "harbour", "hill", "market", "mill", "station"];
const NIGHT = Array.from({ length: 8 }, (_, i) => 3 * 24 + 22 + i);

type Night = { hours: number; seen: number | null; covered?: boolean; visited?: boolean };

/** A quarter of Thursday nights: competent hours behind the rate, needs published (null = withheld), who stays all night. */
const nights: Record<string, Night> = {
  // 2 an hour over 8 uncovered hours: surely a gap.
  harbour: { hours: 20, seen: 40 },
  // 1 in 10 hours: over 8 hours 0.8, which may or may not be 1.
  hill: { hours: 60, seen: 6 },
  // Somebody competent all night: nothing uncovered.
  market: { hours: 300, seen: 60, covered: true },
  // Nobody was ever there.
  mill: { hours: 0, seen: null, visited: false },
  // Withheld over two hours: 0 … 4, uncertain whatever the prior.
  station: { hours: 2, seen: null },
  // 2 in 400 hours could be: surely little.
  bridge: { hours: 400, seen: null },
};

const view = (by: PublishedView["by"], columns: Partial<PublishedView>): PublishedView =>
  ({ view: by.join("×"), by, value: [], ...columns }) as PublishedView;

function town(over: Record<string, Night> = nights, visitor = "unit"): GapSource {
  const hour = (zone: string) => over[zone] ?? { hours: 0, seen: null };
  const covered = ZONES.filter((zone) => hour(zone).covered).flatMap((zone) =>
    NIGHT.map((at) => [zone, at % 168] as const),
  );
  const answer: CoverageAnswer = {
    period: "2026-Q1",
    from: "2026-01-05",
    to: "2026-04-05",
    weeks: Array.from({ length: WEEKS }, (_, i) => String(i)),
    days: Array.from({ length: 7 }, () => ALL),
    presence: {
      service: covered.map(() => "unit"),
      zone: covered.map(([zone]) => zone),
      hour: covered.map(([, at]) => at),
      planned: covered.map(() => ALL),
      seen: covered.map(() => ALL),
    },
    visits: {
      zone: ZONES.filter((zone) => hour(zone).visited !== false),
      slot: ZONES.filter((zone) => hour(zone).visited !== false).map(() => "night"),
      service: ZONES.map(() => visitor),
      last: ZONES.map(() => "2026-04-02"),
    },
    hours: {
      zone: ZONES,
      slot: ZONES.map(() => "night"),
      weekpart: ZONES.map(() => "weekday"),
      service: ZONES.map(() => "unit"),
      planned: ZONES.map(() => 0),
      seen: ZONES.map((zone) => hour(zone).hours),
      hours: ZONES.map((zone) => hour(zone).hours),
    },
    reliability: { service: ["unit"], recorded: [true], confirmed: [8], declared: [8], rho: [0.9] },
  };
  const chain: PublishedPeriod[] = [
    {
      id: "2026-Q1",
      kind: "quarter",
      from: answer.from,
      to: answer.to,
      closed_at: "2026-04-08T04:00:00Z",
      views: [
        view(["zone", "slot", "need"], {
          zone: ZONES,
          slot: ZONES.map(() => "night"),
          need: ZONES.map(() => "health"),
          value: ZONES.map((zone) => hour(zone).seen),
        }),
      ],
    },
  ];
  const rules = { zones: ZONES, services: ["unit", "police"], slots: SLOTS, dayStart: 6, shelfLifeWeeks: 8 };
  return {
    coverage: coverageOf(answer, rules, (from, to) => (Date.parse(to) - Date.parse(from)) / 86_400_000),
    chain,
    hours: new Map([["2026-Q1", answer]]),
    services: [
      { id: "unit", needs: ["health"] },
      { id: "police", needs: ["conflict"] },
    ],
    rules: {
      needs: [
        { id: "health", sensitive: false },
        { id: "conflict", sensitive: false },
      ],
      ...{ threshold: 5, sensitiveThreshold: 10, variance: 4, sensitiveVariance: 6 },
    },
    gapThreshold: 1,
  };
}

const health = gapField(town(), ["health"]);
const thursday = gapsOf(
  health,
  NIGHT.map((hour) => hour % 168),
);
const at = (zone: string) => thursday.find(({ id }) => id === zone);

describe("a Thursday night in six zones", () => {
  test("a gap, an uncertain one, a covered zone, one below the threshold and one not known", () => {
    expect(Object.fromEntries(thursday.map(({ id, gap }) => [id, gap.class]))).toEqual({
      harbour: "gap",
      hill: "uncertain",
      market: "covered",
      mill: "unknown",
      station: "uncertain",
      bridge: "below",
    });
  });

  test("what is expected is the rate times the uncovered hours", () => {
    expect(at("harbour")?.gap).toMatchObject({ uncovered: 8 });
    // The prior draws 40 in 20 hours a little down: 16 without it.
    expect(at("harbour")?.gap.middle).toBeGreaterThan(13);
    expect(at("harbour")?.gap.middle).toBeLessThan(16);
    expect(at("market")?.gap).toMatchObject({ uncovered: 0, middle: null });
  });

  test("one acts on the harbour, and goes to look at the zones of which too little is known", () => {
    expect(actList(thursday)[0]?.id).toBe("harbour");
    const look = lookList(thursday).map(({ id }) => id);
    expect(look).toEqual(expect.arrayContaining(["mill", "station", "hill"]));
    expect(look).not.toContain("market");
    expect(look).not.toContain("bridge");
  });

  test("the gap is said of the needs that lack, with the published cell behind it", () => {
    expect(at("harbour")).toMatchObject({
      lacking: ["health"],
      hours: 20,
      chosen: 8,
      origins: [{ period: "2026-Q1", wholeDay: false }],
    });
  });
});

test("a need that nobody could ever have recorded there is not known, not low", () => {
  const conflict = gapsOf(gapField(town(), ["conflict"]), NIGHT);
  expect(new Set(conflict.map(({ gap }) => gap.class))).toEqual(new Set(["unknown"]));
});

test("one need that surely lacks makes the zone lack, whatever is unknown of the others", () => {
  const both = gapsOf(gapField(town(), []), NIGHT);
  expect(both.find(({ id }) => id === "harbour")).toMatchObject({
    gap: { class: "gap" },
    lacking: ["health"],
  });
  expect(both.find(({ id }) => id === "mill")).toMatchObject({ gap: { class: "unknown" } });
});

test("a zone unvisited beyond the shelf life, or only by others than the competent, is not known", () => {
  const forgotten = town({ ...nights, harbour: { hours: 20, seen: 40, visited: false } });
  for (const source of [forgotten, town(nights, "police")]) {
    const zones = gapsOf(gapField(source, ["health"]), NIGHT);
    expect(zones.find(({ id }) => id === "harbour")?.gap.class).toBe("unknown");
  }
});

test("two nights are held to twice the threshold of one, an hour of it to the whole of it", () => {
  expect(thresholdOf(health, NIGHT)).toBe(1);
  expect(thresholdOf(health, [...NIGHT, ...NIGHT.map((hour) => (hour + 24) % 168)])).toBe(2);
  expect(thresholdOf(health, NIGHT.slice(0, 1))).toBe(1);
  expect(
    thresholdOf(
      health,
      Array.from({ length: 168 }, (_, hour) => hour),
    ),
  ).toBe(14);
});

test("the strip is underlined where some zone surely lacks: every night, never by day, and not while somebody stays", () => {
  const places = gapPlaces(health, null);
  const hours = [...places].flatMap((flag, place) => (flag === 1 ? [hourAtPlace(place, 6) % 24] : []));
  expect(new Set(hours)).toEqual(new Set([22, 23, 0, 1, 2, 3, 4, 5]));
  expect(hours).toHaveLength(56);
  const market = [...gapPlaces(health, "market")].flatMap((flag, place) => (flag === 1 ? [place] : []));
  expect(market).toHaveLength(6 * 8);
  expect(market.some((place) => Math.floor(place / 24) === 3)).toBe(false);
});
