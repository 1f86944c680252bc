import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { BUILDINGS_FROM } from "./basemap.ts";

/** Loads the buildings, the heaviest layer, once they can be seen. @returns true when they were asked for */
export function askForBuildings(
  map: MapLibre,
  { basemap, origin }: { basemap: readonly string[]; origin: string },
): boolean {
  if (!basemap.includes("buildings") || map.getZoom() < BUILDINGS_FROM) return false;
  void map.getSource<GeoJSONSource>("buildings")?.setData(`${origin}/basemap/buildings.geojson`);
  return true;
}
