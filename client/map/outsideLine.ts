import type { Point } from "./mercator.ts";

/** Pixels between points of a line near its corners, where it may have to give way; and how far from them that is. */
const STEP = 3;
const NEAR = 24;
/** How much nearer than asked a point may lie. */
const SLACK = 0.3;
const ARC = Math.PI / 8;

/**
 * Closed lines at a distance outside rings (as `unionRings` gives them, in pixels): round at corners that stand out,
 * cut short where the rings bend in. A hole too narrow for it has none.
 */
export function outsideLines(rings: readonly (readonly Point[])[], distance: number): Point[][] {
  const edges = rings.flatMap((ring) => ring.map((_, i) => side(ring, i)));
  return rings
    .map((ring) =>
      ring.flatMap((_, i) => {
        const points = [...alongSide(ring, i, distance), ...round(ring, i, distance)];
        const near = reaching(edges, points, distance);
        return points.filter((point) => near.every((edge) => toSide(point, edge) >= distance - SLACK));
      }),
    )
    .filter((line) => line.length > 2)
    .map((line) => [...line, ...line.slice(0, 1)]);
}

/** A closed line in pieces of equal length, as many as fit: `on` drawn, `off` left out. */
export function dashes(line: readonly Point[], { on, off }: { on: number; off: number }): Point[][] {
  const ends: number[] = [];
  line.slice(1).forEach((to, i) => void ends.push((ends[i - 1] ?? 0) + apart(line[i] ?? to, to)));
  const total = ends.at(-1) ?? 0;
  const count = Math.max(1, Math.round(total / (on + off)));
  const period = total / count;
  const at = (i: number, where: number): Point => {
    const [a, b]: [Point, Point] = [line[i] ?? [0, 0], line[i + 1] ?? [0, 0]];
    const before = ends[i - 1] ?? 0;
    return between(a, b, (where - before) / ((ends[i] ?? total) - before || 1));
  };
  let i = 0;
  return Array.from({ length: count }, (_, n) => {
    const start = n * period;
    const end = start + (period * on) / (on + off);
    while ((ends[i] ?? total) < start) i += 1;
    let last = i;
    while ((ends[last] ?? total) < end) last += 1;
    return [at(i, start), ...line.slice(i + 1, last + 1), at(last, end)];
  });
}

type Side = { from: Point; to: Point; length: number; normal: Point };

function side(ring: readonly Point[], i: number): Side {
  const from = ring.at(i % ring.length) ?? [0, 0];
  const to = ring.at((i + 1) % ring.length) ?? [0, 0];
  const length = apart(from, to) || 1;
  // The left hand, on a screen whose y goes down.
  const normal: Point = [(to[1] - from[1]) / length, (from[0] - to[0]) / length];
  return { from, to, length, normal };
}

const moved = ([x, y]: Point, [nx, ny]: Point, distance: number): Point => [
  x + nx * distance,
  y + ny * distance,
];

function alongSide(ring: readonly Point[], i: number, distance: number): Point[] {
  const { from, to, length, normal } = side(ring, i);
  const near = Math.min(NEAR, length / 2);
  const steps = Math.ceil(near / STEP);
  const first = Array.from({ length: steps + 1 }, (_, step) => (near * step) / steps);
  const places = [...first, ...first.toReversed().map((place) => length - place)];
  return places.map((place) => moved(between(from, to, place / length), normal, distance));
}

/** Around the end of a side, where the ring turns right. */
function round(ring: readonly Point[], i: number, distance: number): Point[] {
  const [a, b] = [side(ring, i), side(ring, i + 1)];
  const angle = Math.atan2(
    a.normal[0] * b.normal[1] - a.normal[1] * b.normal[0],
    a.normal[0] * b.normal[0] + a.normal[1] * b.normal[1],
  );
  if (angle <= 0) return [];
  const start = Math.atan2(a.normal[1], a.normal[0]);
  const steps = Math.ceil(angle / ARC);
  return Array.from({ length: steps - 1 }, (_, step): Point => {
    const at = start + (angle * (step + 1)) / steps;
    return moved(a.to, [Math.cos(at), Math.sin(at)], distance);
  });
}

/** The sides that could lie within a distance of some points. */
function reaching(edges: readonly Side[], points: readonly Point[], distance: number): Side[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs) - distance, Math.max(...xs) + distance];
  const [top, bottom] = [Math.min(...ys) - distance, Math.max(...ys) + distance];
  return edges.filter(
    ({ from, to }) =>
      Math.max(from[0], to[0]) >= left &&
      Math.min(from[0], to[0]) <= right &&
      Math.max(from[1], to[1]) >= top &&
      Math.min(from[1], to[1]) <= bottom,
  );
}

function toSide(point: Point, { from, to }: Side): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy || 1);
  return apart(point, between(from, to, Math.min(1, Math.max(0, along))));
}

const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];

const apart = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
