import type { Point } from "./mercator.ts";
import type { Frame } from "./relax.ts";

/** The part of a ring inside a convex outline (clockwise on screen), by Sutherland and Hodgman. Empty when none. */
export function clip(ring: readonly Point[], outline: readonly Point[]): Point[] {
  let kept = [...ring];
  outline.forEach((from, i) => {
    const to = outline[(i + 1) % outline.length] ?? from;
    kept = cut(kept, from, to);
  });
  return kept;
}

function cut(ring: Point[], from: Point, to: Point): Point[] {
  const out: Point[] = [];
  const side = (p: Point) => (to[0] - from[0]) * (p[1] - from[1]) - (to[1] - from[1]) * (p[0] - from[0]);
  ring.forEach((point, i) => {
    const previous = ring[(i + ring.length - 1) % ring.length] ?? point;
    const now = side(point);
    const before = side(previous);
    if (now >= 0 !== before >= 0) {
      const t = before / (before - now);
      out.push([previous[0] + (point[0] - previous[0]) * t, previous[1] + (point[1] - previous[1]) * t]);
    }
    if (now >= 0) out.push(point);
  });
  return out;
}

/** A rectangle as an outline for `clip`. */
export const rectangle = ({ left, top, right, bottom }: Frame): Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

/** A circle as a 32-sided outline for `clip`. */
export const disc = ([x, y]: Point, radius: number): Point[] =>
  Array.from({ length: 32 }, (_, i): Point => {
    const angle = (i / 32) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
