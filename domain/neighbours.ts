import type { MultiPolygon, Polygon, Position } from "geojson";
import { bounds } from "./bounds.ts";

type Shape = Polygon | MultiPolygon;
type Outline = { box: [number, number, number, number]; rings: Position[][] };

/**
 * Which polygons border on each other: by polygon, the indexes of its neighbours, in order. They share a *point* of their
 * outlines (queen contiguity) or a *border*, two points of them at least (rook). Points up to 1e−6 degrees (a hand's
 * breadth) off an outline are on it; a corner may lie in the middle of the other's side.
 * @param shapes in degrees WGS84
 * @see R spdep poly2nb
 */
export function neighbours(shapes: readonly Shape[], shared: "point" | "border" = "point"): number[][] {
  const outlines = shapes.map((shape): Outline => ({ box: bounds([shape]), rings: ringsOf(shape) }));
  const found: number[][] = shapes.map(() => []);
  const fewest = shared === "point" ? 1 : 2;
  for (const [i, one] of outlines.entries()) {
    for (const [j, other] of outlines.entries()) {
      if (j <= i || !overlap(one.box, other.box) || touching(one, other) < fewest) continue;
      found[i]?.push(j);
      found[j]?.push(i);
    }
  }
  return found;
}

const NEAR = 1e-6;

const ringsOf = (shape: Shape): Position[][] =>
  shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();

const overlap = (a: Outline["box"], b: Outline["box"]): boolean =>
  a[0] <= b[2] + NEAR && b[0] <= a[2] + NEAR && a[1] <= b[3] + NEAR && b[1] <= a[3] + NEAR;

/** How many corners of either lie on the other's outline; two nearer than the tolerance are one. */
function touching(one: Outline, other: Outline): number {
  const points = [...cornersOn(one, other), ...cornersOn(other, one)];
  const apart: Position[] = [];
  for (const point of points)
    if (!apart.some((known) => distance(known, point) <= NEAR * 2)) apart.push(point);
  return apart.length;
}

function cornersOn(of: Outline, on: Outline): Position[] {
  const corners = of.rings.flat().filter(([x = 0, y = 0]) => overlap([x, y, x, y], on.box));
  return corners.filter((corner) => on.rings.some((ring) => nearRing(corner, ring)));
}

const nearRing = (corner: Position, ring: Position[]): boolean =>
  ring.some((to, k) => k > 0 && distanceToSide(corner, ring[k - 1] ?? to, to) <= NEAR);

function distanceToSide(point: Position, from: Position, to: Position): number {
  const [px = 0, py = 0] = point;
  const [ax = 0, ay = 0] = from;
  const [bx = 0, by = 0] = to;
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(px - ax - share * (bx - ax), py - ay - share * (by - ay));
}

const distance = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number =>
  Math.hypot(ax - bx, ay - by);
