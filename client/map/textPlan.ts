import type { BadgeFace } from "./chipRows.ts";
import type { LabelSprite, SpriteSize } from "./labels.ts";
import { mapTokens, type Theme } from "./tokens.ts";

export type Draw = (context: CanvasRenderingContext2D) => void;
/** One sprite of the atlas: how large, and how to draw it at the origin. */
export type Plan = { sprite: LabelSprite; size: SpriteSize; draw: Draw };

export const FACE = "'Titillium Web', 'Noto Sans', sans-serif";

type TextOptions = { sprite: LabelSprite; value: string; font: string; color: string; halo: string };
const HALO = 3;

/** Words with a halo around them. */
export function textPlan(
  context: CanvasRenderingContext2D,
  { sprite, value, font, color, halo }: TextOptions,
): Plan {
  context.font = font;
  const px = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
  const width = Math.ceil(context.measureText(value).width) + 2 * HALO;
  const height = Math.ceil(px * 1.25) + 2 * HALO;
  const draw: Draw = (c) => {
    c.font = font;
    c.textBaseline = "alphabetic";
    c.textAlign = "center";
    c.lineJoin = "round";
    c.lineWidth = 2 * HALO - 1;
    c.strokeStyle = halo;
    const baseline = HALO + px * 0.98;
    c.strokeText(value, width / 2, baseline);
    c.fillStyle = color;
    c.fillText(value, width / 2, baseline);
  };
  return { sprite, size: { width, height, pad: HALO }, draw };
}

const BADGE = 19;
/** How far the ring of what is new stands from the disc, and how thick it is. */
const RING = { gap: 2, line: 2 };

/** A place in a list, in a disc: filled = to act on, hollow = to go and look at, ink = neither; fresh = ink in a ring. */
export function badgePlan(
  sprite: LabelSprite,
  value: string,
  { theme, face }: { theme: Theme; face: BadgeFace },
): Plan {
  const { gap, onGap, halo, ink } = mapTokens[theme];
  const ring = face === "fresh" ? RING.gap + RING.line : 0;
  const size = BADGE + 4 + 2 * ring;
  const draw: Draw = (c) => {
    const disc = (radius: number, color: string) => {
      c.beginPath();
      c.arc(size / 2, size / 2, radius, 0, 2 * Math.PI);
      c.fillStyle = color;
      c.fill();
    };
    disc(size / 2, halo);
    if (ring > 0) {
      disc(BADGE / 2 + ring, ink);
      disc(BADGE / 2 + RING.gap, halo);
    }
    disc(BADGE / 2, face === "filled" ? gap : ink);
    if (face === "hollow") disc(BADGE / 2 - 1.6, halo);
    c.font = `700 11.5px ${FACE}`;
    c.textAlign = "center";
    c.textBaseline = "alphabetic";
    c.fillStyle = { filled: onGap, hollow: ink, ink: halo, fresh: halo }[face];
    c.fillText(value, size / 2, size / 2 + 4);
  };
  return { sprite, size: { width: size, height: size, pad: 2 }, draw };
}
