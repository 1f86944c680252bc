import { afterAll, beforeAll, expect, test } from "vitest";
import { type Db, run, sql } from "../../server/db.ts";
import { openTown, presence, thirdQuarter, zonesBySlot } from "./town.ts";

/** The quarter before: 20 by night in the harbour, nothing shown elsewhere; two hours of presence there. */
async function secondQuarter(published: Db): Promise<void> {
  await run(
    published,
    sql`INSERT INTO closed_period VALUES
      ('2026-Q2', 'quarter', '2026-04-01', '2026-06-30', '2026-07-05 04:00:00'),
      ('2026-08', 'month', '2026-08-01', '2026-08-31', '2026-09-05 04:00:00'),
      ('2026-06', 'month', '2026-06-01', '2026-06-30', '2026-07-05 04:00:00')`,
  );
  await run(
    published,
    sql`INSERT INTO published_cell (period, view, "zone", slot, value)
      SELECT '2026-Q2', 'zone×slot', z, s, CASE WHEN z = 'harbour' AND s = 'notte' THEN 20 ELSE NULL END
      FROM (SELECT unnest(['harbour', 'market', 'hill', 'fields']) AS z),
           (SELECT unnest(['mattina', 'pomeriggio', 'sera', 'notte']) AS s)`,
  );
  await run(
    published,
    sql`INSERT INTO published_cell (period, view, "zone", slot, need, value)
      VALUES ('2026-Q2', 'zone×slot×need', 'harbour', 'notte', 'housing', 9)`,
  );
  await presence(
    published,
    ["night", "harbour"],
    [
      ["2026-04-03", 118, 60, 60],
      ["2026-04-10", 118, 60, 60],
    ],
  );
}

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    await zonesBySlot(published);
    await secondQuarter(published);
    await presence(published, ["youth", "harbour"], [["2026-07-06", 9, 60, 60]]);
    await presence(published, ["youth", "harbour"], [["2026-07-07", 33, 60, 60]]);
    await presence(published, ["night", "harbour"], [["2026-07-03", 118, 60, 60]]);
  });
});
afterAll(() => town.close());

const dayAndNight = "a=mattina,pomeriggio,sera&b=notte";

test("need by night and by day rests on published cells and exact hours of presence", async () => {
  const { body } = await town.ask(`/api/compare?period=2026-Q3&${dayAndNight}`);
  const harbour = body.zones.find(({ zone }: { zone: string }) => zone === "harbour");
  expect(harbour).toMatchObject({
    a: { shown: 24, upTo: 24, variance: 12, hours: 2, rate: 120 },
    b: { shown: 30, upTo: 30, variance: 4, hours: 1, rate: 300 },
    ratio: { ratio: 2.5 },
    grade: "almost_certain",
    step: 5,
  });
});

test("where nobody was, and where all is withheld, nothing is compared", async () => {
  const { body } = await town.ask(`/api/compare?period=2026-Q3&${dayAndNight}`);
  const of = (id: string) => body.zones.find(({ zone }: { zone: string }) => zone === id);
  expect(of("market")).toMatchObject({ a: { missing: "no_hours", rate: null }, ratio: null, step: null });
  expect(of("hill")).toMatchObject({ ratio: null, grade: "too_few" });
});

test("a month that does not publish zones by slot is answered by its quarter, and says so", async () => {
  const { body } = await town.ask(`/api/compare?period=2026-09&${dayAndNight}`);
  expect(body).toMatchObject({ asked: "2026-09", period: { id: "2026-Q3" } });
});

test("two quarters are compared over the same hours, each by its own cells and its own presence", async () => {
  const { body } = await town.ask("/api/compare?period=2026-Q3&before=2026-Q2&a=notte");
  const harbour = body.zones.find(({ zone }: { zone: string }) => zone === "harbour");
  expect(body).toMatchObject({
    period: { id: "2026-Q3" },
    before: { id: "2026-Q2" },
    a: ["notte"],
    b: ["notte"],
  });
  expect(harbour).toMatchObject({
    a: { shown: 20, hours: 2, rate: 100 },
    b: { shown: 30, hours: 1, rate: 300 },
    ratio: { ratio: 3 },
    grade: "almost_certain",
    step: 6,
  });
});

test("two months of two quarters fall back to their quarters together, and say so", async () => {
  const { body } = await town.ask("/api/compare?period=2026-09&before=2026-06&a=notte");
  expect(body).toMatchObject({ asked: "2026-09", period: { id: "2026-Q3" }, before: { id: "2026-Q2" } });
});

test("a zone asked about is told need by need where that is published, and not otherwise", async () => {
  const needs = "period=2026-Q3&before=2026-Q2&a=notte";
  const { body } = await town.ask(`/api/compare?${needs}&zone=harbour`);
  expect(body.byNeed).toMatchObject({
    before: { id: "2026-Q2" },
    needs: [{ need: "housing", a: { shown: 9, hours: 2 }, b: { shown: 7, hours: 1 } }],
  });
  expect((await town.ask(`/api/compare?${needs}&zone=hill`)).body.byNeed).toBeNull();
  expect((await town.ask(`/api/compare?${needs}`)).body.byNeed).toBeNull();
});

test.each([
  ["period=2026-Q3&before=2026-06", 400, "before: expected an earlier closed period"],
  ["period=2026-Q3&before=2026-Q3", 400, "before: expected an earlier closed period"],
  ["period=2026-Q2&before=2026-Q3", 400, "before: expected an earlier closed period"],
  ["period=2026-Q3&before=2025-Q3", 400, "does not publish what was asked"],
  ["period=2026-Q3&before=spring", 400, "does not publish what was asked"],
  ["period=2026-Q3&before=2026-Q2&b=notte", 400, "b: both periods are compared over the same hours"],
  ["period=2026-Q3&before=2026-Q2&zone=moon", 400, "does not publish what was asked"],
  ["period=2026-09&before=2026-08&a=notte", 400, "does not publish what was asked"],
  ["period=2026-Q3&a=notte", 400, "b: missing"],
])("%s is refused in words", async (search, status, words) => {
  const answer = await town.ask(`/api/compare?${search}`);
  expect(answer).toMatchObject({ status, type: "application/problem+json; charset=utf-8" });
  expect(answer.body.detail).toContain(words);
});

test.each([
  ["a=mattina&b=mattina,notte", 400, "without a slot in common"],
  ["a=&b=notte", 400, "does not publish what was asked"],
  ["a=alba&b=notte", 400, "does not publish what was asked"],
  [`${dayAndNight}&needs=gold`, 400, "does not publish what was asked"],
  [`${dayAndNight}&needs=addiction`, 400, "does not publish what was asked"],
])("%s is refused in words", async (search, status, words) => {
  const answer = await town.ask(`/api/compare?period=2026-Q3&${search}`);
  expect(answer).toMatchObject({ status, type: "application/problem+json; charset=utf-8" });
  expect(answer.body.detail).toContain(words);
});
