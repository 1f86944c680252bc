import { describe, expect, test } from "vitest";
import type { Point } from "../../../client/map/mercator.ts";
import type { Outline } from "../../../client/map/Outline.ts";
import { nesting, outlineLayer } from "../../../client/map/outlineLayers.ts";
import { dashes, outsideLines } from "../../../client/map/outsideLine.ts";
import { mapTokens } from "../../../client/map/tokens.ts";
import { unionRings } from "../../../client/map/unionRings.ts";
import { withBadges } from "../../../client/map/withBadges.ts";
import type { ZoneMark } from "../../../client/map/ZoneMark.ts";
import { zoneShapes } from "../../../client/map/zoneShapes.ts";
import { cesena } from "./cesena.ts";

const shapes = zoneShapes(cesena, "it");
const scale = 2 ** 11.3;
const ringsOf = (...zones: string[]) =>
  unionRings(shapes.filter(({ id }) => zones.includes(id)).flatMap(({ polygons }) => polygons)).map((ring) =>
    ring.map(([x, y]): Point => [x * scale, y * scale]),
  );

function toRing([x, y]: Point, ring: readonly Point[]): number {
  return Math.min(
    ...ring.map(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
      const t = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
      const at = Math.min(1, Math.max(0, t));
      return Math.hypot(x - x1 - at * (x2 - x1), y - y1 - at * (y2 - y1));
    }),
  );
}

const isInside = ([x, y]: Point, ring: readonly Point[]) =>
  ring.filter(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
  }).length %
    2 ===
  1;

const lengthOf = (line: readonly Point[]) =>
  line.slice(1).reduce((sum, [x, y], i) => {
    const [x0, y0] = line[i] ?? [x, y];
    return sum + Math.hypot(x - x0, y - y0);
  }, 0);

describe("a line outside zones", () => {
  test.each(shapes.map(({ id, name }) => [name, id] as const))(
    "of %s stays outside, at its distance",
    (_, id) => {
      const rings = ringsOf(id);
      const [line, ...more] = outsideLines(rings, 4);
      expect(more).toEqual([]);
      for (const point of line ?? []) {
        expect(isInside(point, rings[0] ?? [])).toBe(false);
        expect(Math.abs(toRing(point, rings[0] ?? []) - 4)).toBeLessThan(0.5);
      }
      expect(line?.at(-1)).toEqual(line?.[0]);
    },
  );

  test("inside a hole it is shorter than the hole, and a hole too narrow has none", () => {
    const all = shapes.map(({ id }) => id).filter((id) => id !== "Q01");
    const lines = outsideLines(ringsOf(...all), 4);
    const [hole] = ringsOf("Q01");
    expect(lines).toHaveLength(2);
    expect(Math.min(...lines.map(lengthOf))).toBeLessThan(
      lengthOf([...(hole ?? []), ...(hole ?? []).slice(0, 1)]),
    );
    const slit: Point[] = [
      [0, 0],
      [0, 40],
      [6, 40],
      [6, 0],
    ];
    expect(outsideLines([slit], 4)).toEqual([]);
  });

  test("is cut into equal dashes that meet again where they began", () => {
    const square: Point[] = [
      [0, 0],
      [50, 0],
      [50, 50],
      [0, 50],
      [0, 0],
    ];
    const cut = dashes(square, { on: 6, off: 3 });
    // 200 px hold 22 pieces of 9 px, each stretched to 200 / 22.
    expect(cut).toHaveLength(22);
    for (const dash of cut) expect(lengthOf(dash)).toBeCloseTo(((200 / 22) * 2) / 3, 9);
  });
});

const outline = (id: string, zones: string[], more: Partial<Outline> = {}): Outline => ({
  id,
  zones,
  line: "solid",
  standing: "plain",
  badge: { text: id, filled: true, ink: true },
  ...more,
});

describe("lines of several findings", () => {
  const two = [outline("1", ["Q04", "Q11"]), outline("2", ["Q01"], { line: "dashed" })];

  test("are ink on a halo; a quiet one is fainter, and the chosen one bolder and on top", () => {
    const strokes = (standing: Outline["standing"]) => {
      const [first = outline("", [])] = two;
      const layer = outlineLayer([{ ...first, standing }, outline("9", ["Q07"])], shapes, {
        theme: "light",
        zoom: 11,
      });
      return layer.props.data as { width: number; color: number[] }[];
    };
    expect(strokes("plain").map(({ width }) => width)).toEqual([7, 4, 7, 4]);
    expect(strokes("chosen").map(({ width }) => width)).toEqual([7, 4, 8, 5]);
    const hex = ([r = 0, g = 0, b = 0]: number[] = []) =>
      `#${[r, g, b].map((v) => v.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
    expect(strokes("quiet").map(({ color }) => hex(color))).toContain(mapTokens.light.ink3);
  });

  test("that share a zone go around one another", () => {
    expect(nesting([...two, outline("3", ["Q11"]), outline("4", ["Q01", "Q11"])])).toEqual([0, 0, 1, 2]);
  });

  test("have their number once, where no other stands, and there where most room is", () => {
    const marks = shapes.map(
      ({ id }): ZoneMark => ({ zone: id, family: "growth", level: 0, seen: [], rare: [] }),
    );
    const badged = withBadges(marks, [...two, outline("3", ["Q04", "Q11"]), outline("4", ["Q01"])], shapes);
    const texts = badged.flatMap(({ zone, badges = [] }) => badges.map(({ text }) => `${text} ${zone}`));
    expect(texts.toSorted()).toEqual(["1 Q11", "2 Q01", "3 Q04", "4 Q01"]);
    expect(withBadges(marks, [], shapes)).toBe(marks);
  });
});
