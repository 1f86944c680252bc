import { expect, test } from "vitest";
import type { Point } from "../../../client/map/mercator.ts";
import { leaderEnd, outsideLabels } from "../../../client/map/outsideLabels.ts";
import type { Box } from "../../../client/map/relax.ts";

/** A square of land in the middle of a window of 400 × 300. */
const land: Point[] = [
  [100, 50],
  [300, 50],
  [300, 250],
  [100, 250],
];
const frame = { left: 0, top: 0, right: 400, bottom: 300 };
const label = (zone: string, from: Point) => ({ zone, from, width: 70, height: 34 });
const clear = ({ x, width }: Box) => x + width / 2 <= 100 || x - width / 2 >= 300;

test("small zones are written on the nearer paper, never on land", () => {
  const placed = outsideLabels([label("west", [120, 150]), label("east", [280, 150])], {
    polygons: [land],
    frame,
    obstacles: [],
  });
  const [west, east] = placed;
  expect(placed.map(({ zone }) => zone)).toEqual(["west", "east"]);
  expect(placed.every(({ box }) => clear(box))).toBe(true);
  expect(west?.box.x).toBeLessThan(100);
  expect(east?.box.x).toBeGreaterThan(300);
  expect(west && leaderEnd(west)[0]).toBeCloseTo((west?.box.x ?? 0) + 35, 6);
});

test("two labels wanted in the same place do not overlap, nor stand on a legend", () => {
  const legend = { x: 350, y: 150, width: 100, height: 120 };
  const placed = outsideLabels([label("a", [280, 150]), label("b", [280, 152])], {
    polygons: [land],
    frame,
    obstacles: [legend],
  });
  const boxes = [...placed.map(({ box }) => box), legend];
  const apart = (a: Box, b: Box) =>
    Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
  expect(placed).toHaveLength(2);
  expect(boxes.every((a, i) => boxes.slice(i + 1).every((b) => apart(a, b)))).toBe(true);
});

test("where there is no paper nothing is written", () => {
  const everywhere: Point[] = [
    [-10, -10],
    [410, -10],
    [410, 310],
    [-10, 310],
  ];
  expect(outsideLabels([label("a", [200, 150])], { polygons: [everywhere], frame, obstacles: [] })).toEqual(
    [],
  );
});

test("a leader line goes another way round what it should not cross, if that is not too far", () => {
  const wanted = [label("a", [190, 150])];
  const paper = { polygons: [land], frame, obstacles: [] };
  const name = { x: 140, y: 150, width: 20, height: 180 };
  expect(outsideLabels(wanted, paper)[0]?.box.x).toBeLessThan(100);
  expect(outsideLabels(wanted, { ...paper, avoid: [name] })[0]?.box.x).toBeGreaterThan(100);
});
