import { describe, expect, test } from "vitest";
import type { AimRelation } from "../../../domain/network.ts";
import { type Ground, movesFor } from "../../../domain/overlaps/moves.ts";
import { type Judging, overlaps, type Stint } from "../../../domain/overlaps/overlaps.ts";
import { partings } from "../../../domain/overlaps/partings.ts";
import { weekMask } from "../../../domain/weekMask.ts";

const services = [
  { id: "night", aims: ["harm-reduction"], needs: ["housing", "health", "addiction"] },
  { id: "police", aims: ["order"], needs: ["conflict", "housing"] },
  { id: "canteen", aims: ["care"], needs: ["food", "housing", "health"] },
  { id: "kitchen", aims: ["care"], needs: ["food"] },
  { id: "club", aims: ["sport"], needs: ["conflict"] },
];
const relations: AimRelation[] = [
  { a: "order", b: "harm-reduction", relation: "contrasting" },
  { a: "care", b: "harm-reduction", relation: "complementary" },
  { a: "care", b: "care", relation: "redundant" },
];
const judging: Judging = { services, relations, weeks: () => 10, expected: () => 0.4 };

const stints = (service: string, zone: string, hours: Record<number, number>): Stint[] =>
  Object.entries(hours).map(([hour, weeks]) => ({
    service,
    zone,
    hour: Number(hour),
    weeks: weekMask(weeks),
  }));
const [all, half, few] = [2 ** 10 - 1, 0b11111, 0b111];

describe("overlaps", () => {
  test("contrasting aims first, with hours usually shared, minutes a week and share of the shorter", () => {
    const found = overlaps(
      [
        ...stints("night", "harbour", { 22: all, 23: all, 0: all }),
        ...stints("police", "harbour", { 22: half, 23: few }),
        ...stints("canteen", "harbour", { 22: all }),
      ],
      judging,
    );
    expect(found[0]).toMatchObject({
      services: ["night", "police"],
      verdict: "contrasting",
      aims: ["harm-reduction", "order"],
      hours: [22],
      minutes: 48,
      share: 1,
      shorter: "police",
      sharedNeeds: ["housing"],
    });
    expect(found.map(({ verdict }) => verdict)).toEqual(["contrasting", "complementary", "unjudged"]);
  });

  test("two with one aim are redundant only where less than one need a week is expected, and that is known", () => {
    const kitchens = [...stints("canteen", "a", { 12: all }), ...stints("kitchen", "a", { 12: all })];
    const verdict = (expected: Judging["expected"]) =>
      overlaps(kitchens, { ...judging, expected }).map((overlap) => overlap.verdict);
    expect(verdict(() => 0.9)).toEqual(["redundant"]);
    expect(verdict(() => 1)).toEqual(["unjudged"]);
    expect(verdict(() => null)).toEqual(["unjudged"]);
  });

  test("the same hour in other weeks, or in another zone, is no overlap", () => {
    const apart = [...stints("night", "a", { 22: half }), ...stints("police", "a", { 22: all - half })];
    expect(overlaps(apart, judging)).toEqual([]);
    const elsewhere = [...stints("night", "a", { 22: all }), ...stints("police", "b", { 22: all })];
    expect(overlaps(elsewhere, judging)).toEqual([]);
    expect(() => overlaps(apart, { ...judging, weeks: () => 0 })).toThrow("weeks of hour 22: 0");
  });
});

describe("moves", () => {
  const [overlap] = overlaps(
    [
      ...stints("canteen", "harbour", { 12: all, 13: all }),
      ...stints("kitchen", "harbour", { 12: all, 13: all }),
    ],
    judging,
  );
  const there: Record<string, string[]> = { harbour: ["canteen", "kitchen"], station: [], square: ["night"] };
  const rates: Record<string, number> = { food: 0.5, health: 0.1, housing: 0.2 };
  const ground: Ground = {
    zones: ["harbour", "station", "square"],
    services,
    relations,
    usual: (zone, hour) => (hour === 12 || hour === 13 ? (there[zone] ?? []) : []),
    rate: ({ zone, need }) => (zone === "harbour" ? 0.05 : (rates[need] ?? 0)),
    slotHours: () => [12, 13],
    threshold: 1,
  };
  const moves = (change: Partial<Ground>) => (overlap ? movesFor(overlap, { ...ground, ...change }) : []);

  test("go to the greatest gap first, only where more is won than lost", () => {
    const found = moves({});
    expect(found.map(({ service, to }) => `${service} to ${to}`)).toEqual([
      "canteen to station",
      "kitchen to station",
      "kitchen to square",
      "canteen to square",
    ]);
    expect(found[0]).toMatchObject({
      from: "harbour",
      hours: [12, 13],
      needs: ["food", "housing", "health"],
    });
    expect(found[0]?.gain).toBeCloseTo(1.6, 12);
    expect(found[0]?.loss).toBeCloseTo(0.2, 12);
    expect(found[1]).toMatchObject({ gain: 1, loss: 0 });
    expect(moves({ rate: () => 0 })).toEqual([]);
  });

  test("never leave a new hole: a need at the threshold, or one of unknown rate, that nobody else meets", () => {
    const needy = (place: { zone: string; need: string }) =>
      place.zone === "harbour" && place.need === "housing" ? 0.5 : (rates[place.need] ?? 0);
    expect(moves({ rate: needy }).every(({ service }) => service === "kitchen")).toBe(true);
    const dark = (place: { zone: string; need: string }) => (place.zone === "harbour" ? null : 0.5);
    expect(moves({ rate: dark }).every(({ service }) => service === "kitchen")).toBe(true);
  });

  test("never go where contrasting aims are, and those who do not disturb each other stay", () => {
    const unfriendly: AimRelation[] = [
      ...relations,
      { a: "harm-reduction", b: "care", relation: "contrasting" },
    ];
    expect(moves({ relations: unfriendly }).every(({ to }) => to === "station")).toBe(true);
    expect(overlap && movesFor({ ...overlap, verdict: "complementary" }, ground)).toEqual([]);
  });

  test("go turn by turn: the same turn on two days is one move, and each turn is proven by itself", () => {
    const week = overlap && { ...overlap, hours: [12, 13, 36, 37] };
    const always: Ground = { ...ground, usual: (zone) => there[zone] ?? [], slotHours: (hour) => [hour] };
    const { moves: found, obstacles } = week ? partings(week, always, 6) : { moves: [], obstacles: [] };
    expect(found[0]).toMatchObject({ service: "canteen", to: "station", hours: [12, 13, 36, 37] });
    expect(found[0]?.gain).toBeCloseTo(3.2, 12);
    expect(obstacles).toEqual([]);
  });

  test("that are not possible say why: a hole, a rate not known, or nowhere to win", () => {
    const why = (change: Partial<Ground>) =>
      overlap && partings(overlap, { ...ground, ...change }, 6).obstacles.map((one) => one.why);
    const needy = (place: { zone: string; need: string }) =>
      place.zone === "harbour" && place.need === "housing" ? 0.5 : (rates[place.need] ?? 0);
    expect(why({ rate: needy })).toEqual(["hole"]);
    const dark = (place: { zone: string; need: string }) => (place.zone === "harbour" ? null : 0.5);
    expect(why({ rate: dark })).toEqual(["maybe"]);
    expect(why({ rate: () => 0 })).toEqual(["nowhere", "nowhere"]);
  });
});
