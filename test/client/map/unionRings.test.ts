import { describe, expect, test } from "vitest";
import type { Point } from "../../../client/map/mercator.ts";
import { unionRings } from "../../../client/map/unionRings.ts";
import { zoneShapes } from "../../../client/map/zoneShapes.ts";
import { cesena } from "./cesena.ts";
import { squares } from "./square.ts";

/** Signed area on screen: positive clockwise. */
const area = (ring: readonly Point[]) =>
  ring.reduce((sum, [x, y], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + (x * y2 - x2 * y) / 2;
  }, 0);
const total = (rings: readonly (readonly Point[])[]) => rings.reduce((sum, ring) => sum + area(ring), 0);

const shapes = zoneShapes(cesena, "it");
const around = (...zones: string[]) =>
  unionRings(shapes.filter(({ id }) => zones.includes(id)).flatMap(({ polygons }) => polygons));

describe("the line around zones of Cesena", () => {
  test("is one ring where they share borders, as large as they are together", () => {
    const [together, ...more] = around("Q04", "Q11");
    expect(more).toEqual([]);
    expect(area(together ?? [])).toBeCloseTo(total(around("Q04")) + total(around("Q11")), 12);
    const sides = [...around("Q04"), ...around("Q11")].reduce((sum, ring) => sum + ring.length, 0);
    expect(together?.length).toBeLessThan(sides - 1);
  });

  test("is two rings where they do not touch", () => {
    expect(around("Q07", "Q11")).toHaveLength(2);
  });

  test("of all twelve is the comune's edge: no border of two zones is left in it", () => {
    const rings = around(...shapes.map(({ id }) => id));
    expect(rings).toHaveLength(1);
    expect(total(rings)).toBeCloseTo(
      shapes.reduce((sum, { id }) => sum + total(around(id)), 0),
      11,
    );
  });

  test("of all but the centre has the centre as a hole, walked the other way", () => {
    const rings = around(...shapes.map(({ id }) => id).filter((id) => id !== "Q01"));
    expect(rings.map((ring) => Math.sign(area(ring))).toSorted()).toEqual([-1, 1]);
    const hole = rings.find((ring) => area(ring) < 0) ?? [];
    expect(area(hole)).toBeCloseTo(-total(around("Q01")), 12);
  });
});

test("whichever way the polygons were drawn, the outside is on the left", () => {
  const [a, b] = zoneShapes(squares(["a", "b"]), "it").map(({ polygons }) => polygons);
  const backwards = b?.map((rings) => rings.map((ring) => ring.toReversed())) ?? [];
  const rings = unionRings([...(a ?? []), ...backwards]);
  expect(rings).toHaveLength(1);
  expect(area(rings[0] ?? [])).toBeGreaterThan(0);
});

test("zones that touch in one point keep a ring each", () => {
  const square = (x: number, y: number): Point[][] => [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ],
  ];
  expect(unionRings([square(0, 0), square(1, 1)]).map((ring) => ring.length)).toEqual([4, 4]);
});
