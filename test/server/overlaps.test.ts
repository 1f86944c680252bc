import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, presence, thirdQuarter } from "./town.ts";

/** Fridays of the third quarter of 2026. */
const FRIDAYS = Array.from({ length: 13 }, (_, week) =>
  new Date(Date.UTC(2026, 6, 3 + 7 * week)).toISOString().slice(0, 10),
);
const [AT_22, AT_23, AT_NOON] = [118, 119, 108];

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    const there = (hours: number[], fridays = FRIDAYS) =>
      fridays.flatMap((day) => hours.map((hour): [string, number, number, number] => [day, hour, 60, 60]));
    await presence(published, ["night", "harbour"], there([AT_22, AT_23]));
    await presence(
      published,
      ["police", "harbour"],
      [...there([AT_22], FRIDAYS.slice(0, 7)), ...there([AT_23], FRIDAYS.slice(0, 6))],
    );
    await presence(published, ["canteen", "market"], there([AT_NOON]));
    await presence(published, ["youth", "market"], there([AT_NOON]));
  });
});
afterAll(() => town.close());

test("contrasting aims stand first, with hours, minutes a week, share of the shorter presence and shared needs", async () => {
  const { status, body } = await town.ask("/api/overlaps?period=2026-Q3");
  expect(status).toBe(200);
  expect(body.overlaps[0]).toMatchObject({
    zone: "harbour",
    services: ["night", "police"],
    verdict: "contrasting",
    aims: ["harm-reduction", "order"],
    hours: [AT_22],
    minutes: 60,
    share: 1,
    shared_needs: ["housing"],
  });
  expect(body.overlaps[1]).toMatchObject({ zone: "market", verdict: "complementary", moves: [] });
});

test("nobody is told to leave a zone of which too little is known", async () => {
  const { body } = await town.ask("/api/overlaps?period=2026-Q3&zone=harbour");
  expect(body.overlaps.map((row: { moves: unknown[] }) => row.moves)).toEqual([[]]);
});

test.each([
  ["hours=fri-12-14", ["market"]],
  ["hours=mon-06-12", []],
  ["needs=housing", ["harbour"]],
  ["needs=food", []],
  ["zone=market", ["market"]],
])("%s chooses which overlaps are listed", async (choice, zones) => {
  const { body } = await town.ask(`/api/overlaps?period=2026-Q3&${choice}`);
  expect(body.overlaps.map((row: { zone: string }) => row.zone)).toEqual(zones);
});

test.each([
  ["/api/overlaps?period=2026-Q3&zone=moon", 400, "does not publish what was asked"],
  ["/api/overlaps?period=2026-Q3&hours=ven-22", 400, "hours: expected stretches of whole hours"],
  ["/api/overlaps?period=2026-Q3&needs=love", 400, "does not publish what was asked"],
  ["/api/overlaps?period=2031-Q1", 400, "does not publish what was asked"],
])("%s is answered %i in plain words", async (path, status, words) => {
  const answer = await town.ask(path);
  expect(answer.status).toBe(status);
  expect(answer.body.detail).toContain(words);
});
