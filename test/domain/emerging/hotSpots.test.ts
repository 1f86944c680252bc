import { describe, expect, test } from "vitest";
import { hotSpots } from "../../../domain/emerging/hotSpots.ts";
import type { EpochInput } from "../../../domain/emerging/needSeries.ts";
import { grown, steady, town } from "./inventedTown.ts";

const WIDE = 8;
const HEART = [0, 1, WIDE, WIDE + 1];

/** A town of eight by five zones, that border by their sides. */
function grid(needs: Parameters<typeof town>[0]["needs"], { zones = 40, weeks = 52 } = {}): EpochInput {
  const input = town({ needs, zones, weeks });
  const neighbours = input.zones.map((_, zone) =>
    [
      zone % WIDE > 0 ? zone - 1 : -1,
      zone % WIDE < WIDE - 1 ? zone + 1 : -1,
      zone - WIDE,
      zone + WIDE,
    ].filter((other) => other >= 0 && other < zones),
  );
  return { ...input, neighbours };
}
const always = () => true;
/** Some zones differ a little, so that nothing is equal. */
const uneven = (zone: number, back: number) => 3 + ((zone * 7 + back * 3) % 5);
const spotsIn = (
  input: EpochInput,
  zones: readonly number[],
  told: Parameters<typeof hotSpots>[1] = always,
) => {
  const { zone, spot } = hotSpots(input, told);
  return zones.map((one) => spot[zone.indexOf(`z${one}`)] ?? null);
};
const hot = (weeks: number, much = 40) => grown(HEART, much, { weeks, other: 4 });

describe("a group of zones", () => {
  test("that always shows more of a need is a persistent hot spot, and the rest is nothing", () => {
    const input = grid([
      steady({ counts: (zone, back) => (HEART.includes(zone) ? 40 : uneven(zone, back)) }),
    ]);
    expect(spotsIn(input, [...HEART, 39])).toEqual([...HEART.map(() => "persistent_hot"), "none"]);
  });

  test("that began to is new for four weeks, then consecutive", () => {
    const of = (weeks: number) =>
      grid([
        steady({ counts: (zone, back) => (HEART.includes(zone) && back < weeks ? 40 : uneven(zone, back)) }),
      ]);
    expect(spotsIn(of(4), HEART)).toEqual(HEART.map(() => "new_hot"));
    expect(spotsIn(of(16), HEART)).toEqual(HEART.map(() => "consecutive_hot"));
  });

  test("in which people only go out ten times as often is none", () => {
    const more = (zone: number) => (HEART.includes(zone) ? 10 : 1);
    const input = grid([
      steady({ counts: (zone, back) => uneven(zone, back) * more(zone), hours: (zone) => 4 * more(zone) }),
    ]);
    expect(spotsIn(input, HEART)).not.toContainEqual(expect.stringMatching(/hot/));
  });
});

describe("nothing is said", () => {
  const needs = [steady({ counts: hot(52) })];

  test("of fewer than thirty zones, or ten steps of four weeks", () => {
    expect(hotSpots(grid(needs, { zones: 29 }), always).zone).toEqual([]);
    expect(hotSpots(grid(needs, { weeks: 39 }), always).zone).toEqual([]);
    expect(hotSpots(grid(needs, { zones: 30, weeks: 40 }), always).zone).toHaveLength(30);
  });

  test("of sensitive needs, and where the window is withheld", () => {
    expect(hotSpots(grid([steady({ sensitive: true, counts: hot(52) })]), always).zone).toEqual([]);
    const input = grid(needs);
    expect(spotsIn(input, [0, 1], ({ zone }) => zone !== 1)).toEqual(["persistent_hot", null]);
  });

  test("of zones nobody went to in most steps, and they leave the others as they are", () => {
    const [away, rarely] = [39, 38];
    const hours = (zone: number, back: number) => (zone === away || (zone === rarely && back >= 36) ? 0 : 4);
    const input = grid([steady({ counts: hot(52), hours })]);
    expect(spotsIn(input, [0, rarely, away])).toEqual([expect.stringMatching(/_hot$/), null, null]);
  });
});

test("of which zones a class is told follows from the hours, not from what was seen: never, or of late", () => {
  const late = (zone: number, back: number) =>
    back < 16 ? (HEART.includes(zone) ? 40 : uneven(zone, back)) : 0;
  const [never, lately] = [() => 0, late].map((counts) => hotSpots(grid([steady({ counts })]), always));
  expect(never?.zone).toHaveLength(40);
  expect(lately?.zone).toEqual(never?.zone);
  expect(new Set(never?.spot)).toEqual(new Set(["none"]));
  expect(spotsIn(grid([steady({ counts: late })]), HEART)).toEqual(HEART.map(() => "consecutive_hot"));
});
