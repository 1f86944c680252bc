import { expect, test } from "vitest";
import type { Zone } from "../../../domain/network.ts";
import { RepeatedPoints } from "../../../server/ingest/RepeatedPoints.ts";
import { zoneFinder } from "../../../server/ingest/zoneFinder.ts";

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const zone = (id: string, geometry: Zone["geometry"]): Zone => ({
  ...{ id, name: id, population: null, parent: null, approximate: false, label: [0, 0], geometry },
});

test("a zone may have holes and islands, and a shared border belongs to the zone listed first", () => {
  const ring = zone("ring", { type: "Polygon", coordinates: [square(0, 0, 10), square(4, 4, 2)] });
  const isles = zone("isles", {
    type: "MultiPolygon",
    coordinates: [[square(10, 0, 1)], [square(4.5, 4.5, 1)]],
  });
  const find = zoneFinder([ring, isles]);
  expect(find(1, 1)).toBe("ring");
  expect(find(4.2, 4.2)).toBeNull();
  expect(find(5, 5)).toBe("isles");
  expect(find(10.5, 0.5)).toBe("isles");
  expect(find(10, 0.5)).toBe("ring");
  expect(find(20, 20)).toBeNull();
});

test("a zone comes before the larger one it lies in, however they are listed", () => {
  const city = zone("city", { type: "Polygon", coordinates: [square(0, 0, 10)] });
  const centre = zone("centre", { type: "Polygon", coordinates: [square(4, 4, 2)] });
  const find = zoneFinder([city, { ...centre, parent: "city" }]);
  expect(find(5, 5)).toBe("centre");
  expect(find(1, 1)).toBe("city");
});

test("points that return are counted exactly while they are few, and from below when they are many", () => {
  const few = new RepeatedPoints();
  for (let i = 0; i < 1000; i++) few.see(i % 10 === 0 ? "here" : `${i}`);
  expect(few.found()).toEqual([{ count: 100, exact: true }]);
  const many = new RepeatedPoints();
  for (let i = 0; i < 400_000; i++) many.see(i % 20 === 0 ? "here" : `${i}`);
  const [found] = many.found();
  expect(found).toMatchObject({ exact: false });
  expect(found?.count).toBeGreaterThan(19_990);
  expect(found?.count).toBeLessThanOrEqual(20_000);
});
