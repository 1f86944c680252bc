import { describe, expect, test } from "vitest";
import { compareHours } from "../../domain/compareHours.ts";
import { actList, lookList } from "../../domain/gapLists.ts";
import { gapField } from "../../domain/gaps/gapField.ts";
import { gapsOf, type ZoneGap } from "../../domain/gaps/gapsOf.ts";
import type { GapSource } from "../../domain/gaps/placeRates.ts";
import { coveredHours, needState } from "../../domain/needCoverage.ts";
import { zoneStates } from "../../domain/zoneMarks.ts";
import { NEEDS, type RandomTown, randomHours, randomTown, shuffled, sourceOf } from "./randomTown.ts";

const towns = Array.from({ length: 600 }, (_, seed) => seed);
const week = Array.from({ length: 168 }, (_, hour) => hour);
const gapsIn = (source: GapSource, hours: readonly number[]) => gapsOf(gapField(source, []), hours);
const competentFor = ({ services }: RandomTown, need: string) =>
  services.filter(({ needs }) => needs.includes(need)).map(({ id }) => id);
const calm = ({ gap }: Pick<ZoneGap, "gap">) => gap.class === "below" || gap.class === "covered";

/** A zone's gap and those of its needs, side by side in two answers about the same town. */
const pairs = (one: readonly ZoneGap[], other: readonly ZoneGap[]) =>
  one.flatMap((zone, z) => {
    const twin = other[z];
    const needs = zone.needs.map((need) => [need, twin?.needs.find((row) => row.need === need.need)] as const);
    return [[zone, twin] as const, ...needs].flatMap(([a, b]) => (b ? [[a, b] as const] : []));
  });

