import type { Layer } from "@deck.gl/core";
import { LineLayer, ScatterplotLayer } from "@deck.gl/layers";
import { type Color, colorOf } from "./deckColor.ts";
import { type Lens, ringOf, tangents } from "./lens.ts";
import { lonLatOf, type Point, type View, worldAt } from "./mercator.ts";
import { mapTokens, type Theme } from "./tokens.ts";
import type { Circle } from "./zoneShapes.ts";

/** The ring around what the lens enlarges, and the two lines that tie it to the lens; nothing without a lens. */
export function tieLayers(lens: Lens | null, theme: Theme, view: View): Layer[] {
  if (!lens) return [];
  const ring = ringOf(lens, view);
  const toWorld = worldAt(view);
  const color = colorOf(mapTokens[theme].ink);
  const faint: Color = [color[0], color[1], color[2], 150];
  const end = (i: 0 | 1) => (line: [Point, Point]) => lonLatOf(toWorld(line[i]));
  return [
    new LineLayer<[Point, Point]>({
      id: "tie",
      data: tangents(ring, { center: lens.at, radius: lens.radius }),
      getSourcePosition: end(0),
      getTargetPosition: end(1),
      getColor: faint,
      getWidth: 0.9,
    }),
    new ScatterplotLayer<Circle>({
      id: "ring",
      data: [ring],
      getPosition: () => lonLatOf(lens.focus.center),
      getRadius: ring.radius,
      radiusUnits: "pixels",
      filled: false,
      stroked: true,
      getLineColor: color,
      getLineWidth: 1.6,
      lineWidthUnits: "pixels",
      antialiasing: true,
    }),
  ];
}
