import { expect, test } from "vitest";
import type { Zone } from "../../../domain/network.ts";
import { tooSmall, unknownSizes } from "../../../server/network/zoneSizes.ts";

const zone = (id: string, population: number | null, addresses?: number) => ({
  where: `feature 1 (${id})`,
  value: { id, population, ...(addresses === undefined ? {} : { addresses }) } as Zone,
});

test("a zone of a thousand residents, or of two hundred addresses, is large enough for nobody to be found in it", () => {
  expect(tooSmall([zone("a", 1000), zone("b", 40, 200), zone("c", null, 200), zone("d", null)])).toEqual([]);
});

test("a zone known to be smaller is refused, with where, how many and what to do", () => {
  const found = tooSmall([zone("shelter", 999), zone("station", 0, 199), zone("park", null, 3)]);
  expect(found.map(({ where, field, value }) => [where, field, value])).toEqual([
    ["feature 1 (shelter)", "population", "999"],
    ["feature 1 (station)", "population", "0"],
    ["feature 1 (park)", "addresses", "3"],
  ]);
  expect(found[0]?.remedy).toMatch(/^Join it with a zone beside it/);
});

test("zones of which nothing is known are warned of together, and no others", () => {
  expect(unknownSizes([zone("a", 1000), zone("b", null, 200)])).toEqual([]);
  expect(unknownSizes([zone("c", null), zone("a", 5), zone("d", null)])).toMatchObject([
    { kind: "zone_size", value: "c, d", said: { zones: "c,d" } },
  ]);
});
