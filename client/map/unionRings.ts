import type { Point } from "./mercator.ts";

type Edge = { from: Point; to: Point };

/**
 * The rings around the union of polygons that share borders, each a closed walk without its last point. Outer rings run
 * clockwise on screen and holes the other way, so that the outside is always on the left hand. A border drawn with
 * other points on its two sides is not recognised as shared.
 */
export function unionRings(polygons: readonly (readonly (readonly Point[])[])[]): Point[][] {
  const edges = new Map<string, Edge>();
  for (const rings of polygons) rings.forEach((ring, i) => void addRing(edges, turned(ring, i === 0)));
  const from = new Map<string, Edge[]>();
  for (const edge of edges.values())
    from.set(keyOf(edge.from), [...(from.get(keyOf(edge.from)) ?? []), edge]);
  const rings: Point[][] = [];
  for (const edge of edges.values()) {
    const ring = walk(edge, from);
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}

/** A millionth of a degree is about a tenth of a metre. */
const keyOf = ([x, y]: Point) => `${x.toFixed(6)},${y.toFixed(6)}`;

/** An edge met in both directions is inside the union: neither side stays. */
function addRing(edges: Map<string, Edge>, ring: readonly Point[]): void {
  ring.forEach((from, i) => {
    const to = ring[(i + 1) % ring.length] ?? from;
    const [a, b] = [keyOf(from), keyOf(to)];
    if (a !== b && !edges.delete(`${b} ${a}`)) edges.set(`${a} ${b}`, { from, to });
  });
}

function turned(ring: readonly Point[], clockwise: boolean): readonly Point[] {
  const area = ring.reduce((sum, [x, y], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * y2 - x2 * y;
  }, 0);
  return area > 0 === clockwise ? ring : ring.toReversed();
}

/** From edge to edge until the walk is back where it began; edges walked are used up. */
function walk(start: Edge, from: Map<string, Edge[]>): Point[] {
  const ring: Point[] = [];
  let edge: Edge | undefined = take(from, start, start);
  while (edge) {
    ring.push(edge.from);
    edge = take(from, edge, null);
  }
  return ring;
}

/** The edge asked for, or the sharpest turn to the right after it, so that zones that only touch stay apart. */
function take(from: Map<string, Edge[]>, edge: Edge, wanted: Edge | null): Edge | undefined {
  const key = keyOf(wanted ? edge.from : edge.to);
  const here = from.get(key) ?? [];
  const next = wanted
    ? here.find((one) => one === wanted)
    : here.toSorted((a, b) => turn(edge, b) - turn(edge, a))[0];
  from.set(
    key,
    here.filter((one) => one !== next),
  );
  return next;
}

/** The angle from one edge to the next, positive to the right on screen. */
function turn(a: Edge, b: Edge): number {
  const [ax, ay] = [a.to[0] - a.from[0], a.to[1] - a.from[1]];
  const [bx, by] = [b.to[0] - b.from[0], b.to[1] - b.from[1]];
  return Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
}
