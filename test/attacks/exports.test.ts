import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csv, dialects } from "../../client/panels/table/csv.ts";
import { keyFrom, type Observation, randomFrom } from "./city.ts";
import { rowsOf, truths } from "./cube.ts";
import { cellsOf, PERIOD } from "./questions.ts";
import { type Served, serveCity } from "./served.ts";

/** The routes that screens, files, prints and maps are made from, with the zone under attack. */
const MADE_FROM = [
  `/api/gaps?${PERIOD}`,
  `/api/overlaps?${PERIOD}`,
  `/api/coverage?${PERIOD}`,
  "/api/zones",
  "/api/needs",
  "/api/services",
];
const STATIC = ["/glyphs/Noto%20Sans%20Regular/0-255.pbf", "/basemap/roads.geojson"];

describe("A11: what a city hands out to be kept: tables, maps, prints", () => {
  const cities: Served[] = [];
  beforeAll(async () => {
    const others = rowsOf(
      truths(91).filter(({ zone }) => zone !== "z0"),
      91,
    );
    const random = randomFrom(6);
    for (const n of [0, 2]) {
      const small = Array.from(
        { length: n },
        (): Observation => ({
          ...{ zone: "z0", slot: "night", need: "n0", service: "AA", band: "5-9", day: "2026-05-15" },
          key: keyFrom(random),
        }),
      );
      cities.push(await serveCity([...others, ...small]));
    }
  });
  afterAll(() => Promise.all(cities.map(({ close }) => close())));

  test("is made from the same answers whether a cell holds nothing or two", async () => {
    const [empty, small] = cities;
    for (const path of [...MADE_FROM, ...STATIC])
      expect(await small?.ask(path)).toEqual(await empty?.ask(path));
  });

  test("a table of the cells of a zone is the same file, and would not be with a column of true counts", async () => {
    const files = await Promise.all(
      cities.map(async ({ ask }, i) => {
        const rows = cellsOf((await ask(`/api/cells?${PERIOD}`)).body).filter(({ zone }) => zone === "z0");
        const told = rows.map(({ view, slot, need, value }) => [view, slot ?? null, need ?? null, value]);
        const weak = told.map((row) => [...row, row[1] === "night" && row[2] === "n0" ? i * 2 : 0]);
        return { ours: csv([], told, dialects.en), weak: csv([], weak, dialects.en) };
      }),
    );
    expect(files[0]?.ours.length).toBeGreaterThan(500);
    expect(files[1]?.ours).toBe(files[0]?.ours);
    expect(files[1]?.weak).not.toBe(files[0]?.weak);
  });

  test("no answer may be kept by anything between: what was shown to one is not read by another", async () => {
    const [city] = cities;
    for (const path of MADE_FROM)
      expect((await city?.ask(path))?.headers["cache-control"]).toMatch(/private|no-store/);
  });
});
