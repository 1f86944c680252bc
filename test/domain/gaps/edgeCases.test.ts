import { describe, expect, test } from "vitest";
import { compareHours } from "../../../domain/compare/compareHours.ts";
import { gapField } from "../../../domain/gaps/gapField.ts";
import { actList, lookList } from "../../../domain/gaps/gapLists.ts";
import { gapsOf } from "../../../domain/gaps/gapsOf.ts";
import { coveredHours } from "../../../domain/needCoverage.ts";
import { presenceHours } from "../../../domain/published.ts";
import { NEEDS, type RandomTown, randomTown, sourceOf } from "../randomTown.ts";

/** The list "Edge cases to test" of methods B2, but for those of rules and shifts (recurrence, presence, needCoverage). */
const week = Array.from({ length: 168 }, (_, hour) => hour);
const ALL = 2 ** 13 - 1;
const SLOTS = ["morning", "evening", "night"];

/** Zones where one service for all needs spent `hours` in every slot, and 12 of each need were published. */
function town(zones: string[], hours: number, more: Partial<RandomTown> = {}): RandomTown {
  const places = zones.flatMap((zone) => SLOTS.map((slot) => ({ zone, slot, service: "unit" })));
  return {
    ...randomTown(1),
    zones,
    services: [{ id: "unit", needs: [...NEEDS] }],
    recorded: ["unit"],
    cells: [],
    hours: places.map((place) => ({ ...place, hours })),
    visits: hours > 0 ? places.map((place) => ({ ...place, last: "2026-04-01" })) : [],
    needs: places.flatMap(({ zone, slot }) => NEEDS.map((need) => ({ zone, slot, need, value: 12 }))),
    ...more,
  };
}
const gapsIn = (made: RandomTown) => gapsOf(gapField(sourceOf(made), []), week);

describe("no hours of presence", () => {
  test("anywhere: every zone is not known and to be looked at, though needs were published", () => {
    const zones = gapsIn(town(["harbour", "hill", "mill"], 0));
    expect(zones.map(({ gap }) => [gap.class, gap.middle])).toEqual(Array(3).fill(["unknown", null]));
    expect(actList(zones)).toEqual([]);
    expect(lookList(zones)).toHaveLength(3);
  });

  test("in one zone: needs recorded outside any presence are uncertain: nothing to act on, and no calm", () => {
    const made = town(["harbour", "hill", "mill"], 200);
    const hours = made.hours.map((row) => (row.zone === "mill" ? { ...row, hours: 0 } : row));
    const visits = made.visits.filter(({ zone }) => zone !== "mill");
    const zones = gapsIn({ ...made, hours, visits });
    const [harbour, , mill] = zones;
    expect(mill).toMatchObject({ id: "mill", gap: { class: "uncertain", state: "insufficient" } });
    expect(actList(zones).map(({ id }) => id)).not.toContain("mill");
    expect(harbour?.gap.middle).toBeGreaterThan(0);
  });
});

test("one zone only: without others to compare with, its own hours decide, and nothing is adjusted for many", () => {
  const one = town(["harbour"], 200);
  const [harbour] = gapsIn(one);
  // Jeffreys' Gamma(12 + ½, 200) over 168 hours: about 10.5 a week of each need, under g* = 21 of 21 slots.
  expect(harbour?.gap.class).toBe("below");
  expect(harbour?.needs.map(({ gap }) => gap.middle)).toEqual(Array(3).fill(expect.closeTo(10.2, 0)));
  const { chain, hours, rules, services } = sourceOf(one);
  const [period, presence] = [chain[0], hours.get("2026-Q1")];
  if (!period || !presence) throw new Error("a town without a period");
  const asked = { a: ["morning", "evening"], b: ["night"], needs: null };
  const found = compareHours({ period, presence, services, rules }, asked, ["harbour"]);
  expect(found?.zones[0]?.q).toBe(found?.zones[0]?.ratio?.p);
  expect(found?.network.ratio).toEqual(found?.zones[0]?.ratio);
});

test("a shelter open day and night leaves no hour uncovered, whatever the need", () => {
  const cells = week.map((hour) => ({ zone: "harbour", service: "unit", hour, planned: ALL, seen: ALL }));
  const [harbour, hill] = gapsIn(town(["harbour", "hill"], 200, { cells }));
  expect(harbour?.gap).toMatchObject({ class: "covered", uncovered: 0 });
  expect(hill?.gap.uncovered).toBe(168);
});

test("two teams in one place look for two hours each hour, but cover it once; one team twice counts once", () => {
  const both = (service: string) => ({ zone: "harbour", service, hour: 22, planned: ALL, seen: ALL });
  const services = ["unit", "canteen"].map((id) => ({ id, needs: [...NEEDS] }));
  const made = town(["harbour"], 200, { services, cells: [both("unit"), both("canteen")] });
  const hours = [...made.hours, { zone: "harbour", slot: "night", service: "canteen", hours: 200 }];
  const { coverage, hours: held } = sourceOf({ ...made, hours });
  const there = { zone: "harbour", competent: ["unit", "canteen"], presence: "seen" as const };
  expect(coveredHours(coverage, there, [22])).toEqual({ covered: 1, uncovered: 0 });
  const spent = held.get("2026-Q1");
  const of = (ids: string[]) =>
    spent && presenceHours(spent, { zone: "harbour", slot: "night" }, new Set(ids));
  expect([of(["unit"]), of(["canteen"]), of(["unit", "canteen"])]).toEqual([200, 200, 400]);
});
