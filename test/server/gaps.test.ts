import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, presence, thirdQuarter } from "./town.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    await presence(published, ["night", "harbour"], [["2026-09-25", 118, 60, 60]]);
  });
});
afterAll(() => town.close());

test("every zone has a class, and one nobody competent visited is not known", async () => {
  const { status, body } = await town.ask("/api/gaps?period=2026-Q3&hours=fri-22-06&needs=housing");
  expect(status).toBe(200);
  expect(body).toMatchObject({ period: "2026-Q3", threshold: 1 });
  const of = (zone: string) => body.zones.find((row: { zone: string }) => row.zone === zone);
  expect(of("harbour")).toMatchObject({ class: "gap", lacking: ["housing"], presence_hours: 1 });
  expect(of("market")).toMatchObject({ class: "unknown", expected: null, uncovered_hours: 8 });
  expect(body.act).toEqual(["harbour"]);
  expect(body.look).toContain("market");
});

test.each([
  ["/api/gaps?period=2026-Q3&hours=ven-22", 400, "hours: expected stretches of whole hours"],
  ["/api/gaps?period=2026-Q3&needs=love", 400, "does not publish what was asked"],
  ["/api/gaps?period=2031-Q1", 400, "does not publish what was asked"],
])("%s is answered %i in plain words", async (path, status, words) => {
  const answer = await town.ask(path);
  expect(answer.status).toBe(status);
  expect(answer.body.detail).toContain(words);
});
