import type { FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import polylabel from "polylabel";
import { type Point, worldOf } from "./mercator.ts";

/** What `/api/zones` answers. */
type ZoneProperties = {
  id: string;
  name: string;
  name_it?: string | undefined;
  name_en?: string | undefined;
  approximate: boolean;
  label: [number, number];
};
export type Zones = FeatureCollection<Polygon | MultiPolygon, ZoneProperties>;

/** A zone in world units (mercator.ts): what labels and lens reason about. */
export type ZoneShape = {
  id: string;
  name: string;
  approximate: boolean;
  /** Where its name goes. */
  anchor: Point;
  /** Polygons → rings → points. */
  polygons: Point[][][];
  /** The largest circle that fits in it. */
  inscribed: Circle;
};
export type Circle = { center: Point; radius: number };

export const zoneShapes = (zones: Zones, locale: "it" | "en"): ZoneShape[] =>
  zones.features.map(({ geometry, properties }) => {
    const polygons = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).map(
      (rings) => rings.map((ring) => ring.map(toWorld)),
    );
    return {
      id: properties.id,
      name: properties[`name_${locale}`] ?? properties.name,
      approximate: properties.approximate,
      anchor: worldOf(properties.label),
      polygons,
      inscribed: widest(polygons),
    };
  });

/** The largest circle inside any of these polygons, to 1 % of their extent; radius 0 when there is nothing. */
export function widest(polygons: Point[][][]): Circle {
  const circles = polygons
    .filter(([outer]) => outer && outer.length > 2)
    .map((rings) => {
      // The declaration leaves out the radius that comes with the point.
      const found = polylabel(rings, extent(rings[0] ?? []) / 100) as Point & { distance: number };
      return { center: [found[0], found[1]] as Point, radius: found.distance };
    });
  return circles.reduce((best, next) => (next.radius > best.radius ? next : best), {
    center: [0, 0] as Point,
    radius: 0,
  });
}

/** Left, top, right, bottom of some points. */
export function boundsOf(points: Iterable<Point>): [number, number, number, number] {
  let bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    bounds = [Math.min(bounds[0], x), Math.min(bounds[1], y), Math.max(bounds[2], x), Math.max(bounds[3], y)];
  }
  return bounds;
}

const toWorld = (position: Position): Point => worldOf([position[0] ?? 0, position[1] ?? 0]);

function extent(ring: readonly Point[]): number {
  const [left, top, right, bottom] = boundsOf(ring);
  return Math.max(right - left, bottom - top) || 1;
}
