import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Network } from "../../../domain/network.ts";
import { addDays } from "../../../domain/period.ts";
import { hoursOf } from "../../../domain/presence.ts";
import { slotOf } from "../../../domain/week.ts";
import { root } from "../../../server/config.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { plannedIn } from "../../../server/presence.ts";
import type { Observation } from "../../../server/simulate/observe.ts";
import { type Simulation, simulate } from "../../../server/simulate/simulate.ts";
import { townFolder } from "../town.ts";
import { competent, firstDay, hours, lastDay, presenceIn, type Stay, twoYears } from "./reading.ts";

const folders = { cesena: join(root, "data", "cesena"), town: townFolder };

describe.for(["cesena", "town"] as const)("the truths planted in two simulated years of %s", (name) => {
  let network: Network;
  let simulation: Simulation;
  let stays: Stay[];
  beforeAll(async () => {
    network = await loadNetwork(folders[name]);
    simulation = simulate(network, twoYears);
    stays = presenceIn(network, simulation.outings);
  });
  const at = <T extends { zone: string }>(rows: T[], zone: string) => rows.filter((row) => row.zone === zone);
  const of = (need: string) => (row: Observation) => row.need === need;

  test("two gaps: real need where nobody competent is scheduled, known only by rare visits", () => {
    const { gaps } = simulation.truths;
    expect(gaps).toHaveLength(2);
    for (const gap of gaps) {
      const isGap = (row: Stay) => row.zone === gap.zone && row.slot === gap.slot;
      const visits = stays.filter((row) => isGap(row) && competent(network, gap.need)(row));
      const planned = plannedIn(network, { from: firstDay, to: lastDay });
      for (const [key, times] of planned) {
        const [service = "", zone = ""] = key.split("/");
        if (zone !== gap.zone || !competent(network, gap.need)({ service })) continue;
        const slots = hoursOf(times, network.timezone, 6).map(({ hour }) => slotOf(hour, network.slots).id);
        expect(slots).not.toContain(gap.slot);
      }
      expect(hours(visits)).toBeGreaterThan(0);
      expect(hours(visits)).toBeLessThan(0.1 * gap.slot_hours_per_week * twoYears.weeks);
      const seen = simulation.observations.filter(
        (row) => row.zone === gap.zone && row.slot === gap.slot && row.need === gap.need,
      ).length;
      const rate = seen / hours(visits);
      expect(Math.abs(rate / gap.need_per_hour - 1)).toBeLessThan(0.35);
      const all =
        simulation.observations.filter(of(gap.need)).length /
        hours(stays.filter(competent(network, gap.need)));
      expect(rate).toBeGreaterThan(2 * all);
    }
    expect(gaps[0]?.zone).not.toBe(gaps[1]?.zone);
  });

  test("one need emerges in the last four weeks, per hour of presence", () => {
    const { emerging } = simulation.truths;
    if (!emerging) throw new Error("no emerging need");
    expect(emerging.from).toBe(addDays(twoYears.until, -28));
    const there = at(stays, emerging.zone).filter(competent(network, emerging.need));
    const seen = at(simulation.observations, emerging.zone).filter(of(emerging.need));
    const now = seen.filter(({ date }) => date >= emerging.from).length;
    const before = seen.length - now;
    const hoursNow = hours(there.filter(({ day }) => day >= emerging.from));
    const ratio = now / hoursNow / (before / (hours(there) - hoursNow));
    expect(ratio).toBeGreaterThan(2);
    expect(ratio).toBeLessThan(4.5);
  });

  test("one service doubles its hours in a zone, and sees no more per hour", () => {
    const { doubled } = simulation.truths;
    if (!doubled) throw new Error("no doubling");
    const own = at(stays, doubled.zone).filter(({ service }) => service === doubled.service);
    const seen = at(simulation.observations, doubled.zone).filter(
      ({ service }) => service === doubled.service,
    );
    const weeks = (Date.parse(doubled.until) - Date.parse(doubled.from)) / (7 * 86_400_000);
    const during = hours(own.filter(({ day }) => day >= doubled.from));
    const before = hours(own) - during;
    const growth = during / weeks / (before / (twoYears.weeks - weeks));
    expect(growth).toBeGreaterThan(1.7);
    expect(growth).toBeLessThan(2.5);
    const rateDuring = seen.filter(({ date }) => date >= doubled.from).length / during;
    const rateBefore = seen.filter(({ date }) => date < doubled.from).length / before;
    expect(rateDuring / rateBefore).toBeGreaterThan(0.65);
    expect(rateDuring / rateBefore).toBeLessThan(1.5);
  });

  test("two services with contrasting aims share a zone and its hours", () => {
    const { contrast } = simulation.truths;
    if (!contrast) throw new Error("no contrast");
    const [a, b] = contrast.aims;
    const relation = network.relations.find((row) => [row.a, row.b].sort().join() === [a, b].sort().join());
    expect(relation?.relation).toBe("contrasting");
    for (const service of contrast.services) {
      const own = at(stays, contrast.zone).filter((row) => row.service === service);
      for (const hour of contrast.hours) {
        const times = new Set(own.filter((row) => row.hour === hour).map(({ day }) => day)).size;
        expect(times, `${service} at ${hour}`).toBeGreaterThan(twoYears.weeks * 0.35);
      }
    }
  });
});
