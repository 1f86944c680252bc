import { afterAll, beforeAll, expect, test } from "vitest";
import { daysBetween } from "../../client/format.ts";
import { coverageOf } from "../../domain/coverage.ts";
import { estimatedHours } from "../../domain/estimatedHours.ts";
import { needState } from "../../domain/needCoverage.ts";
import { zoneStates, zoneWeek } from "../../domain/zoneMarks.ts";
import { refreshPresence } from "../../server/presence.ts";
import { openTown, thirdQuarter } from "./town.ts";

const FRI_22 = 4 * 24 + 22;
const days = { from: "2026-07-01", to: "2026-09-30" };

/** A town whose services have turns and never recorded an outing, and one without turns either. */
let town: Awaited<ReturnType<typeof openTown>>;
let bare: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(thirdQuarter);
  await refreshPresence(town.published, town.network, days);
  bare = await openTown(thirdQuarter);
  await refreshPresence(bare.published, { ...bare.network, schedules: [] }, days);
});
afterAll(() => Promise.all([town.close(), bare.close()]));

async function presenceOf({ ask, network }: typeof town) {
  const { body } = await ask("/api/coverage?period=2026-Q3");
  const coverage = coverageOf(
    body,
    {
      zones: network.zones.map(({ id }) => id),
      services: network.services.map(({ id }) => id),
      slots: network.slots,
      dayStart: network.day_start,
      shelfLifeWeeks: network.shelf_life_weeks,
    },
    daysBetween,
  );
  return { body, coverage };
}
const friday = { occasions: [[FRI_22]], services: null };

test("turns without outings are declared only: nobody is seen, and the zone is not known", async () => {
  const { coverage } = await presenceOf(town);
  const states = zoneStates(coverage, friday);
  expect(states.find(({ zone }) => zone === "harbour")).toMatchObject({
    level: null,
    seen: [],
    rhythms: expect.arrayContaining([expect.objectContaining({ service: "night", rhythm: "declared" })]),
    stale: null,
  });
  expect(coverage.seen.every((mask) => mask === 0)).toBe(true);
  const week = zoneWeek(coverage, "harbour", null);
  expect(new Set(week)).toEqual(new Set([-1]));
  expect(needState(coverage, { zone: "harbour", competent: ["night"] }, FRI_22)).toBe("not_known");
});

test("its hours to count on are half of the planned ones, and said to be estimated", async () => {
  const { body } = await presenceOf(town);
  const { hours } = body;
  hours.service.forEach((_: string, i: number) => {
    expect([hours.seen[i], hours.hours[i]]).toEqual([0, Math.round(hours.planned[i] * 50) / 100]);
  });
  expect(body.reliability.recorded.every((recorded: boolean) => !recorded)).toBe(true);
  const night = new Set(["night"]);
  const place = { zone: "harbour", slot: "notte" };
  // Fridays and Saturdays 22–01, July to September, but for 14 and 15 August: 24 nights of 3 hours, halved.
  expect(estimatedHours(body, place, night)).toBe(36);
  expect(estimatedHours({ hours: { ...hours, seen: hours.hours } }, place, night)).toBe(0);
});

test("a need has a rate over such hours, and covers as likely as the service is reliable", async () => {
  const { body } = await town.ask("/api/gaps?period=2026-Q3&hours=fri-22-01&needs=housing");
  const harbour = body.zones.find((row: { zone: string }) => row.zone === "harbour");
  // The police has 13 Fridays of four hours: half of 52 beside the 36 of the night unit.
  expect(harbour).toMatchObject({ presence_hours: 62 });
  expect(harbour.expected).not.toBeNull();
  // Three hours: on 12 of 13 Fridays two services that each may or may not come, once the police alone.
  expect(harbour.uncovered_hours).toBeCloseTo(3 * (1 - (12 * 0.75 + 0.5) / 13), 2);
});

test("without turns and without outings presence is not known anywhere, and no hour is estimated", async () => {
  const { body, coverage } = await presenceOf(bare);
  expect(body.hours.hours).toEqual([]);
  expect(zoneStates(coverage, friday).map(({ level }) => level)).toEqual([null, null, null, null]);
  const { body: gaps } = await bare.ask("/api/gaps?period=2026-Q3&needs=housing");
  expect(new Set(gaps.zones.map((row: { class: string }) => row.class))).toEqual(new Set(["unknown"]));
});
