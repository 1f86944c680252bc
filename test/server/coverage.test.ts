import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, presence, thirdQuarter } from "./town.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    await presence(
      published,
      ["night", "harbour"],
      [
        ["2026-07-03", 118, 60, 60],
        ["2026-07-10", 118, 60, 0],
        ["2026-07-17", 118, 60, 14],
        ["2026-07-05", 1, 0, 60],
        ["2026-06-26", 118, 60, 60],
        ["2026-10-02", 118, 60, 60],
      ],
    );
  });
});
afterAll(() => town.close());

test("presence is a mask of the weeks of the period, and a few minutes are not an hour", async () => {
  const { body } = await town.ask("/api/coverage?period=2026-Q3");
  expect(body.weeks).toHaveLength(14);
  expect(body.weeks[0]).toBe("2026-06-29");
  expect(body.presence).toEqual({
    service: ["night", "night"],
    zone: ["harbour", "harbour"],
    hour: [1, 118],
    planned: [0, 0b111],
    seen: [0b1, 0b001],
  });
});

test("a quarter that begins on a Wednesday has no first Monday, and ends before its last Thursday", async () => {
  const { body } = await town.ask("/api/coverage?period=2026-Q3");
  const [monday, , wednesday, thursday] = body.days;
  expect(monday % 2).toBe(0);
  expect(wednesday).toBe(2 ** 14 - 1);
  expect(thursday).toBe(2 ** 13 - 1);
});

test("a visit before the period is remembered, one after it is not yet known", async () => {
  const { body } = await town.ask("/api/coverage?period=2026-Q3");
  expect(body.visits).toEqual({
    zone: ["harbour"],
    slot: ["notte"],
    service: ["night"],
    last: ["2026-07-05"],
  });
});

test("hours are the minutes really spent there, within the period", async () => {
  const { body } = await town.ask("/api/coverage?period=2026-Q3");
  expect(body.hours.hours.reduce((sum: number, hours: number) => sum + hours, 0)).toBeCloseTo(
    (60 + 14 + 60) / 60,
    2,
  );
});

test.each([
  ["/api/coverage", 400, "period"],
  ["/api/coverage?period=2026-Q5", 400, "does not publish what was asked"],
  ["/api/coverage?period=2026-W54", 400, "does not publish what was asked"],
  ["/api/coverage?period=2031-Q1", 400, "does not publish what was asked"],
  ["/api/cells?period=%27%3B--", 400, "does not publish what was asked"],
  ["/api/why?period=2026-Q3&zone=atlantis", 400, "does not publish what was asked"],
  ["/api/nothing", 404, "nothing"],
])("%s is answered %i in plain words", async (path, status, words) => {
  const answer = await town.ask(path);
  expect(answer).toMatchObject({ status, type: expect.stringContaining("application/problem+json") });
  expect(answer.body.detail).toContain(words);
});
