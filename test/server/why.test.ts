import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, presence, thirdQuarter, zonesBySlot } from "./town.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    await zonesBySlot(published);
    await presence(published, ["night", "harbour"], [["2026-07-03", 118, 60, 60]]);
    await presence(published, ["youth", "harbour"], [["2026-07-07", 40, 60, 60]]);
  });
});
afterAll(() => town.close());

test("a shown figure says its period, when it closed and who was there able to record it", async () => {
  const { body } = await town.ask("/api/why?period=2026-Q3&zone=harbour&need=housing");
  expect(body).toMatchObject({
    period: "2026-Q3",
    closed_at: "2026-10-05T04:00:00Z",
    services: [{ service: "night", hours: 1 }],
    shown: { value: 12 },
    withheld: null,
    fallback: false,
    rules: { floor: 2, threshold: 5, D: 6, V: 4 },
  });
});

test("a withheld month falls back to its quarter, and says so", async () => {
  const { body } = await town.ask("/api/why?period=2026-09&zone=harbour&need=housing");
  expect(body).toMatchObject({ period: "2026-Q3", fallback: true, shown: { period: "2026-Q3", value: 12 } });
});

test("a small count and a view that is not published are told apart by rule, never by number", async () => {
  const small = await town.ask("/api/why?period=2026-Q3&zone=hill&need=housing");
  const missing = await town.ask("/api/why?period=2026-Q3&zone=hill&slot=notte&weekpart=weekend");
  const gap = await town.ask("/api/why?period=2026-Q3&zone=hill&slot=notte&weekpart=weekend&hours=week");
  expect(small.body).toMatchObject({ shown: null, withheld: { rule: "small" } });
  expect(missing).toMatchObject({ status: 400, body: { type: "urn:sguardo:vista_non_ammessa" } });
  expect(gap.body).toMatchObject({ shown: null, withheld: { rule: "no_view" } });
});

test("a figure summed from finer cells is explained as the page sums it, and one with nothing to sum is withheld", async () => {
  const market = await town.ask("/api/why?period=2026-Q3&zone=market");
  const hill = await town.ask("/api/why?period=2026-Q3&zone=hill");
  const own = await town.ask("/api/why?period=2026-Q3&zone=market&slot=notte");
  expect(market.body.shown).toEqual({
    period: "2026-Q3",
    view: "zone×slot",
    value: 54,
    up_to: 54,
    sum: true,
  });
  expect(hill.body).toMatchObject({ shown: null, withheld: { rule: "small" } });
  expect(own.body.shown).toMatchObject({ value: 30, up_to: 30, sum: false });
});

test("a sum with a withheld part says from what to what it reaches", async () => {
  const { body } = await town.ask("/api/why?period=2026-Q3&slot=notte");
  expect(body.shown).toMatchObject({ view: "zone×slot", value: 90, up_to: 94, sum: true });
});

test("a gap is explained need by need: the cell, the hours of those competent, the rate and what is uncovered", async () => {
  const { status, body } = await town.ask(
    "/api/why?period=2026-Q3&zone=harbour&hours=fri-22-06&need=housing",
  );
  expect(status).toBe(200);
  const { gap } = body;
  expect(gap).toMatchObject({
    threshold: 1,
    needs: [{ need: "housing", services: ["night", "police", "canteen"] }],
  });
  expect(gap.needs[0].slots).toHaveLength(1);
  const gaps = await town.ask("/api/gaps?period=2026-Q3&hours=fri-22-06&needs=housing");
  const harbour = gaps.body.zones.find(({ zone }: { zone: string }) => zone === "harbour");
  expect(gap.needs[0]).toMatchObject({ class: harbour.class, expected: harbour.expected });
});

test("without hours no gap is explained, and hours that are none are refused in plain words", async () => {
  const plain = await town.ask("/api/why?period=2026-Q3&zone=harbour&need=housing");
  const odd = await town.ask("/api/why?period=2026-Q3&zone=harbour&hours=ven-22");
  expect(plain.body.gap).toBeNull();
  expect(odd.status).toBe(400);
  expect(odd.body.detail).toBe("hours: expected stretches of whole hours like fri-22-24,sat-06-10");
});

test("cells travel as columns, the asked period first, and what is withheld is null", async () => {
  const { body } = await town.ask("/api/cells?period=2026-09");
  expect(body.chain.map(({ id }: { id: string }) => id)).toEqual(["2026-09", "2026-Q3"]);
  expect(body.chain[1].views).toContainEqual({
    view: "zone×need",
    by: ["zone", "need"],
    zone: ["harbour", "hill"],
    need: ["housing", "housing"],
    value: [12, null],
  });
});

test("an unchanged answer is not sent twice", async () => {
  const app = town.as("planner");
  const first = await app.request("/api/cells?period=2026-Q3");
  const again = await app.request("/api/cells?period=2026-Q3", {
    headers: { "if-none-match": first.headers.get("etag") ?? "" },
  });
  expect([first.status, again.status]).toEqual([200, 304]);
});

test("the API describes itself in OpenAPI 3.1, every question of it", async () => {
  const { body } = await town.ask("/api/openapi.json");
  expect(body.openapi).toBe("3.1.0");
  expect(Object.keys(body.paths).sort()).toEqual(
    [
      "account/password",
      "account/totp",
      "advice",
      "audit",
      "cells",
      "compare",
      "coverage",
      "draft",
      "draft/publish",
      "draft/{part}",
      "editions",
      "editions/{number}/restore",
      "emerging",
      "gaps",
      "invite",
      "needs",
      "network",
      "overlaps",
      "schedules",
      "services",
      "services/{service}/entries",
      "session",
      "session/demo",
      "sessions",
      "users",
      "users/{user}",
      "users/{user}/invite",
      "why",
      "zones",
    ].map((name) => `/api/${name}`),
  );
});
