import Flatbush from "flatbush";
import type { Position } from "geojson";
import inPolygon from "point-in-polygon-hao";
import { bounds } from "../../domain/bounds.ts";
import type { Zone } from "../../domain/network.ts";

/**
 * The id of the zone that holds a place (degrees WGS84), null out of the territory; a zone comes before the larger one
 * it lies in, and a point on a border is in the first listed.
 */
export type ZoneFinder = (lon: number, lat: number) => string | null;

/** Points into zones: an index of boxes, then the exact outline. */
export function zoneFinder(zones: readonly Zone[]): ZoneFinder {
  const innerFirst = zones.toSorted((a, b) => Number(a.parent === null) - Number(b.parent === null));
  const parts = innerFirst.flatMap((zone) => polygonsOf(zone).map((rings) => ({ id: zone.id, rings })));
  if (parts.length === 0) throw new RangeError("zones: none");
  const index = new Flatbush(parts.length);
  for (const { rings } of parts) index.add(...bounds([{ type: "Polygon", coordinates: rings }]));
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
