import type { MultiPolygon, Polygon, Position } from "geojson";

/**
 * The box around polygons: [west, south, east, north] in degrees WGS84.
 * @throws RangeError when there is no polygon
 */
export function bounds(geometries: readonly (Polygon | MultiPolygon)[]): [number, number, number, number] {
  const points = geometries.flatMap(outline);
  if (points.length === 0) throw new RangeError("bounds of no polygon");
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of points) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

const outline = (geometry: Polygon | MultiPolygon): Position[] =>
  geometry.type === "Polygon"
    ? (geometry.coordinates[0] ?? [])
    : geometry.coordinates.flatMap((polygon) => polygon[0] ?? []);
