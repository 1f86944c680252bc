import type { MultiPolygon, Polygon, Position } from "geojson";
import polylabel from "polylabel";

/** The same shape with outer rings counter-clockwise and holes clockwise (RFC 7946), in two dimensions. */
export function normalised<G extends Polygon | MultiPolygon>(geometry: G): G {
  if (geometry.type === "Polygon") return { ...geometry, coordinates: wound(geometry.coordinates) };
  return { ...geometry, coordinates: geometry.coordinates.map(wound) };
}

/** The place for a name: the point of the largest part that is farthest from its outline, [lon, lat]. */
export function labelPlace(geometry: Polygon | MultiPolygon): [number, number] {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const largest = parts.reduce((best, part) => (outerArea(part) > outerArea(best) ? part : best));
  const squash = Math.cos(((largest[0]?.[0]?.[1] ?? 0) * Math.PI) / 180);
  const flat = largest.map((ring) => ring.map(([lon = 0, lat = 0]): [number, number] => [lon * squash, lat]));
  const [x, y] = polylabel(flat, 1e-5);
  return [Number((x / squash).toFixed(5)), Number(y.toFixed(5))];
}

/** Signed area of a closed ring in square degrees, positive when counter-clockwise. */
export function ringArea(ring: readonly Position[]): number {
  const [originLon = 0, originLat = 0] = ring[0] ?? [];
  let sum = 0;
  for (const [i, [lon = 0, lat = 0]] of ring.entries()) {
    const [nextLon = lon, nextLat = lat] = ring[i + 1] ?? [];
    sum += (lon - originLon) * (nextLat - originLat) - (nextLon - originLon) * (lat - originLat);
  }
  return sum / 2;
}

function outerArea(part: Position[][]): number {
  return Math.abs(ringArea(part[0] ?? []));
}

function wound(rings: Position[][]): Position[][] {
  return rings.map((ring, i) => {
    const flat = ring.map(([lon = 0, lat = 0]) => [lon, lat]);
    return ringArea(ring) > 0 === (i === 0) ? flat : flat.reverse();
  });
}
