import { afterAll, beforeAll, expect, test } from "vitest";
import { adviceFor } from "../../domain/advice/adviceFor.ts";
import { freeHours } from "../../domain/advice/freeHours.ts";
import { unmetField } from "../../domain/advice/unmetField.ts";
import { gapField } from "../../domain/gaps/gapField.ts";
import type { GapSource } from "../../domain/gaps/placeRates.ts";
import { parseWhatIf } from "../../domain/whatif/whatIf.ts";
import { gapSource } from "../../server/gaps.ts";
import { everyPlan } from "../domain/advice/everyPlan.ts";
import { openTown, presence, thirdQuarter } from "./town.ts";

let town: Awaited<ReturnType<typeof openTown>>;
let source: GapSource;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    await presence(published, ["night", "harbour"], [["2026-09-25", 118, 60, 60]]);
    for (const day of ["2026-09-07", "2026-09-14", "2026-09-21"]) {
      await presence(published, ["police", "market"], [[day, 8, 60, 60]]);
    }
  });
  source = await gapSource({ network: town.network, published: town.published, basemap: {} }, "2026-Q3");
});
afterAll(() => town.close());

type Shift = {
  service: string;
  zone: string;
  shift: string;
  hour: number;
  length: number;
  purpose: "act" | "look";
  needs: { need: string; worth: number; interval: [number, number] | null }[];
};
const hoursOf = (shifts: Shift[], purpose: string) =>
  shifts.filter((shift) => shift.purpose === purpose).reduce((sum, { length }) => sum + length, 0);

test.each([
  ["hours=4&services=night&allowed=fri-22-02&shortest=1&longest=3", ["night"], 4],
  ["hours=5&services=night,police&allowed=fri-22-02&shortest=2&longest=3", ["night", "police"], 5],
])("%s: the answer is as good as the best of all plans, tried one by one", async (asked, services, hours) => {
  const { status, body } = await town.ask(`/api/advice?period=2026-Q3&${asked}`);
  expect(status).toBe(200);
  const query = new URLSearchParams(asked);
  const best = everyPlan({
    hours,
    lookShare: town.network.look_share,
    zones: town.network.zones.map(({ id }) => id),
    dayStart: 6,
    field: unmetField(gapField(source, [])),
    crews: town.network.services
      .filter(({ id }) => services.includes(id))
      .map(({ id, needs }) => ({
        service: id,
        needs,
        zones: null,
        hours: [118, 119, 120, 121],
        shortest: Number(query.get("shortest")),
        longest: Number(query.get("longest")),
        most: hours,
      })),
  });
  const worth = body.shifts.flatMap(({ needs }: Shift) => needs.map((one) => one.worth));
  expect(body.share).toBe(1);
  expect(body.look_hours).toBe(best.look);
  expect(worth.reduce((sum: number, one: number) => sum + one, 0)).toBeCloseTo(best.worth, 1);
});

test("at least the network's share of the hours goes to look, and says nothing it does not know", async () => {
  const { body } = await town.ask("/api/advice?period=2026-Q3&hours=12&services=night");
  expect(town.network.look_share).toBe(0.25);
  expect(hoursOf(body.shifts, "look")).toBeGreaterThanOrEqual(3);
  expect(hoursOf(body.shifts, "act") + hoursOf(body.shifts, "look") + body.unused).toBe(12);
  for (const shift of body.shifts as Shift[]) {
    expect([shift.length >= 2 && shift.length <= 4, shift.service]).toEqual([true, "night"]);
    expect(parseWhatIf(shift.shift)).toMatchObject({
      refused: [],
      shifts: [{ zone: shift.zone, away: false }],
    });
    if (shift.purpose === "look") expect(shift.needs.every(({ interval }) => interval === null)).toBe(true);
  }
});

test("what is known to be missing is met first, with how sure that is", async () => {
  const { body } = await town.ask(
    "/api/advice?period=2026-Q3&hours=4&needs=housing&allowed=fri-22-06&shortest=1",
  );
  const [act] = (body.shifts as Shift[]).filter(({ purpose }) => purpose === "act");
  expect(act).toMatchObject({ zone: "harbour", needs: [{ need: "housing" }] });
  const { worth, interval } = act?.needs[0] ?? { worth: 0, interval: null };
  expect(interval?.[0]).toBeLessThan(worth);
  expect(interval?.[1]).toBeGreaterThan(worth);
});

test("hours that move leave where they are, and only their service gives them elsewhere", async () => {
  const week = (from: number) =>
    Array.from({ length: 13 }, (_, i) =>
      new Date(Date.UTC(2026, 6, 6 + 7 * i + from)).toISOString().slice(0, 10),
    );
  await presence(
    town.published,
    ["night", "market"],
    week(1).map((day) => [day, 34, 60, 60]),
  );
  const { body } = await town.ask(
    "/api/advice?period=2026-Q3&hours=0&shortest=1&longest=1&move=night.market.tue-10-11",
  );
  expect(body.hours).toBe(1);
  expect(body.shifts.map(({ service }: Shift) => service)).toEqual(["night"]);
});

test("without anything to give, or with more than can be placed, advice is refused", () => {
  const asked = { services: [], zones: null, allowed: [118], shortest: 1, longest: 2, needs: [], move: [] };
  expect(() => adviceFor(source, { ...asked, hours: 0 }, 0.25)).toThrow("hours: 0 to place");
  expect(() => adviceFor(source, { ...asked, hours: 41 }, 0.25)).toThrow("hours: 41 to place");
});

test.each([
  ["hours=0", "hours: expected 1 to 40 to place"],
  ["hours=41", "hours"],
  ["hours=three", "hours"],
  ["", "hours"],
  ["hours=3&services=love", "does not publish what was asked"],
  ["hours=3&zones=moon", "does not publish what was asked"],
  ["hours=3&needs=money", "does not publish what was asked"],
  ["hours=3&services=canteen&needs=conflict", "services: expected one at least that can meet these needs"],
  ["hours=3&shortest=4&longest=2", "shortest: expected no more hours than longest"],
  ["hours=3&longest=13", "longest"],
  ["hours=3&allowed=ven-22-24", "allowed: expected stretches of whole hours"],
  ["hours=3&move=police", "move: expected shifts like ps.Q01.mon-08-10"],
  ["hours=3&move=police.moon.mon-08-10", "does not publish what was asked"],
  ["hours=3&move=police.hill.mon-08-10", "that are there in all of their hours"],
])("%s is refused in plain words", async (asked, words) => {
  const { status, body } = await town.ask(`/api/advice?period=2026-Q3&${asked}`);
  expect(status).toBe(400);
  expect(body.detail).toContain(words);
});

test("a period that is not closed has no advice", async () => {
  expect((await town.ask("/api/advice?period=2031-Q1&hours=3")).status).toBe(400);
});

test("nobody is proposed for hours at which they are usually somewhere already", async () => {
  const hour = 33;
  const weeks = Array.from({ length: 13 }, (_, i) =>
    new Date(Date.UTC(2026, 6, 7 + 7 * i)).toISOString().slice(0, 10),
  );
  await presence(
    town.published,
    ["police", "hill"],
    weeks.map((day) => [day, hour, 60, 60]),
  );
  const busy = (await gapSource({ network: town.network, published: town.published, basemap: {} }, "2026-Q3"))
    .coverage;
  expect(freeHours(busy, "police", [hour, hour + 24])).toEqual([hour + 24]);
  const { status, body } = await town.ask(
    "/api/advice?period=2026-Q3&hours=1&services=police&allowed=tue-09-10&shortest=1&longest=1",
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({ shifts: [], unused: 1 });
});
