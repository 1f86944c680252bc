import { describe, expect, test } from "vitest";
import { coveredHours, needState } from "../../domain/needCoverage.ts";
import { zoneStates } from "../../domain/zoneMarks.ts";
import { NEEDS, type RandomTown, randomTown, shuffled, sourceOf } from "./randomTown.ts";

const towns = Array.from({ length: 60 }, (_, seed) => seed);
const week = Array.from({ length: 168 }, (_, hour) => hour);

/** Every zone and need of a town, with the services competent there. */
const places = ({ zones, services }: RandomTown) =>
  NEEDS.flatMap((need) => {
    const competent = services.filter(({ needs }) => needs.includes(need)).map(({ id }) => id);
    return zones.map((zone) => ({ zone, need, competent }));
  });

describe.for(towns)("a made-up town, seed %i", (seed) => {
  test("every zone, hour and need is served, not served or not known, and only what was seen is served", () => {
    const town = randomTown(seed);
    const { coverage } = sourceOf(town);
    const told = places(town).flatMap((place) =>
      week.map((hour) => ({
        state: needState(coverage, place, hour),
        there: coveredHours(coverage, { ...place, presence: "seen" }, [hour]).covered,
      })),
    );
    const [served, notServed, notKnown] = ["served", "not_served", "not_known"].map((state) =>
      told.filter((one) => one.state === state),
    );
    expect(told).toHaveLength((served ?? []).length + (notServed ?? []).length + (notKnown ?? []).length);
    expect(told).toHaveLength(town.zones.length * NEEDS.length * 168);
    expect(told.filter(({ state, there }) => (state === "served") !== there >= 0.5)).toEqual([]);
  });

  test("a zone nobody looked at in an hour is not known for any need", () => {
    const town = randomTown(seed);
    const { coverage } = sourceOf(town);
    const hours = shuffled(town.random, week).slice(0, 24);
    const calm = hours.flatMap((hour) => {
      const states = zoneStates(coverage, { occasions: [[hour]], services: null });
      const unknown = states.filter(({ stale }) => stale !== null).map(({ zone }) => zone);
      const there = places(town).filter(({ zone }) => unknown.includes(zone));
      return there.filter((place) => needState(coverage, place, hour) !== "not_known");
    });
    expect(calm).toEqual([]);
  });

  test("unions never exceed the week, nor the sum of the services, nor fall under any of them", () => {
    const town = randomTown(seed);
    const { coverage } = sourceOf(town);
    const services = town.services.map(({ id }) => id);
    for (const presence of ["seen", "planned", "effective"] as const) {
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
});
