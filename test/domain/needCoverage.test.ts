import { expect, test } from "vitest";
import { type Coverage, cellOf } from "../../domain/coverage.ts";
import { coveredHours, needState } from "../../domain/needCoverage.ts";
import { weekMask } from "../../domain/weekMask.ts";

const WEEKS = 12;
const every = 2 ** WEEKS - 1;
const MONDAY_22 = 22;

/** Twelve weeks of two zones; presence as [table, service, zone, hour, weeks]. */
function town(...stints: ["planned" | "seen", string, string, number, number][]): Coverage {
  const coverage: Coverage = {
    zones: ["harbour", "station"],
    services: ["night", "canteen", "police"],
    slots: [
      { id: "day", from: 6, to: 22 },
      { id: "night", from: 22, to: 6 },
    ],
    dayStart: 6,
    shelfLifeWeeks: 4,
    from: "2026-01-05",
    to: "2026-03-29",
    weeks: Array.from({ length: WEEKS }, (_, i) => String(i)),
    days: Array.from({ length: 7 }, () => weekMask(every)),
    planned: new Uint32Array(2 * 3 * 168 * 2),
    seen: new Uint32Array(2 * 3 * 168 * 2),
    forgotten: new Uint8Array(2 * 168),
    lastSeen: new Map(),
    recent: new Set(),
    unrecorded: new Map(),
  };
  for (const [table, service, zone, hour, weeks] of stints) {
    const at = cellOf(coverage, { zone, service }, hour);
    if (at !== null) coverage[table][at] = weeks;
  }
  return coverage;
}

const food = { zone: "harbour", competent: ["night", "canteen"] };

test("a need is served when those competent are there together in half of the weeks, one in turn with the other", () => {
  const inTurn = town(
    ["seen", "night", "harbour", MONDAY_22, 0b111],
    ["seen", "canteen", "harbour", MONDAY_22, 0b111000],
  );
  expect(needState(inTurn, food, MONDAY_22)).toBe("served");
  expect(needState(inTurn, { ...food, competent: ["night"] }, MONDAY_22)).not.toBe("served");
});

test("who is there without competence does not serve a need, nor make it known", () => {
  const police = town(["seen", "police", "harbour", MONDAY_22, every]);
  expect(needState(police, food, MONDAY_22)).toBe("not_known");
  expect(needState(police, { zone: "harbour", competent: ["police"] }, MONDAY_22)).toBe("served");
});

test("an absence is known while somebody competent was seen in that slot within the shelf life", () => {
  const lately = (...visits: string[]) => ({ ...town(), recent: new Set(visits) });
  expect(needState(lately("harbour night canteen"), food, MONDAY_22)).toBe("not_served");
  expect(needState(lately("harbour day canteen"), food, MONDAY_22)).toBe("not_known");
  expect(needState(lately("station night canteen"), food, MONDAY_22)).toBe("not_known");
  expect(needState(lately("harbour night police"), food, MONDAY_22)).toBe("not_known");
});

test("a plan nobody kept within the shelf life leaves a need not known", () => {
  expect(needState(town(["planned", "night", "harbour", MONDAY_22, every]), food, MONDAY_22)).toBe(
    "not_known",
  );
});

test("who is only planned and keeps no record serves for sure no need, and leaves it not known", () => {
  const planned = town(["planned", "night", "harbour", MONDAY_22, every]);
  const silent = {
    ...planned,
    recent: new Set(["harbour night canteen"]),
    unrecorded: new Map([["night", 0.5]]),
  };
  expect(needState(silent, food, MONDAY_22)).toBe("not_known");
  expect(needState({ ...silent, unrecorded: new Map() }, food, MONDAY_22)).toBe("not_served");
});

test("hours to count on take the plan of services without a record, as likely as they are reliable", () => {
  const planned = town(
    ["planned", "night", "harbour", 22, every],
    ["planned", "canteen", "harbour", 22, every],
    ["seen", "police", "harbour", 22, 0b11],
  );
  const count = (unrecorded: [string, number][], competent: string[]) =>
    coveredHours(
      { ...planned, unrecorded: new Map(unrecorded) },
      { zone: "harbour", competent, presence: "effective" },
      [22],
    ).covered;
  expect(count([], ["night"])).toBe(0);
  expect(count([["night", 0.5]], ["night"])).toBe(0.5);
  // Two services that may or may not come: 1 − ½ · ½. Two weeks in which the police was seen are sure.
  const both: [string, number][] = [
    ["night", 0.5],
    ["canteen", 0.5],
  ];
  expect(count(both, ["night", "canteen"])).toBe(0.75);
  expect(count(both, ["night", "canteen", "police"])).toBeCloseTo((2 + 10 * 0.75) / 12, 12);
});

test("covered hours are a union, by the share of the weeks", () => {
  const both = town(
    ["seen", "night", "harbour", 22, every],
    ["seen", "canteen", "harbour", 22, every],
    ["seen", "canteen", "harbour", 23, 0b111],
    ["planned", "canteen", "harbour", 23, every],
  );
  expect(coveredHours(both, { ...food, presence: "seen" }, [21, 22, 23])).toEqual({
    covered: 1.25,
    uncovered: 1.75,
  });
  expect(coveredHours(both, { ...food, presence: "planned" }, [21, 22, 23]).covered).toBe(1);
});

test("a shelter of 24 hours leaves no hour uncovered; with nobody, every hour is", () => {
  const week = Array.from({ length: 168 }, (_, hour) => hour);
  const shelter = town(...week.map((hour) => ["seen", "night", "harbour", hour, every] as never));
  expect(coveredHours(shelter, { ...food, presence: "seen" }, week)).toEqual({ covered: 168, uncovered: 0 });
  expect(coveredHours(town(), { ...food, presence: "seen" }, week)).toEqual({ covered: 0, uncovered: 168 });
});

test("hours whose day is not in the period count on neither side", () => {
  const coverage = {
    ...town(),
    days: Array.from({ length: 7 }, (_, day) => weekMask(day === 0 ? 0 : every)),
  };
  expect(coveredHours(coverage, { ...food, presence: "seen" }, [22, 46])).toEqual({
    covered: 0,
    uncovered: 1,
  });
});
