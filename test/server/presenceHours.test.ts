import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, presence, thirdQuarter, zonesBySlot } from "./town.ts";

/** Fridays of the quarter, 22–23. */
const FRIDAYS = [
  "07-03",
  "07-10",
  "07-17",
  "07-24",
  "07-31",
  "08-07",
  "08-14",
  "08-21",
  "08-28",
  "09-04",
].concat(["09-11", "09-18", "09-25"]);
const friday = (day: string, planned: number, seen: number): [string, number, number, number] => [
  `2026-${day}`,
  118,
  planned,
  seen,
];

let town: Awaited<ReturnType<typeof openTown>>;
let body: {
  hours: { service: string[]; planned: number[]; seen: number[]; hours: number[] };
  reliability: { service: string[] } & Record<"recorded" | "confirmed" | "declared" | "rho", unknown[]>;
};
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    await zonesBySlot(published);
    const week = (i: number) => (i % 4 === 3 ? 0 : 60);
    // Keeps three turns of four, from its first outing on.
    await presence(
      published,
      ["night", "harbour"],
      FRIDAYS.map((day, i) => friday(day, 60, week(i))),
    );
    // Has turns and never records an outing.
    await presence(
      published,
      ["canteen", "market"],
      FRIDAYS.map((day) => friday(day, 60, 0)),
    );
    // Records since 4 September only.
    await presence(
      published,
      ["youth", "hill"],
      FRIDAYS.map((day, i) => friday(day, 60, i < 9 ? 0 : 60)),
    );
    // Recorded its last outing nine weeks before the quarter.
    await presence(published, ["police", "fields"], [["2026-04-24", 118, 60, 60], friday("07-03", 60, 0)]);
  });
  ({ body } = await town.ask("/api/coverage?period=2026-Q3"));
});
afterAll(() => town.close());

const hoursOf = (service: string) => {
  const at = body.hours.service.indexOf(service);
  return [body.hours.planned[at], body.hours.seen[at], body.hours.hours[at]];
};
const reliabilityOf = (service: string) => {
  const at = body.reliability.service.indexOf(service);
  return (["recorded", "confirmed", "declared", "rho"] as const).map((key) => body.reliability[key][at]);
};

test("where a service keeps a record its absence is one: only hours seen count", () => {
  expect(hoursOf("night")).toEqual([13, 10, 10]);
});

test("the reliability of a service is that of its turns in the eight weeks up to the end of the period", () => {
  // Eight Fridays from 7 August to 25 September; 21 August and 18 September were missed: (6 + 1) / (8 + 2).
  expect(reliabilityOf("night")).toEqual([true, 6, 8, 0.7]);
});

test("a service that never records an outing is counted on for half of its plan", () => {
  expect(reliabilityOf("canteen")).toEqual([false, 0, 0, 0.5]);
  expect(hoursOf("canteen")).toEqual([13, 0, 6.5]);
});

test("before its first outing a service kept no record: its plan counts as it is reliable since", () => {
  // Four turns kept of the four since 4 September: 5 / 6 of the nine before.
  expect(reliabilityOf("youth")).toEqual([true, 4, 4, 5 / 6]);
  expect(hoursOf("youth")).toEqual([13, 4, 11.5]);
});

test("a service silent for more than eight weeks keeps no record any more", () => {
  expect(reliabilityOf("police")).toEqual([false, 0, 0, 0.5]);
  expect(hoursOf("police")).toEqual([1, 0, 0.5]);
});

test("the reason of a figure says which of its hours are estimated from schedules", async () => {
  const { body: why } = await town.ask("/api/why?period=2026-Q3&zone=market&slot=notte");
  expect(why.services).toContainEqual({ service: "canteen", hours: 6.5, estimated: 6.5 });
});
