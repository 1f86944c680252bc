import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { expect, test } from "vitest";
import { neighbours } from "../../domain/neighbours.ts";
import { reference } from "./stats/reference.ts";

const counties: FeatureCollection<MultiPolygon> = JSON.parse(
  readFileSync(join(import.meta.dirname, "../fixtures/reference/nc_counties.geojson"), "utf8"),
);
const shapes = counties.features.map(({ geometry }) => geometry);
const carolina = reference("local_g_moran_nc_sids74");
const sorted = (lists: number[][]) => lists.map((list) => list.toSorted((a, b) => a - b));

test("the counties of North Carolina border as R spdep has them, by points and by borders", () => {
  expect(neighbours(shapes)).toEqual(sorted(carolina.neighbours_0based));
  expect(neighbours(shapes, "border")).toEqual(sorted(carolina.rook_neighbours_0based));
  const first = reference("local_g_moran_nc25_counts");
  expect(neighbours(shapes.slice(0, 25))).toEqual(sorted(first.neighbours_0based));
});

const square = (x: number, y: number, side = 1): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
});

test("squares at a corner share a point, not a border; a gap parts them", () => {
  const corner = [square(0, 0), square(1, 1), square(2.001, 2)];
  expect(neighbours(corner)).toEqual([[1], [0], []]);
  expect(neighbours(corner, "border")).toEqual([[], [], []]);
});

test("a corner in the middle of a side borders on it, also when rounded", () => {
  const bricks = [square(0, 0, 3), square(3.0000004, 1, 1), square(1, 3, 1)];
  expect(neighbours(bricks)).toEqual([[1, 2], [0], [0]]);
  expect(neighbours(bricks, "border")).toEqual([[1, 2], [0], [0]]);
});
