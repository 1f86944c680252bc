import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding, Reading } from "../../domain/emerging/reading.ts";
import { periodOf } from "../../domain/period.ts";
import { openSimulated } from "./simulated.ts";

/** The demo's seed, and two others under other random changes of the gate. */
const TOWNS = [
  { seed: 7, chance: 1 },
  { seed: 11, chance: 4 },
  { seed: 23, chance: 5 },
];

type Town = Awaited<ReturnType<typeof openSimulated>>;

describe.for(TOWNS)("two simulated years of Cesena, seed $seed, chance $chance", (asked) => {
  let town: Town;
  let readings: Reading[];
  beforeAll(async () => {
    town = await openSimulated(asked);
    readings = await town.readings();
  });
  afterAll(() => town.close());

  /** The closes before anything was planted for the last weeks. */
  const earlier = () => {
    const { emerging, doubled } = town.truths;
    const first = [emerging?.from, doubled?.from].filter((from) => from !== undefined).sort()[0];
    if (first === undefined) throw new Error("nothing was planted");
    return readings.filter(({ epoch }) => epoch < periodOf("week", first).id);
  };

  test("every close from the twelfth week on is read", () => {
    expect(readings.length).toBeGreaterThan(85);
    expect(earlier().length).toBeGreaterThan(80);
  });

  test("the planted need is found in its zone at the newest close, among the first", () => {
    const { zone, need } = planted(town);
    const newest = readings.at(-1);
    expect(stateOf(newest, zone, need)).toMatch(/emerging|confirmed/);
    const told = newest?.findings.findIndex((finding) => tells(finding, zone, need)) ?? -1;
    expect(told).toBeGreaterThanOrEqual(0);
    expect(told).toBeLessThan(3);
    expect(newest?.findings[told]?.ratio).toBeGreaterThanOrEqual(2);
  });

  test("and was not found there in the half year before it began", () => {
    const { zone, need } = planted(town);
    for (const reading of earlier().slice(-26)) {
      expect(stateOf(reading, zone, need), reading.epoch).not.toMatch(/emerging|confirmed/);
    }
  });

  test("where a service doubled its shifts, none of the needs it records is found since", () => {
    const { doubled } = town.truths;
    if (!doubled) throw new Error("nothing was doubled");
    const service = town.network.services.find(({ id }) => id === doubled.service);
    const since = readings.filter(({ epoch }) => epoch >= periodOf("week", doubled.from).id);
    expect(since.length).toBeGreaterThanOrEqual(4);
    for (const reading of since)
      for (const need of service?.needs ?? [])
        expect(stateOf(reading, doubled.zone, need) ?? "norm", need).not.toMatch(/emerging|confirmed/);
  });

  test("before, chance finds a place in no more than one close in six, and in every need seldom", () => {
    const places = earlier().map(({ findings }) =>
      findings.filter(({ kind }) => kind === "zone" || kind === "cluster"),
    );
    const some = places.filter((found) => found.length > 0).length;
    expect(some / places.length).toBeLessThan(1 / 6);
    for (const { id } of town.network.needs) {
      const closes = places.filter((found) => found.some(({ need }) => need === id)).length;
      expect(closes / places.length, id).toBeLessThan(0.1);
    }
  });

  test("its seasons, ± 20 %, and its drifts, ± 7.5 %, are no slow trends", () => {
    const told = readings.flatMap(({ states }) => states.trend);
    expect(told.filter((trend) => trend === "flat").length).toBeGreaterThan(500);
    const moving = told.filter((trend) => trend === "rising" || trend === "falling").length;
    expect(moving / told.length).toBeLessThan(0.01);
  });
});

function planted({ truths }: Town): { zone: string; need: string } {
  if (!truths.emerging) throw new Error("no need was planted");
  return truths.emerging;
}

const tells = ({ kind, need, zones }: Finding, zone: string, of: string): boolean =>
  (kind === "zone" || kind === "cluster") && need === of && zones.includes(zone);

function stateOf(reading: Reading | undefined, zone: string, need: string) {
  const states = reading?.states;
  return states?.state[states.need.findIndex((one, i) => one === need && states.zone[i] === zone)];
}
