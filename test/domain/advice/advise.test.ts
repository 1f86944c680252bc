import { describe, expect, test } from "vitest";
import { advise, type Crew, type Question } from "../../../domain/advice/advise.ts";
import { type FieldPlace, fieldTable } from "../../../domain/advice/field.ts";
import { hoursBound } from "../../../domain/advice/hoursBound.ts";
import { everyPlan } from "./everyPlan.ts";

/** A number in 0 … 1 that follows from the seed and the place alone. */
function dice(seed: number, ...place: (string | number)[]): number {
  let hash = 2166136261 ^ seed;
  for (const character of place.join("|")) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

const anywhere = { zones: null, shortest: 2, longest: 3, most: 168 };
const crew = (service: string, needs: string[], hours: number[]): Crew => ({
  ...anywhere,
  service,
  needs,
  hours,
});

function randomQuestion(seed: number): Question {
  const unknown = (zone: string) => dice(seed, zone) < 0.4;
  const value = (purpose: string) => (place: FieldPlace) =>
    unknown(place.zone) === (purpose === "look") && dice(seed, purpose, place.hour, place.need) < 0.7
      ? dice(seed, ...Object.values(place))
      : 0;
  return {
    hours: 4 + (seed % 3),
    lookShare: [0, 0.2, 0.5][seed % 3] ?? 0,
    zones: ["harbour", "station"],
    dayStart: 0,
    crews: [
      crew("night", ["food", "health"], range(20, 24)),
      {
        ...crew("canteen", ["food", "housing"], range(21, 25)),
        most: 4,
        zones: seed % 2 ? ["harbour"] : null,
      },
    ],
    field: { act: value("act"), look: value("look") },
    mostNodes: 3000,
  };
}

test.each(range(1, 41))("town %i: as good as the best of all plans, tried one by one", (seed) => {
  const question = randomQuestion(seed);
  const [found, best] = [advise(question), everyPlan(question)];
  expect(found.exact).toBe(true);
  expect(found.lookHours).toBe(best.look);
  expect(found.worth.act + found.worth.look).toBeCloseTo(best.worth, 9);
  expect(found.bound).toBeCloseTo(best.worth, 9);
});

test.each(range(1, 21))("town %i: no plan is worth more than the bound by hours", (seed) => {
  const question = randomQuestion(seed);
  const table = fieldTable(question.field, { ...question, needs: ["food", "health", "housing"] });
  const crews = question.crews.map(({ needs, hours }) => ({
    needs,
    open: range(0, 168).map((hour) => hours.includes(hour)),
  }));
  const best = everyPlan(question);
  const most = (purpose: "act" | "look", hours: number) => hoursBound(table, crews, { purpose, hours });
  expect(most("act", question.hours - best.look) + most("look", best.look)).toBeGreaterThan(
    best.worth - 1e-9,
  );
});

test("two like crews do not go to the same place, and the answer is still the best", () => {
  const question = {
    ...randomQuestion(3),
    crews: [crew("one", ["food"], range(20, 24)), crew("other", ["food"], range(20, 24))],
    lookShare: 0,
  };
  const found = advise(question);
  expect(found.exact).toBe(true);
  expect(found.worth.act).toBeCloseTo(everyPlan(question).worth, 9);
});

describe("a city of 12 zones", () => {
  const zones = range(0, 12).map((z) => `z${z}`);
  const field = {
    act: (place: FieldPlace) =>
      place.zone === "z11" ? 0 : dice(7, place.zone, place.need, Math.floor(place.hour / 6)) ** 4,
    look: ({ zone, hour }: FieldPlace) => (zone === "z11" && hour % 24 >= 18 ? 2 : 0),
  };
  const evenings = range(0, 168).filter((hour) => hour % 24 >= 17);
  const question: Question = {
    hours: 20,
    lookShare: 0.2,
    zones,
    dayStart: 6,
    field,
    crews: [{ ...crew("night", ["food", "health"], evenings), longest: 4 }],
  };

  test("one crew: exact at once, four of twenty hours go and look", () => {
    const found = advise({ ...question, mostNodes: 1 });
    expect(found.exact).toBe(true);
    expect(found.lookHours).toBe(4);
    expect(found.unused).toBe(0);
    expect(found.shifts.filter(({ purpose }) => purpose === "look").every(({ zone }) => zone === "z11")).toBe(
      true,
    );
    for (const shift of found.shifts) {
      expect(shift.length).toBeLessThanOrEqual(4);
      expect(range(shift.hour, shift.hour + shift.length).every((hour) => evenings.includes(hour))).toBe(
        true,
      );
    }
  });

  test("three crews: the bound is proven, and the proposal within a tenth of it", () => {
    const crews = [
      { ...crew("night", ["food", "health"], evenings), longest: 4 },
      { ...crew("canteen", ["food", "housing"], evenings), most: 8 },
      { ...crew("police", ["conflict", "housing"], range(0, 168)), longest: 4 },
    ];
    const found = advise({ ...question, crews, mostNodes: 40 });
    const worth = found.worth.act + found.worth.look;
    expect(worth).toBeLessThanOrEqual(found.bound + 1e-9);
    expect(worth).toBeGreaterThan(0.9 * found.bound);
    const hours = found.shifts.reduce((sum, { length }) => sum + length, 0);
    expect(hours + found.unused).toBe(20);
    expect(found.lookHours).toBeGreaterThanOrEqual(4);
  });

  test("with nothing to learn, every hour acts; with nothing to do, none is spent", () => {
    const known = advise({ ...question, field: { ...field, look: () => 0 } });
    expect(known).toMatchObject({ lookHours: 0, unused: 0 });
    const calm = advise({ ...question, field: { act: () => 0, look: () => 0 } });
    expect(calm).toMatchObject({ shifts: [], unused: 20, bound: 0, exact: true });
  });

  test("the same question has the same answer", () => {
    expect(advise(question)).toEqual(advise(question));
  });
});

test("nonsense is refused with the value", () => {
  const question = randomQuestion(1);
  expect(() => advise({ ...question, hours: 2.5 })).toThrow("hours to give: 2.5");
  expect(() => advise({ ...question, lookShare: 1.1 })).toThrow("share for looking: 1.1");
  expect(() => advise({ ...question, crews: [] })).toThrow("advice needs a zone and a service");
  const short = [{ ...crew("night", ["food"], [1]), shortest: 4, longest: 3 }];
  expect(() => advise({ ...question, crews: short })).toThrow("night: shifts of 4 … 3 hours");
  const field = { ...question.field, act: () => Number.NaN };
  expect(() => advise({ ...question, field })).toThrow("act: NaN for food in harbour, hour 0");
});
