import { type Point, screenOf, type View } from "./mercator.ts";
import { type Outside, outsideLabels } from "./outsideLabels.ts";
import { type Box, type Frame, relax } from "./relax.ts";
import type { ZoneShape } from "./zoneShapes.ts";

/** What is written in a zone: a figure, or quiet words that say why there is none; `chip` adds a service. */
export type PaneText = { value: string; quiet: boolean; chip?: "seen" | "rare" | "supposed" | undefined };
export type Inside = { zone: string; box: Box };

/** A zone in which a circle of this radius does not fit is written on the paper outside. */
const SMALL = 21;
const LINES = 34;
const CHIP = 22;
const MARGIN = 4;

/** Where names and figures of one map stand: in their zones, pushed apart, or outside with a leader line. */
export function paneLabels(
  shapes: readonly ZoneShape[],
  texts: ReadonlyMap<string, PaneText>,
  { view, obstacles }: { view: View; obstacles: readonly Box[] },
): { inside: Inside[]; outside: Outside[] } {
  const project = screenOf(view);
  const scale = 2 ** view.camera.zoom;
  const frame = {
    left: MARGIN,
    top: MARGIN,
    right: view.width - MARGIN,
    bottom: view.height - MARGIN,
  };
  const sizeOf = (shape: ZoneShape) => {
    const text = texts.get(shape.id);
    const width = Math.max(shape.name.length * 6.6, (text?.value.length ?? 0) * (text?.quiet ? 6.3 : 8.6));
    return { width: width + 4, height: LINES + (text?.chip ? CHIP : 0) };
  };
  const seen = shapes.filter((shape) => within(project(shape.anchor), frame));
  const isSmall = (shape: ZoneShape) => shape.inscribed.radius * scale < SMALL;
  const large = seen.filter((shape) => !isSmall(shape));
  const drafts = large.map((shape): Box => {
    const [x, y] = project(shape.anchor);
    return { x, y, ...sizeOf(shape) };
  });
  const fixed = obstacles.map((box) => ({ ...box, fixed: true }));
  const settled = relax([...fixed, ...drafts], frame).slice(fixed.length);
  const outside = outsideLabels(
    seen
      .filter(isSmall)
      .map((shape) => ({ zone: shape.id, from: project(shape.inscribed.center), ...sizeOf(shape) })),
    {
      polygons: shapes.flatMap(({ polygons }) => polygons.map(([outer = []]) => outer.map(project))),
      frame,
      obstacles: [...obstacles, ...settled],
    },
  );
  return { inside: large.map(({ id }, i) => ({ zone: id, box: settled[i] ?? frameBox(frame) })), outside };
}

const within = ([x, y]: Point, { left, top, right, bottom }: Frame) =>
  x >= left && x <= right && y >= top && y <= bottom;

const frameBox = ({ left, top }: Frame): Box => ({ x: left, y: top, width: 0, height: 0 });
