import type { Layer } from "@deck.gl/core";
import { PathLayer } from "@deck.gl/layers";
import { type Color, colorOf } from "./deckColor.ts";
import { lonLatOf, type Point } from "./mercator.ts";
import type { Outline } from "./Outline.ts";
import { dashes, outsideLines } from "./outsideLine.ts";
import { mapTokens, type Theme } from "./tokens.ts";
import { unionRings } from "./unionRings.ts";
import type { ZoneShape } from "./zoneShapes.ts";

/** Pixels; round ends are part of a dash's width. */
const LINES = {
  solid: { width: 4, on: 0, off: 0 },
  dashed: { width: 3, on: 7, off: 7 },
  dotted: { width: 3.2, on: 0.6, off: 6 },
} as const;
const HALO = 1.5;
/** From one line to the next where the same zone is in several. */
const APART = 6.5;
const ORDER = { quiet: 0, plain: 1, chosen: 2 };

type Stroke = { path: Point[]; width: number; color: Color };

/** Lines outside the unions of zones, ink on a halo; the chosen one on top. `zoom` is that of the camera. */
export function outlineLayer(
  outlines: readonly Outline[],
  shapes: readonly ZoneShape[],
  { theme, zoom }: { theme: Theme; zoom: number },
): Layer {
  const scale = 2 ** zoom;
  const places = nesting(outlines);
  const data = outlines
    .map((outline, i) => ({ outline, place: places[i] ?? 0 }))
    .toSorted((a, b) => ORDER[a.outline.standing] - ORDER[b.outline.standing])
    .flatMap(({ outline, place }) => {
      const rings = unionRings(
        shapes.filter(({ id }) => outline.zones.includes(id)).flatMap(({ polygons }) => polygons),
      ).map((ring) => ring.map(([x, y]): Point => [x * scale, y * scale]));
      return strokes(outline, rings, { place, theme });
    });
  return new PathLayer<Stroke>({
    id: "outlines",
    data,
    getPath: ({ path }) => path.map(([x, y]) => lonLatOf([x / scale, y / scale])),
    getWidth: ({ width }) => width,
    getColor: ({ color }) => color,
    widthUnits: "pixels",
    jointRounded: true,
    capRounded: true,
  });
}

function strokes(
  { line, standing }: Outline,
  rings: Point[][],
  { place, theme }: { place: number; theme: Theme },
): Stroke[] {
  const { ink, ink3, halo } = mapTokens[theme];
  const { width: usual, on, off } = LINES[line];
  const width = usual + (standing === "chosen" ? 1 : 0);
  const around = outsideLines(rings, HALO + usual / 2 + place * APART);
  const pieces = on > 0 ? around.flatMap((path) => dashes(path, { on, off })) : around;
  const color = colorOf(standing === "quiet" ? ink3 : ink);
  return [
    ...around.map((path) => ({ path, width: width + 2 * HALO, color: colorOf(halo) })),
    ...pieces.map((path) => ({ path, width, color })),
  ];
}

/** How many lines each must go around: none that shares a zone with another is drawn on it. */
export function nesting(outlines: readonly Pick<Outline, "zones">[]): number[] {
  const places: number[] = [];
  outlines.forEach(({ zones }, i) => {
    const taken = new Set(
      places.filter((_, other) => outlines[other]?.zones.some((zone) => zones.includes(zone))),
    );
    let place = 0;
    while (taken.has(place)) place += 1;
    places[i] = place;
  });
  return places;
}
