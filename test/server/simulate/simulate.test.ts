import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Network } from "../../../domain/network.ts";
import { root } from "../../../server/config.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { plannedIn } from "../../../server/presence.ts";
import type { Observation } from "../../../server/simulate/observe.ts";
import { type Simulation, simulate } from "../../../server/simulate/simulate.ts";
import { townFolder } from "../town.ts";
import { firstDay, lastDay, presenceIn, type Stay, twoYears } from "./reading.ts";

const folders = { cesena: join(root, "data", "cesena"), town: townFolder };

describe.for(["cesena", "town"] as const)("two simulated years of %s", (name) => {
  let network: Network;
  let simulation: Simulation;
  let stays: Stay[];
  beforeAll(async () => {
    network = await loadNetwork(folders[name]);
    simulation = simulate(network, twoYears);
    stays = presenceIn(network, simulation.outings);
  });

  test("about as many observations a week as asked for, also when few are asked for", () => {
    const weekly = (rows: Observation[]) => rows.length / twoYears.weeks;
    expect(Math.abs(weekly(simulation.observations) / 400 - 1)).toBeLessThan(0.1);
    const few = simulate(network, { ...twoYears, rate: 80 });
    expect(Math.abs(weekly(few.observations) / 80 - 1)).toBeLessThan(0.1);
  });

  test("nobody saw anything where and when they were not, nor what they cannot record", () => {
    const there = new Set(stays.map(({ service, zone, day, slot }) => `${service}/${zone}/${day}/${slot}`));
    const elsewhere = simulation.observations.filter(
      ({ service, zone, date, slot }) => !there.has(`${service}/${zone}/${date}/${slot}`),
    );
    expect(elsewhere).toEqual([]);
    const competence = new Set(
      network.services.flatMap(({ id, needs }) => needs.map((need) => `${id}/${need}`)),
    );
    const unable = simulation.observations.filter(
      ({ service, need, handover }) =>
        !competence.has(`${service}/${need}`) || (handover && !competence.has(`${handover}/${need}`)),
    );
    expect(unable).toEqual([]);
  });

  test("every row lies in the simulated weeks, in whole minutes", () => {
    expect(stays.every(({ day }) => day >= firstDay && day <= lastDay)).toBe(true);
    expect(simulation.observations.every(({ date }) => date >= firstDay && date <= lastDay)).toBe(true);
    expect(
      simulation.outings.every(({ start, end }) => start % 60_000 === 0 && end % 60_000 === 0 && end > start),
    ).toBe(true);
  });

  test("about one turn in eight was missed, and some outings saw nothing", () => {
    const planned = [...plannedIn(network, { from: firstDay, to: lastDay })].flatMap(([key, times]) => {
      const [service = "", zone = ""] = key.split("/");
      const own = simulation.outings.filter(
        (outing) => outing.service === service && outing.zones.includes(zone),
      );
      const turns = times.filter(({ start, end }) => end - start < 16 * 3_600_000);
      return turns.map(({ start, end }) => own.some((outing) => outing.start < end && start < outing.end));
    });
    const missed = planned.filter((went) => !went).length / planned.length;
    expect(missed).toBeGreaterThan(0.08);
    expect(missed).toBeLessThan(0.16);
    const saw = new Set(
      simulation.observations.map(({ service, zone, date, slot }) => `${service}/${zone}/${date}/${slot}`),
    );
    const quiet = stays.filter(
      ({ service, zone, day, slot }) => !saw.has(`${service}/${zone}/${day}/${slot}`),
    );
    expect(quiet.length).toBeGreaterThan(20);
  });

  test("some outings nobody had planned", () => {
    const planned = plannedIn(network, { from: firstDay, to: lastDay });
    const unplanned = simulation.outings.filter(({ service, zones, start, end }) =>
      zones.every(
        (zone) => !planned.get(`${service}/${zone}`)?.some((turn) => turn.start < end && start < turn.end),
      ),
    );
    expect(unplanned.length / simulation.outings.length).toBeGreaterThan(0.02);
    expect(unplanned.length / simulation.outings.length).toBeLessThan(0.15);
  });
});

describe("what cannot be simulated", () => {
  test("is refused, quoting the value", async () => {
    const network = await loadNetwork(townFolder);
    expect(() => simulate(network, { ...twoYears, weeks: 3 })).toThrow("weeks: 3");
    expect(() => simulate(network, { ...twoYears, rate: 0 })).toThrow("rate: 0");
    expect(() => simulate(network, { ...twoYears, seed: 1.5 })).toThrow("seed: 1.5");
    expect(() => simulate(network, { ...twoYears, until: "2026-11-17" })).toThrow('until: "2026-11-17"');
    expect(() => simulate({ ...network, schedules: [] }, twoYears)).toThrow("no schedule");
  });
});
