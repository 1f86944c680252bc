import { badgeSprites, chipRows, type Sprite } from "./chipRows.ts";
import { clip, rectangle } from "./clip.ts";
import { type Point, screenOf, type View } from "./mercator.ts";
import { leaderEnd } from "./outsideLabels.ts";
import { paperBoxes } from "./paperBoxes.ts";
import { type Box, type Frame, relax } from "./relax.ts";
import type { ZoneMark } from "./ZoneMark.ts";
import { type Circle, widest, type ZoneShape } from "./zoneShapes.ts";

export type SpriteSize = { width: number; height: number; pad: number };
export type LabelSprite = Sprite | `name:${string}` | `muted:${string}`;
/** One sprite on screen, its top left corner in CSS pixels. */
export type Part = { sprite: LabelSprite; x: number; y: number; dimmed: boolean };
/** A zone's name with what stands under it; `box` is what a pointer can hit. */
export type Label = {
  zone: string;
  box: Box;
  parts: Part[];
  leader: [Point, Point] | null;
  /** It stands on the paper outside, tied to a point of its zone. */
  pinned?: boolean;
};

export type LabelScene = {
  shapes: readonly ZoneShape[];
  marks: ReadonlyMap<string, ZoneMark>;
  view: View;
  /** Where labels may stand: the window less the panels over it. */
  frame: Frame;
  /** A convex outline of what can be seen, when it is not the frame (the lens is round). */
  outline?: readonly Point[];
  /** Zones whose name alone is written, quietly; null = none. */
  muted?: ReadonlySet<string>;
  /** Zones not written here because they are written elsewhere (in the lens). */
  elsewhere?: ReadonlySet<string>;
  /** Zones too small to read are named on the paper outside. */
  paper?: boolean;
  /** Where those stand, as pixels from their zones, while the map moves; found anew when null. */
  kept?: ReadonlyMap<string, Point> | null;
  /** Things labels must not stand on. */
  obstacles?: readonly Box[];
  sizeOf: (sprite: LabelSprite) => SpriteSize;
};

const GAP = 3;
/** A word sits close under its name. */
const WORD_GAP = -2;
const LEADER_FROM = 34;
const ROOM_FOR_MUTED = 30;
/** A zone whose own label point is out of sight is named only if this much of it is in sight. */
const ROOM_FOR_MOVED = 24;

/** Where every name, chip and word of this view stands: near its zone, over nothing else. */
export function labels(scene: LabelScene): Label[] {
  const project = screenOf(scene.view);
  const drafts = scene.shapes.flatMap((shape) => {
    if (scene.elsewhere?.has(shape.id)) return [];
    const place = placeOf(shape, project, scene);
    return place ? [draft(shape, place, scene)] : [];
  });
  const outside = scene.paper ? paperBoxes(drafts, scene) : new Map<string, Box>();
  const near = drafts.filter(({ shape }) => !outside.has(shape.id));
  const fixed = [...(scene.obstacles ?? []), ...outside.values()].map((box) => ({ ...box, fixed: true }));
  const settled = relax([...fixed, ...near.map((item) => item.box)], scene.frame).slice(fixed.length);
  return [
    ...near.map((item, i) => finish(item, settled[i] ?? item.box)),
    ...drafts.flatMap((item) => {
      const box = outside.get(item.shape.id);
      return box ? [pinned(finish(item, box), project(item.shape.inscribed.center))] : [];
    }),
  ];
}

const pinned = (label: Label, from: Point): Label => ({
  ...label,
  leader: [from, leaderEnd({ ...label, from })],
  pinned: true,
});

type Draft = { shape: ZoneShape; box: Box; rows: LabelSprite[][]; scene: LabelScene };

/** The zone's own label point if it can be seen, else the roomiest point of the part that can; null = out of sight. */
function placeOf(shape: ZoneShape, project: (p: Point) => Point, scene: LabelScene): Point | null {
  const { frame, outline, muted } = scene;
  const anchor = project(shape.anchor);
  if (!outline && inside(anchor, frame)) return anchor;
  const seen = visible(shape, project, outline ?? rectangle(frame));
  if (muted?.has(shape.id)) return seen.radius >= ROOM_FOR_MUTED ? seen.center : null;
  return seen.radius >= (outline ? 2 : ROOM_FOR_MOVED) ? seen.center : null;
}

const visible = (shape: ZoneShape, project: (p: Point) => Point, outline: readonly Point[]): Circle =>
  widest(shape.polygons.map((rings) => rings.slice(0, 1).map((ring) => clip(ring.map(project), outline))));

const inside = ([x, y]: Point, frame: Frame) =>
  x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;

function draft(shape: ZoneShape, [x, y]: Point, scene: LabelScene): Draft {
  const muted = scene.muted?.has(shape.id) ?? false;
  const rows: LabelSprite[][] = muted
    ? [[`muted:${shape.id}`]]
    : markedRows(shape.id, scene.marks.get(shape.id));
  const sizes = rows.map((row) => rowSize(row, scene.sizeOf));
  const width = Math.max(...sizes.map((size) => size.width));
  const height = sizes.reduce((sum, size, i) => sum + size.height + (i > 0 ? gapOver(rows[i]) : 0), 0);
  return { shape, rows, scene, box: { x, y, width, height } };
}

const markedRows = (id: string, mark: ZoneMark | undefined): LabelSprite[][] => [
  [...(mark ? badgeSprites(mark) : []), `name:${id}`],
  ...chipRows(mark),
];

const gapOver = (row: readonly LabelSprite[] | undefined) =>
  /^(word|figure):/.test(row?.[0] ?? "") ? WORD_GAP : GAP;

/** A row's size without the halo its sprites carry around them. */
function rowSize(
  row: readonly LabelSprite[],
  sizeOf: LabelScene["sizeOf"],
): { width: number; height: number } {
  const sizes = row.map(sizeOf);
  return {
    width: sizes.reduce((sum, { width, pad }) => sum + width - 2 * pad + GAP, -GAP),
    height: Math.max(...sizes.map(({ height, pad }) => height - 2 * pad)),
  };
}

function finish({ shape, rows, scene, box: home }: Draft, box: Box): Label {
  const dimmed = scene.marks.get(shape.id)?.dimmed ?? false;
  let y = box.y - box.height / 2;
  const parts = rows.flatMap((row, i): Part[] => {
    const { width, height } = rowSize(row, scene.sizeOf);
    let x = box.x - width / 2;
    const top = y + (i > 0 ? gapOver(row) : 0);
    y = top + height;
    return row.map((sprite) => {
      const { width: wide, height: high, pad } = scene.sizeOf(sprite);
      const part = { sprite, x: x - pad, y: top + (height - high) / 2, dimmed };
      x += wide - 2 * pad + GAP;
      return part;
    });
  });
  const far = Math.hypot(box.x - home.x, box.y - home.y) > LEADER_FROM;
  return { zone: shape.id, box, parts, leader: far ? leader(home, box) : null };
}

/** From the zone to the nearest side of its displaced label; null when the label still covers the point. */
function leader(home: Box, box: Box): [Point, Point] | null {
  const x = Math.min(Math.max(home.x, box.x - box.width / 2), box.x + box.width / 2);
  const y = Math.min(Math.max(home.y, box.y - box.height / 2), box.y + box.height / 2);
  return Math.hypot(x - home.x, y - home.y) > 4
    ? [
        [home.x, home.y],
        [x, y],
      ]
    : null;
}
