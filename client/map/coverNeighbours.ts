import type { Map as MapLibre } from "maplibre-gl";
import type { Box } from "./relax.ts";

const LAYER = "neighbour-names";
/** Pixels kept free around what the map writes. */
const CLEAR = 3;

/** Hides the names of places outside that stand under what the map writes on the paper. For a map at rest: it asks what was painted. */
export function coverNeighbours(map: MapLibre, boxes: readonly Box[]): void {
  if (!map.getLayer(LAYER)) return;
  const named = (under?: [[number, number], [number, number]]) =>
    map
      .queryRenderedFeatures(under, { layers: [LAYER] })
      .flatMap(({ id }) => (typeof id === "string" ? [id] : []));
  const covered = new Set(
    boxes.flatMap(({ x, y, width, height }) => {
      const [across, down] = [width / 2 + CLEAR, height / 2 + CLEAR];
      return named([
        [x - across, y - down],
        [x + across, y + down],
      ]);
    }),
  );
  for (const id of new Set(named())) {
    const feature = { source: LAYER, id };
    if (map.getFeatureState(feature)["covered"] !== covered.has(id))
      map.setFeatureState(feature, { covered: covered.has(id) });
  }
}
