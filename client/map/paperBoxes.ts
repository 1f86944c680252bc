import { SMALL } from "./lens.ts";
import { type Point, screenOf, type View } from "./mercator.ts";
import { outsideLabels } from "./outsideLabels.ts";
import type { Box, Frame } from "./relax.ts";
import type { ZoneShape } from "./zoneShapes.ts";

type Draft = { shape: ZoneShape; box: Box };
type Scene = {
  shapes: readonly ZoneShape[];
  view: View;
  frame: Frame;
  obstacles?: readonly Box[];
  /** Where they stood, as pixels from their zones; found anew when null. */
  kept?: ReadonlyMap<string, Point> | null;
};

/** More lines than these over the map would hide it, and a longer one is hard to follow. */
const MOST = 4;
const FAR = 320;
const PIN = 28;

/** The place on the paper outside for the labels of zones too small to read, smallest zones first; where there is room. */
export function paperBoxes(drafts: readonly Draft[], scene: Scene): Map<string, Box> {
  const { shapes, view, frame, obstacles = [], kept } = scene;
  const project = screenOf(view);
  const scale = 2 ** view.camera.zoom;
  const small = drafts
    .filter(({ shape }) => shape.inscribed.radius * scale < SMALL)
    .toSorted((a, b) => a.shape.inscribed.radius - b.shape.inscribed.radius)
    .slice(0, MOST)
    .map(({ shape, box }) => ({ zone: shape.id, from: project(shape.inscribed.center), ...sizeOf(box) }));
  if (kept) {
    const still = small.flatMap(({ zone, from: [x, y], ...size }): [string, Box][] => {
      const offset = kept.get(zone);
      return offset ? [[zone, { ...size, x: x + offset[0], y: y + offset[1] }]] : [];
    });
    return new Map(still);
  }
  const names = new Set(small.map(({ zone }) => zone));
  const others = drafts.filter(({ shape }) => !names.has(shape.id)).map(({ box }) => box);
  const found = outsideLabels(small, {
    polygons: shapes.flatMap(({ polygons }) => polygons.map(([outer = []]) => outer.map(project))),
    frame,
    obstacles: [...obstacles, ...others],
    // A line that touches the point of another would seem to be of both.
    avoid: [...others, ...small.map(({ from: [x, y] }) => ({ x, y, width: PIN, height: PIN }))],
  });
  return new Map(
    found
      .filter(({ from: [x, y], box }) => Math.hypot(box.x - x, box.y - y) < FAR)
      .map(({ zone, box }) => [zone, box]),
  );
}

const sizeOf = ({ width, height }: Box) => ({ width, height });
