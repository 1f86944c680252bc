import type { Map as MapLibre } from "maplibre-gl";
import { hatchPattern } from "./hatch.ts";
import { mapTokens, type Theme } from "./tokens.ts";

/** Patterns kept ready per zoom level: lines stay 7 px apart within one part in sixteen. */
const STEPS = 8;

const stepOf = (zoom: number) => Math.round((zoom - Math.floor(zoom)) * STEPS) % STEPS;

export function addHatchImages(map: MapLibre, theme: Theme): void {
  const { hatch, hatchGround } = mapTokens[theme];
  for (let step = 0; step < STEPS; step++) {
    const { width, height, data, pixelRatio } = hatchPattern({
      line: hatch,
      ground: hatchGround,
      devicePixels: window.devicePixelRatio,
      zoomFraction: step / STEPS,
    });
    const id = `hatch-${step}`;
    if (map.hasImage(id)) map.removeImage(id);
    map.addImage(id, { width, height, data }, { pixelRatio });
  }
}

/** Chooses the pattern that looks right at this zoom. MapLibre ignores a value that is already set. */
export function fitHatch(map: MapLibre): void {
  map.setPaintProperty("zone-hatch", "fill-pattern", `hatch-${stepOf(map.getZoom())}`);
}
