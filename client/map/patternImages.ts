import type { Map as MapLibre } from "maplibre-gl";
import { dotsPattern, hatchPattern } from "./patterns.ts";
import { mapTokens, type Theme } from "./tokens.ts";

/** Patterns kept ready per zoom level: lines stay 7 px apart within one part in sixteen. */
const STEPS = 8;

const stepOf = (zoom: number) => Math.round((zoom - Math.floor(zoom)) * STEPS) % STEPS;

export function addPatternImages(map: MapLibre, theme: Theme): void {
  const { hatch, hatchGround, land } = mapTokens[theme];
  for (let step = 0; step < STEPS; step++) {
    const options = { ink: hatch, devicePixels: window.devicePixelRatio, zoomFraction: step / STEPS };
    const images = {
      hatch: hatchPattern({ ...options, ground: hatchGround }),
      dots: dotsPattern({ ...options, ground: land }),
    };
    for (const [name, { width, height, data, pixelRatio }] of Object.entries(images)) {
      const id = `${name}-${step}`;
      if (map.hasImage(id)) map.removeImage(id);
      map.addImage(id, { width, height, data }, { pixelRatio });
    }
  }
}

/** Chooses the patterns that look right at this zoom. MapLibre ignores a value that is already set. */
export function fitPatterns(map: MapLibre): void {
  const step = stepOf(map.getZoom());
  for (const name of ["hatch", "dots"])
    map.setPaintProperty(`zone-${name}`, "fill-pattern", `${name}-${step}`);
}