describe.for(towns)("a made-up town, seed %i", (seed) => {
  test("every zone, hour and need is served, not served or not known; a calm one was looked at", () => {
    const town = randomTown(seed);
    const { coverage } = sourceOf(town);
    for (const need of NEEDS) {
      const competent = competentFor(town, need);
      for (const zone of town.zones) {
        const count = { served: 0, not_served: 0, not_known: 0 };
        for (const hour of week) {
          const state = needState(coverage, { zone, competent }, hour);
          count[state] += 1;
          const there = coveredHours(coverage, { zone, competent, presence: "seen" }, [hour]).covered;
          expect(state === "served", `${zone} ${hour} ${need}`).toBe(there >= 0.5);
        }
        expect(count.served + count.not_served + count.not_known).toBe(168);
      }
    }
    for (const hour of shuffled(town.random, week).slice(0, 12)) {
      const unknown = zoneStates(coverage, { occasions: [[hour]], services: null }).filter(
        ({ level }) => level === null,
      );
      for (const { zone } of unknown)
        for (const need of NEEDS)
          expect(needState(coverage, { zone, competent: competentFor(town, need) }, hour)).toBe("not_known");
    }
  });

  test("unions never exceed the week, nor the sum of the services, nor fall under any of them", () => {
    const town = randomTown(seed);
    const { coverage } = sourceOf(town);
    const services = town.services.map(({ id }) => id);
    for (const presence of ["seen", "planned"] as const) {
      for (const zone of town.zones) {
        const hours = (competent: string[]) => coveredHours(coverage, { zone, competent, presence }, week);
        const all = hours(services);
        const each = services.map((service) => hours([service]).covered);
        expect(all.covered + all.uncovered).toBeCloseTo(168, 9);
        expect(all.covered).toBeGreaterThanOrEqual(Math.max(...each) - 1e-9);
        expect(all.covered).toBeLessThanOrEqual(each.reduce((sum, one) => sum + one, 0) + 1e-9);
      }
    }
  });

  test("to act on stands nothing unknown and nothing calm; to look at, nothing calm; each zone once", () => {
    const town = randomTown(seed);
    const zones = gapsIn(sourceOf(town), randomHours(town));
    const [act, look] = [actList(zones), lookList(zones)];
    expect(act.filter(({ gap }) => gap.state !== "known" || gap.class === "unknown")).toEqual([]);
    expect([...act, ...look].filter(calm)).toEqual([]);
    expect(zones.filter(({ gap, id }) => gap.class === "unknown" && !look.some((one) => one.id === id))).toEqual(
      [],
    );
    for (const list of [act, look]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  });

  test("more presence never makes a gap greater", () => {
    const town = randomTown(seed);
    const hours = randomHours(town);
    const source = sourceOf(town);
    const cells = town.cells.map((cell) => (town.random() < 0.5 ? cell : { ...cell, seen: cell.planned | cell.seen }));
    const more = { ...source, coverage: sourceOf({ ...town, cells }).coverage };
    for (const [before, after] of pairs(gapsIn(source, hours), gapsIn(more, hours))) {
      if (calm(before)) expect(calm(after)).toBe(true);
      if (!("need" in before)) continue;
      expect(after.gap.uncovered).toBeLessThanOrEqual(before.gap.uncovered + 1e-9);
      if (before.gap.middle === null || after.gap.middle === null) continue;
      expect(after.gap.middle).toBeLessThanOrEqual(before.gap.middle * (1 + 1e-9));
    }
  });

  test("knowing less never makes anything calm", () => {
    const town = randomTown(seed);
    const hours = randomHours(town);
    const visits = town.visits.filter(() => town.random() < 0.6);
    const less = gapsIn(sourceOf({ ...town, visits }), hours);
    for (const [before, after] of pairs(gapsIn(sourceOf(town), hours), less))
      if (calm(after)) expect(calm(before), JSON.stringify([before, after])).toBe(true);
  });

  test("what is a gap at a threshold is one at any lower, and what is below it is below any higher", () => {
    const town = randomTown(seed);
    const hours = randomHours(town);
    const answers = [0.2, 0.5, 1, 2, 5, 20].map((threshold) => gapsIn(sourceOf(town, threshold), hours));
    answers.slice(1).forEach((higher, i) => {
      for (const [low, high] of pairs(answers[i] ?? [], higher)) {
        if (high.gap.class === "gap") expect(low.gap.class).toBe("gap");
        if (low.gap.class === "below") expect(high.gap.class).toBe("below");
        expect(high.gap.class === "covered").toBe(low.gap.class === "covered");
      }
    });
  });

  test("the order of the rows changes nothing", () => {
    const town = randomTown(seed);
    const hours = randomHours(town);
    const mix = <T>(rows: readonly T[]) => shuffled(town.random, rows);
    const { cells, visits, hours: spent, needs } = town;
    const mixed = { ...town, cells: mix(cells), visits: mix(visits), hours: mix(spent), needs: mix(needs) };
    expect(gapsIn(sourceOf(mixed), hours)).toEqual(gapsIn(sourceOf(town), hours));
  });

  test("night and day changed over turn every ratio over, and no word", () => {
    const town = randomTown(seed);
    const source = sourceOf(town);
    const [period] = source.chain;
    const presence = source.hours.get("2026-Q1");
    if (!period || !presence) throw new Error("a town without a period");
    const { rules } = source;
    const ask = (a: string[], b: string[]) =>
      compareHours({ period, presence, competent: null, rules }, { a, b, needs: null }, town.zones);
    const [one, other] = [ask(["morning", "evening"], ["night"]), ask(["night"], ["morning", "evening"])];
    expect(one?.zones).toHaveLength(town.zones.length);
    one?.zones.forEach((place, z) => {
      const turned = other?.zones[z];
      expect([turned?.a, turned?.b, turned?.grade]).toEqual([place.b, place.a, place.grade]);
      if (!place.ratio || !turned?.ratio) return expect(turned?.ratio).toBe(place.ratio);
      expect(turned.ratio.low).toBeCloseTo(1 / place.ratio.high, 9);
      if (place.ratio.ratio) expect(turned.ratio.ratio).toBeCloseTo(1 / place.ratio.ratio, 9);
      expect(turned.ratio.p).toBeCloseTo(place.ratio.p, 9);
      expect((turned.step ?? 3) + (place.step ?? 3)).toBe(6);
    });
  });
});
