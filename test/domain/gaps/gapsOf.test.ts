import { describe, expect, test } from "vitest";
import { gapField, thresholdOf, touchedBy } from "../../../domain/gaps/gapField.ts";
import { actList, lookList } from "../../../domain/gaps/gapLists.ts";
import { gapPlaces } from "../../../domain/gaps/gapPlaces.ts";
import { gapsOf } from "../../../domain/gaps/gapsOf.ts";
import { whyGap } from "../../../domain/gaps/whyGap.ts";
import { worstSlots } from "../../../domain/gaps/worstSlots.ts";
import { hourAtPlace } from "../../../domain/week.ts";
import { NIGHT, nights, town } from "./sixZones.ts";

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

test("the strip counts the zones that surely lack: the harbour every night, never by day, none while somebody stays", () => {
  const lacking = (only: string | null) =>
    [...gapPlaces(health, only)].flatMap((count, place) => (count > 0 ? [{ count, place }] : []));
  expect(new Set(lacking(null).map(({ place }) => hourAtPlace(place, 6) % 24))).toEqual(
    new Set([22, 23, 0, 1, 2, 3, 4, 5]),
  );
  // Every night in the harbour; in the market, where somebody stays on Thursdays, on the others.
  const thursdays = lacking(null).filter(({ place }) => Math.floor(place / 24) === 3);
  expect(new Set(thursdays.map(({ count }) => count))).toEqual(new Set([1]));
  expect(new Set(lacking(null).map(({ count }) => count))).toEqual(new Set([1, 2]));
  expect(lacking("market")).toHaveLength(6 * 8);
  expect(lacking("market").some(({ place }) => Math.floor(place / 24) === 3)).toBe(false);
  expect(lacking("harbour").every(({ count }) => count === 1)).toBe(true);
});

const WEEK = Array.from({ length: 168 }, (_, hour) => hour);

test("of a whole week each zone names the nights in which it lacks most; the market not the Thursday", () => {
  const worst = worstSlots(health, WEEK);
  expect(worst.get("harbour")).toMatchObject({ slot: "night", days: [0, 1, 2, 3, 4, 5, 6] });
  expect(worst.get("market")).toMatchObject({ slot: "night", days: [0, 1, 2, 4, 5, 6] });
  expect(worst.has("mill")).toBe(false);
});

test("the threshold of a week counts every slot of every day", () => {
  expect(touchedBy(health, WEEK)).toBe(14);
  expect(touchedBy(health, NIGHT)).toBe(1);
});

describe("why a gap is what it is", () => {
  const why = (zone: string) => whyGap(health, zone, NIGHT)[0];

  test("the harbour: the published cell, competent hours, the rate per hour, and the same gap as the map’s", () => {
    const [slot] = why("harbour")?.slots ?? [];
    expect(slot).toMatchObject({
      slot: "night",
      origin: { period: "2026-Q1", wholeDay: false, group: null },
      instead: false,
      evidence: { shown: 40, upTo: 40, variance: 4, hours: 20 },
      state: "known",
      uncovered: 8,
    });
    expect(why("harbour")?.services).toEqual(["unit"]);
    expect(why("harbour")?.gap).toEqual(at("harbour")?.gap);
    expect((slot?.rate?.middle ?? 0) * 8).toBeCloseTo(at("harbour")?.gap.middle ?? 0, 6);
  });

  test("the station: withheld, so at most four; the mill: nobody there, so no rate at all", () => {
    expect(why("station")?.slots[0]).toMatchObject({
      evidence: { shown: 0, upTo: 4, hours: 2 },
      state: "insufficient",
    });
    expect(why("mill")?.slots[0]).toMatchObject({ rate: null, origin: null, state: "unknown" });
  });

  test("a zone the network does not know has no reasons", () => {
    expect(whyGap(health, "nowhere", NIGHT)).toEqual([]);
  });
});
