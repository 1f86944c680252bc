import {
  type Camera,
  lonLatOf,
  type Padding,
  type Point,
  type Size,
  screenOf,
  type View,
} from "./mercator.ts";
import { boundsOf, type Circle, type ZoneShape } from "./zoneShapes.ts";

/** A zone whose inscribed circle is smaller than this is too small to read. */
export const SMALL = 28;
const LEAST = 2;
const MOST = 3;
/** A smaller one hides more names than it shows. */
const LEAST_RADIUS = 100;
const EDGE = 14;
/** Room a small zone takes beyond its middle, pixels. */
const ZONE = 20;

/** What a lens magnifies: a circle of the world (in world units) and the zones written in it. */
export type Focus = Circle & { zones: string[] };
/** A lens on screen: the round view, and how many times it enlarges. */
export type Lens = { focus: Focus; at: Point; radius: number; times: number };

/** The zones too small to read at this zoom, smallest first. */
export const smallZones = (shapes: readonly ZoneShape[], zoom: number): ZoneShape[] =>
  shapes
    .filter((shape) => shape.inscribed.radius * 2 ** zoom < SMALL)
    .toSorted((a, b) => a.inscribed.radius - b.inscribed.radius);

/**
 * The circle that holds most of the small zones within `reach` (world units), around their middle; null when none is small.
 * Where two circles hold as many, the one around the smaller zone wins.
 */
export function focusOf(small: readonly ZoneShape[], reach: number): Focus | null {
  let best: ZoneShape[] = [];
  for (const seed of small) {
    const near = small.filter((shape) => distance(seed.inscribed.center, shape.inscribed.center) <= reach);
    if (near.length > best.length) best = near;
  }
  if (best.length === 0) return null;
  const [left, top, right, bottom] = boundsOf(best.map((shape) => shape.inscribed.center));
  const center: Point = [(left + right) / 2, (top + bottom) / 2];
  const radius = Math.max(
    ...best.map(({ inscribed }) => distance(center, inscribed.center) + inscribed.radius * 1.25),
  );
  return { center, radius, zones: best.map((shape) => shape.id) };
}

/** A lens for the fitted view, in its emptiest corner; null when every zone can be read, or there is no room. */
export function planLens(shapes: readonly ZoneShape[], view: View, padding: Padding): Lens | null {
  const scale = 2 ** view.camera.zoom;
  const room = Math.min(
    view.width - padding.left - padding.right,
    view.height - padding.top - padding.bottom,
  );
  const radius = Math.min(150, room * 0.24);
  if (radius < LEAST_RADIUS) return null;
  const focus = focusOf(smallZones(shapes, view.camera.zoom), (radius / LEAST - ZONE) / scale);
  if (!focus) return null;
  const times = Math.min(MOST, Math.max(LEAST, radius / (focus.radius * scale)));
  const at = emptiest(corners(view, padding, radius), shapes, { view, radius, focus });
  return at && { focus: { ...focus, radius: radius / times / scale }, at, radius, times };
}

/** Camera of the small map in the lens. */
export const lensCamera = (lens: Lens, main: Camera): Camera => ({
  center: lonLatOf(lens.focus.center),
  zoom: main.zoom + Math.log2(lens.times),
});

/** The ring on the main map that the lens enlarges, in pixels of this view. */
export const ringOf = (lens: Lens, view: View): Circle => ({
  center: screenOf(view)(lens.focus.center),
  radius: lens.focus.radius * 2 ** view.camera.zoom,
});

/** The two outer tangents of two circles, each from the first to the second. */
export function tangents(a: Circle, b: Circle): [Point, Point][] {
  const dx = b.center[0] - a.center[0];
  const dy = b.center[1] - a.center[1];
  const apart = Math.hypot(dx, dy);
  if (apart <= Math.abs(a.radius - b.radius)) return [];
  const along = Math.atan2(dy, dx);
  const turn = Math.acos((a.radius - b.radius) / apart);
  return [along + turn, along - turn].map((angle) => [touch(a, angle), touch(b, angle)]);
}

const touch = ({ center, radius }: Circle, angle: number): Point => [
  center[0] + radius * Math.cos(angle),
  center[1] + radius * Math.sin(angle),
];

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Bottom corners first: the top is where the frame puts its buttons. */
function corners(size: Size, padding: Padding, radius: number): Point[] {
  const left = padding.left + EDGE + radius;
  const right = size.width - padding.right - EDGE - radius;
  const top = padding.top + EDGE + radius;
  const bottom = size.height - padding.bottom - EDGE - radius;
  return [
    [right, bottom],
    [left, bottom],
    [left, top],
    [right, top],
  ];
}

type Scene = { view: View; radius: number; focus: Focus };

/** The corner whose disc lies over the fewest labels and the least land, and not over the ring. */
function emptiest(
  places: Point[],
  shapes: readonly ZoneShape[],
  { view, radius, focus }: Scene,
): Point | null {
  const project = screenOf(view);
  const ring = project(focus.center);
  const inRing = focus.radius * 2 ** view.camera.zoom;
  const named = shapes
    .filter((shape) => !focus.zones.includes(shape.id))
    .map((shape) => project(shape.anchor));
  const points = shapes.flatMap((shape) => shape.polygons.flatMap((rings) => (rings[0] ?? []).map(project)));
  const cost = (place: Point) =>
    named.filter((point) => distance(point, place) < radius + 24).length * 1000 +
    points.filter((point) => distance(point, place) < radius).length;
  const free = places.filter((place) => distance(place, ring) > radius + inRing);
  return free.toSorted((a, b) => cost(a) - cost(b))[0] ?? null;
}
