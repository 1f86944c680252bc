import { describe, expect, test } from "vitest";
import type { PeriodSource } from "../../../domain/compare/comparedPlace.ts";
import { compareHours, type Compared as TwoHours } from "../../../domain/compare/compareHours.ts";
import { gapField } from "../../../domain/gaps/gapField.ts";
import { actList, lookList } from "../../../domain/gaps/gapLists.ts";
import { gapsOf, type ZoneGap } from "../../../domain/gaps/gapsOf.ts";
import type { GapSource } from "../../../domain/gaps/placeRates.ts";
import { randomHours, randomTown, shuffled, sourceOf } from "../randomTown.ts";

const towns = Array.from({ length: 80 }, (_, seed) => seed);
const gapsIn = (source: GapSource, hours: readonly number[]) => gapsOf(gapField(source, []), hours);

type Told = Pick<ZoneGap, "gap"> | ZoneGap["needs"][number];
const isCalm = ({ gap }: Told) => gap.class === "below" || gap.class === "covered";

/** A zone's gap and those of its needs, side by side in two answers about the same town. */
function pairs(one: readonly ZoneGap[], other: readonly ZoneGap[]): { before: Told; after: Told }[] {
  return one.flatMap((before, z) => {
    const after = other[z];
    if (!after) throw new Error(`no second answer about ${before.id}`);
    return [{ before, after }, ...needPairs(before, after)];
  });
}

const needPairs = (before: ZoneGap, after: ZoneGap) =>
  before.needs.flatMap((row) => {
    const twin = after.needs.find(({ need }) => need === row.need);
    return twin ? [{ before: row, after: twin }] : [];
  });

describe.for(towns)("the gaps of a made-up town, seed %i", (seed) => {
  test("to act on stands nothing unknown and nothing calm; to look at, nothing calm; each zone once", () => {
    const town = randomTown(seed);
    const zones = gapsIn(sourceOf(town), randomHours(town));
    const [act, look] = [actList(zones), lookList(zones)];
    expect(act.filter(({ gap }) => gap.state !== "known" || gap.class === "unknown")).toEqual([]);
    expect([...act, ...look].filter(isCalm)).toEqual([]);
    expect(look).toEqual(expect.arrayContaining(zones.filter(({ gap }) => gap.class === "unknown")));
    for (const list of [act, look]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  });

  test("a zone has a gap exactly when one of its needs has: many small ones do not add up to one", () => {
    const town = randomTown(seed);
    for (const zone of gapsIn(sourceOf(town), randomHours(town))) {
      const surely = zone.needs.some(({ gap }) => gap.class === "gap");
      expect(zone.gap.class === "gap", zone.id).toBe(surely);
    }
  });

  test("more presence never makes the gap of a need greater, nor a calm one not calm", () => {
    const town = randomTown(seed);
    const hours = randomHours(town);
    const source = sourceOf(town);
    const cells = town.cells.map((cell) =>
      town.random() < 0.5 ? cell : { ...cell, seen: cell.planned | cell.seen },
    );
    const more = { ...source, coverage: sourceOf({ ...town, cells }).coverage };
    const [few, many] = [gapsIn(source, hours), gapsIn(more, hours)];
    expect(pairs(few, many).filter(({ before, after }) => isCalm(before) && !isCalm(after))).toEqual([]);
    for (const { before, after } of few.flatMap((zone, z) => needPairs(zone, many[z] ?? zone))) {
      expect(after.gap.uncovered).toBeLessThanOrEqual(before.gap.uncovered + 1e-9);
      const [was, is] = [before.gap.middle ?? Number.POSITIVE_INFINITY, after.gap.middle ?? 0];
      expect(is).toBeLessThanOrEqual(was * (1 + 1e-9));
    }
  });

  test("knowing less never makes anything calm", () => {
    const town = randomTown(seed);
    const hours = randomHours(town);
    const visits = town.visits.filter(() => town.random() < 0.6);
    const [much, less] = [town, { ...town, visits }].map((one) => gapsIn(sourceOf(one), hours));
    const found = pairs(much ?? [], less ?? []);
    expect(found.filter(({ before, after }) => isCalm(after) && !isCalm(before))).toEqual([]);
  });

  test("what is a gap at a threshold is one at any lower, and what is below it is below any higher", () => {
    const town = randomTown(seed);
    const hours = randomHours(town);
    const answers = [0.2, 0.5, 1, 2, 5, 20].map((threshold) => gapsIn(sourceOf(town, threshold), hours));
    const found = answers.slice(1).flatMap((higher, i) => pairs(answers[i] ?? [], higher));
    expect(found.length).toBeGreaterThan(0);
    const is = (told: Told, kind: string) => told.gap.class === kind;
    expect(found.filter(({ before, after }) => is(after, "gap") && !is(before, "gap"))).toEqual([]);
    expect(found.filter(({ before, after }) => is(before, "below") && !is(after, "below"))).toEqual([]);
    expect(found.filter(({ before, after }) => is(before, "covered") !== is(after, "covered"))).toEqual([]);
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
    const [day, night] = [["morning", "evening"], ["night"]];
    const [one, other] = [compared(town, day, night), compared(town, night, day)];
    expect(one).toHaveLength(town.zones.length);
    for (const [z, place] of one.entries()) {
      const turned = other[z];
      expect([turned?.a, turned?.b, turned?.grade]).toEqual([place.b, place.a, place.grade]);
      expect(turned?.step).toBe(place.step === null ? null : 6 - place.step);
      expect(limits(turned?.ratio).map((x) => 1 / x)).toEqual(
        limits(place.ratio)
          .reverse()
          .map((x) => expect.closeTo(x, 6)),
      );
    }
  });
});

type Compared = TwoHours["zones"];

function compared(town: ReturnType<typeof randomTown>, a: string[], b: string[]): Compared {
  const { chain, hours, rules } = sourceOf(town);
  const [period] = chain;
  const presence = hours.get("2026-Q1");
  if (!period || !presence) throw new Error("a town without a period");
  const source: PeriodSource = { period, presence, services: [], rules };
  return compareHours(source, { a, b, needs: null }, town.zones)?.zones ?? [];
}

const limits = (ratio: Compared[number]["ratio"] | undefined): number[] =>
  ratio ? [ratio.low, ratio.ratio ?? Number.POSITIVE_INFINITY, ratio.high] : [];
