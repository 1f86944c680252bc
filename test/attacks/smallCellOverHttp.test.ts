import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyFrom, type Observation, randomFrom } from "./city.ts";
import { rowsOf, truths } from "./cube.ts";
import { cellsOf, NIGHT, PERIOD, QUESTIONS, REFUSED } from "./questions.ts";
import { type Served, serveCity, type Wire } from "./served.ts";

/** What was seen in a city in which z0 holds nothing but `n` records of one need by night; all else is the same. */
function cityWith(n: number): Observation[] {
  const others = rowsOf(
    truths(41).filter(({ zone }) => zone !== "z0"),
    41,
  );
  const random = randomFrom(99);
  const small = { zone: "z0", slot: "night", need: "n0", service: "AA", band: "5-9", day: "2026-05-15" };
  return [...others, ...Array.from({ length: n }, () => ({ ...small, key: keyFrom(random) }))];
}

describe("A01: three cities that differ in one small cell, 0, 1 or 2", () => {
  const cities: Served[] = [];
  beforeAll(async () => {
    for (const n of [0, 1, 2]) cities.push(await serveCity(cityWith(n)));
  });
  afterAll(async () => {
    for (const served of cities) await served.close();
  });
  const asked = (path: string): Promise<Wire[]> => Promise.all(cities.map(({ ask }) => ask(path)));

  test.each(QUESTIONS.filter((path) => !path.includes("compare")))(
    "%s answers the same bytes, headers and length",
    async (path) => {
      const [none, one, two] = await asked(path);
      expect(none?.status).toBe(200);
      expect(one).toEqual(none);
      expect(two).toEqual(none);
    },
  );

  test("need by night and by day differs in no zone", async () => {
    for (const path of [`/api/compare?${PERIOD}&${NIGHT}`, `/api/compare?${PERIOD}&${NIGHT}&needs=n0`]) {
      const [none, one, two] = (await asked(path)).map(({ body }) => JSON.parse(body).zones[0]);
      expect(none).toMatchObject({ zone: "z0", b: { shown: 0 }, ratio: null });
      expect([one, two]).toEqual([none, none]);
    }
  });

  test("published cells of the zone are the same rows, and the answers as long", async () => {
    const [none, one, two] = (await asked(`/api/cells?${PERIOD}`)).map(({ body }) =>
      cellsOf(body).filter(({ zone }) => zone === "z0"),
    );
    expect(none?.length).toBeGreaterThan(30);
    expect(none?.every(({ value }) => value === null)).toBe(true);
    expect([one, two]).toEqual([none, none]);
  });

  test("A13: what is refused is refused in the same words, whatever the cell holds", async () => {
    for (const path of REFUSED) {
      const [none, one, two] = await asked(path);
      expect(none?.status, path).toBe(400);
      expect([one, two], path).toEqual([none, none]);
    }
  });
});
