import type { Point } from "./mercator.ts";
import type { Box, Frame } from "./relax.ts";

/** A label that stands on the paper outside the zones, and the zone's point its leader line comes from. */
export type Outside = { zone: string; from: Point; box: Box };

type Wanted = { zone: string; from: Point; width: number; height: number };
type Paper = {
  polygons: readonly (readonly Point[])[];
  frame: Frame;
  obstacles: readonly Box[];
  /** What leader lines should go around where they can. */
  avoid?: readonly Box[];
};

const STEP = 4;
const CLEAR = 6;
/** How much farther a label may stand so that its line crosses one thing less, pixels. */
const DETOUR = 160;

/**
 * The nearest place on bare paper for each label, in the order given: over no zone, obstacle or label before it. A label
 * for which there is no room is left out (its zone's row in the table still says it).
 */
export function outsideLabels(
  wanted: readonly Wanted[],
  { polygons, frame, obstacles, avoid = [] }: Paper,
): Outside[] {
  const land = occupied(polygons, frame);
  const placed: Outside[] = [];
  for (const { zone, from, width, height } of wanted) {
    const taken = [...obstacles, ...placed.map(({ box }) => box)];
    const isFree = (box: Box) => !taken.some((other) => overlap(box, other)) && !land(box);
    const box = cheapest(from, placesIn(frame, { width, height }), { isFree, avoid });
    if (box) placed.push({ zone, from, box });
  }
  return placed;
}

type Rules = { isFree: (box: Box) => boolean; avoid: readonly Box[] };

/** The free place that is nearest, counting as farther one whose line crosses what it should not. */
function cheapest(from: Point, places: readonly Box[], { isFree, avoid }: Rules): Box | null {
  const far = (box: Box) => Math.hypot((box.x - from[0]) * 0.8, (box.y - from[1]) * 1.25);
  const crossed = (box: Box) => {
    const line: [Point, Point] = [from, leaderEnd({ from, box })];
    return avoid.filter((other) => crosses(line, other)).length;
  };
  let best: { box: Box; cost: number } | null = null;
  for (const { box, least } of places
    .map((box) => ({ box, least: far(box) }))
    .sort((a, b) => a.least - b.least)) {
    // Those that follow are farther, and so no better.
    if (best && least >= best.cost) break;
    const cost = least + DETOUR * crossed(box);
    if (cost < (best?.cost ?? Infinity) && isFree(box)) best = { box, cost };
  }
  return best?.box ?? null;
}

/** From a zone's point to the nearest side of its label. */
export function leaderEnd({ from, box }: Pick<Outside, "from" | "box">): Point {
  const within = (value: number, middle: number, size: number) =>
    Math.min(Math.max(value, middle - size / 2), middle + size / 2);
  return [within(from[0], box.x, box.width), within(from[1], box.y, box.height)];
}

function placesIn(frame: Frame, { width, height }: { width: number; height: number }): Box[] {
  const [left, top] = [frame.left + width / 2, frame.top + height / 2];
  const columns = Math.max(0, Math.floor((frame.right - width / 2 - left) / STEP) + 1);
  const rows = Math.max(0, Math.floor((frame.bottom - height / 2 - top) / STEP) + 1);
  return Array.from({ length: columns * rows }, (_, i) => ({
    x: left + (i % columns) * STEP,
    y: top + Math.floor(i / columns) * STEP,
    width,
    height,
  }));
}

/** Whether a line goes through a box, by how much of it lies between the box's sides. */
function crosses([[x1, y1], [x2, y2]]: [Point, Point], { x, y, width, height }: Box): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const span = (from: number, by: number, [low, high]: [number, number]): [number, number] => {
    if (Math.abs(by) < 1e-9) return low < from && from < high ? [0, 1] : [1, 0];
    const ends = [(low - from) / by, (high - from) / by];
    return [Math.min(...ends), Math.max(...ends)];
  };
  const across = span(x1, dx, [x - width / 2, x + width / 2]);
  const down = span(y1, dy, [y - height / 2, y + height / 2]);
  return Math.max(0, across[0], down[0]) < Math.min(1, across[1], down[1]);
}

const overlap = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + CLEAR &&
  Math.abs(a.y - b.y) < (a.height + b.height) / 2 + CLEAR;

/** Whether a box touches land, by lines drawn across the polygons every few pixels. */
function occupied(polygons: Paper["polygons"], { top, bottom }: Frame): (box: Box) => boolean {
  const rows = Math.max(0, Math.ceil((bottom - top) / STEP) + 1);
  const spans = Array.from({ length: rows }, (_, row) =>
    polygons.flatMap((ring) => spansAt(ring, top + row * STEP)),
  );
  return ({ x, y, width, height }) => {
    const [left, right] = [x - width / 2 - CLEAR, x + width / 2 + CLEAR];
    const first = Math.max(0, Math.floor((y - height / 2 - CLEAR - top) / STEP));
    const last = Math.ceil((y + height / 2 + CLEAR - top) / STEP);
    return spans.slice(first, last + 1).some((row) => row.some(([from, to]) => from < right && to > left));
  };
}

function spansAt(ring: readonly Point[], y: number): [number, number][] {
  const cuts = ring.flatMap(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
  });
  cuts.sort((a, b) => a - b);
  return Array.from({ length: Math.floor(cuts.length / 2) }, (_, i) => [
    cuts[2 * i] ?? 0,
    cuts[2 * i + 1] ?? 0,
  ]);
}
