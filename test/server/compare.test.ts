import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, presence, thirdQuarter, zonesBySlot } from "./town.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    await zonesBySlot(published);
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

test.each([
  ["a=mattina&b=mattina,notte", 400, "stands in both"],
  ["a=&b=notte", 400, "a:"],
  ["a=alba&b=notte", 400, 'a: "alba" is not in this network'],
  [`${dayAndNight}&needs=gold`, 400, 'needs: "gold" is not in this network'],
  [`${dayAndNight}&needs=addiction`, 404, "choose a quarter or a year, or all needs"],
])("%s is refused in words", async (search, status, words) => {
  const answer = await town.ask(`/api/compare?period=2026-Q3&${search}`);
  expect(answer).toMatchObject({ status, type: "application/problem+json; charset=utf-8" });
  expect(answer.body.detail).toContain(words);
});
