import Flatbush from "flatbush";
import type { Position } from "geojson";
import inPolygon from "point-in-polygon-hao";
import type { Zone } from "../../domain/network.ts";

/** The id of the zone that holds a place (degrees WGS84), null out of the territory; a point on a border is in the first listed. */
export type ZoneFinder = (lon: number, lat: number) => string | null;

/** Points into zones: an index of boxes, then the exact outline. */
export function zoneFinder(zones: readonly Zone[]): ZoneFinder {
  const parts = zones.flatMap((zone) =>
    polygonsOf(zone).map((rings) => ({ id: zone.id, rings, box: boxOf(rings[0] ?? []) })),
  );
  if (parts.length === 0) throw new RangeError("zones: none");
  const index = new Flatbush(parts.length);
  for (const { box } of parts) index.add(box[0], box[1], box[2], box[3]);
  index.finish();
  return (lon, lat) => {
    const near = index.search(lon, lat, lon, lat).sort((a, b) => a - b);
    const hit = near.find((i) => inPolygon([lon, lat], parts[i]?.rings ?? []) !== false);
    return hit === undefined ? null : (parts[hit]?.id ?? null);
  };
}

function polygonsOf({ geometry }: Zone): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function boxOf(ring: Position[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = Number.NaN, y = Number.NaN] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
