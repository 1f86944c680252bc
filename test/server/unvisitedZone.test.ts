import { afterAll, beforeAll, expect, test } from "vitest";
import { daysBetween } from "../../client/format.ts";
import { type Coverage, coverageOf, staleOf } from "../../domain/coverage.ts";
import { needState } from "../../domain/needCoverage.ts";
import { zoneStates } from "../../domain/zoneMarks.ts";
import { everyDay, openSimulated } from "./simulated.ts";

const NOBODY = "Q06";
const week = Array.from({ length: 168 }, (_, hour) => hour);

let town: Awaited<ReturnType<typeof openSimulated>>;
beforeAll(async () => {
  town = await openSimulated({ seed: 7, unvisited: NOBODY });
});
afterAll(() => town.close());

async function coverage(period: string): Promise<Coverage> {
  const { network } = town;
  const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
  const rules = {
    slots: network.slots,
    dayStart: network.day_start,
    shelfLifeWeeks: network.shelf_life_weeks,
  };
  const place = { zones: ids(network.zones), services: ids(network.services), ...rules };
  return coverageOf(await town.ask(`/api/coverage?period=${period}`), place, daysBetween);
}

/** Every whole slot of every day, and the whole week. */
const choices = () => [undefined, ...town.network.slots.map(everyDay)];

test("a zone nobody visits is not known at any hour, for any need", async () => {
  for (const period of ["2026-10", "2026-Q3", "2025"]) {
    const presence = await coverage(period);
    const states = town.network.needs.flatMap(({ id }) => {
      const competent = town.network.services.filter(({ needs }) => needs.includes(id)).map((one) => one.id);
      return week.map((hour) => needState(presence, { zone: NOBODY, competent }, hour));
    });
    expect(new Set(states), period).toEqual(new Set(["not_known"]));
    expect(staleOf(presence, NOBODY, week)).toMatchObject({ all: true, last: null });
    const found = zoneStates(presence, { occasions: [week], services: null });
    expect(found.find(({ zone }) => zone === NOBODY)?.level, period).toBeNull();
  }
});

test("its gap is not known, never below the threshold: one goes to look, one does not act", async () => {
  for (const period of ["2026-10", "2026-Q3", "2025"]) {
    for (const hours of choices()) {
      const { act, look, zones } = await town.ask(
        `/api/gaps?period=${period}${hours ? `&hours=${hours}` : ""}`,
      );
      const found = zones.find(({ zone }: { zone: string }) => zone === NOBODY);
      expect(found).toMatchObject({ class: "unknown", expected: null, interval: null, presence_hours: 0 });
      const classes = new Set(found.needs.map((need: { class: string }) => need.class));
      expect(classes, `${period} ${hours}`).toEqual(new Set(["unknown"]));
      expect([look.includes(NOBODY), act.includes(NOBODY)]).toEqual([true, false]);
    }
  }
});

test("its days and nights are not compared", async () => {
  const { zones } = await town.ask("/api/compare?period=2025&a=mattina,pomeriggio,sera&b=notte");
  const found = zones.find(({ zone }: { zone: string }) => zone === NOBODY);
  const nothing = { hours: 0, rate: null, upTo10: null, missing: "no_hours" };
  expect(found).toMatchObject({ a: nothing, b: nothing, ratio: null, q: null, step: null });
});

test("of no published cell of it a number is shown", async () => {
  const { zones } = await town.ask("/api/compare?period=2026-Q3&a=mattina,pomeriggio,sera&b=notte");
  const { a, b } = zones.find(({ zone }: { zone: string }) => zone === NOBODY);
  expect([a.shown, b.shown]).toEqual([0, 0]);
  expect(Math.min(a.upTo, b.upTo)).toBeGreaterThan(0);
});
