import { disc } from "./clip.ts";
import type { Home } from "./home.ts";
import { type Lens, ringOf } from "./lens.ts";
import type { MapScene } from "./MarksOverlay.ts";
import type { Padding, Size, View } from "./mercator.ts";
import type { Box } from "./relax.ts";

const PILL = { width: 150, height: 32 };
/** Height of the attribution, which has no line of its own on a phone. */
const PHONE_CREDITS = 24;
const EDGE = 14;
const GAP = 8;
/** The lens belongs to the fitted view: further in or out it would say what the map says already. */
const NEAR_HOME = 0.3;

/** The lens to draw now, or null: it goes away when the map is moved or zoomed so that the lens no longer helps. */
export function lensNow(home: Home | null, view: View | null, padding: Padding): Lens | null {
  const lens = home?.lens;
  if (!lens || !view || Math.abs(view.camera.zoom - home.camera.zoom) > NEAR_HOME) return null;
  const { center, radius } = ringOf(lens, view);
  const apart = Math.hypot(center[0] - lens.at[0], center[1] - lens.at[1]) > radius + lens.radius;
  const inside =
    center[0] > padding.left &&
    center[0] < view.width - padding.right &&
    center[1] > 0 &&
    center[1] < view.height;
  return apart && inside ? lens : null;
}

type Main = Pick<MapScene, "shapes" | "marks" | "atlas" | "pointed" | "outlines" | "paper"> & {
  size: Size;
  padding: Padding;
  /** What the page puts into the top right corner. */
  taken: Size;
  lens: Lens | null;
  phone: boolean;
};

/** What the large map writes: every zone, less those the lens writes, clear of panels, buttons and lens. */
export function mainScene({ size, padding, taken, lens, phone, ...scene }: Main): MapScene {
  const right = size.width - padding.right;
  const credits = phone ? PHONE_CREDITS : 6;
  return {
    ...scene,
    frame: {
      left: padding.left + 6,
      top: padding.top + 6,
      right: right - 6,
      bottom: size.height - padding.bottom - credits,
    },
    elsewhere: new Set(lens?.focus.zones),
    lens,
    obstacles: [...corners({ size, padding, taken, phone, lens }), ...(lens ? discOf(lens) : [])],
  };
}

/** Where the map's own buttons begin, under what the page put there. */
export const buttonsTop = ({ height }: Size): number => EDGE + height + GAP;

type Corners = Pick<Main, "size" | "padding" | "taken" | "phone" | "lens">;

/** What the page put in the corner, the buttons, and the scale bar where no lens pushes it aside, as map.css places them. */
function corners({ size, padding, taken, phone, lens }: Corners): Box[] {
  const { left, right, top } = padding;
  const buttons = phone ? { width: 44, height: 44 } : { width: 36, height: 110 };
  const edge = size.width - right - EDGE;
  const scale: Box = phone
    ? { x: left + 62, y: top + 24, width: 110, height: 36 }
    : { x: size.width - right - 50, y: size.height - padding.bottom - 24, width: 96, height: 32 };
  return [
    { x: edge - taken.width / 2, y: EDGE + taken.height / 2, ...taken },
    { x: edge - buttons.width / 2, y: buttonsTop(taken) + buttons.height / 2, ...buttons },
    ...(phone || !lens ? [scale] : []),
  ];
}

/** What the lens writes: its zones in full, the names of their neighbours quietly. */
export function lensScene(scene: MapScene, { focus, radius }: Lens): MapScene {
  const inset = radius * 0.16;
  return {
    ...scene,
    frame: { left: inset, top: inset, right: 2 * radius - inset, bottom: 2 * radius - inset },
    outline: disc([radius, radius], radius - 10),
    muted: new Set(scene.shapes.map((shape) => shape.id).filter((zone) => !focus.zones.includes(zone))),
    elsewhere: new Set(),
    lens: null,
    obstacles: [{ x: radius, y: 2 * radius, ...PILL }],
  };
}

/** A round thing as boxes that together cover it and little more. */
const discOf = ({ at: [x, y], radius }: Lens): Box[] =>
  [
    [2, 0.9],
    [1.6, 1.6],
    [0.9, 2],
  ].map(([wide = 0, high = 0]) => ({ x, y, width: wide * radius, height: high * radius }));
