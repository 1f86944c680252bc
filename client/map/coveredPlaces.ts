import type { Map as MapLibre } from "maplibre-gl";
import type { Point } from "./mercator.ts";
import type { Box } from "./relax.ts";

/** About what "• Macerone" takes: a point on the left, letters to the right. */
const LETTER = 6.2;
const HEIGHT = 16;

/** True if the name of a place at this pixel would touch one of the boxes. */
export function isCovered(name: string, [x, y]: Point, boxes: readonly Box[]): boolean {
  const width = (name.length + 2) * LETTER;
  return boxes.some(
    (box) =>
      Math.abs(x + width / 2 - box.x) < (width + box.width) / 2 &&
      Math.abs(y - box.y) < (HEIGHT + box.height) / 2,
  );
}

/** Marks the places whose name a zone's label covers; MapLibre then leaves them out. */
export function coverPlaces(map: MapLibre, boxes: readonly Box[]): void {
  if (!map.getLayer("places")) return;
  for (const { geometry, properties } of map.querySourceFeatures("places")) {
    if (geometry.type !== "Point") continue;
    const name = String(properties["name"]);
    const { x, y } = map.project([geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]);
    const covered = isCovered(name, [x, y], boxes);
    if (map.getFeatureState({ source: "places", id: name })["covered"] !== covered) {
      map.setFeatureState({ source: "places", id: name }, { covered });
    }
  }
}
