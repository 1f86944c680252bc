import type { BadgeFace } from "./chipRows.ts";
import { initialsOn, keyline } from "./color.ts";
import type { LabelSprite, SpriteSize } from "./labels.ts";
import { badgePlan, type Draw, FACE, type Plan, textPlan } from "./textPlan.ts";
import { mapTokens, type Theme } from "./tokens.ts";

export type MapService = { id: string; initials: string; color: string };
type MapWord = { none: string; unknown: string };
type Frame = { x: number; y: number; width: number; height: number };
/** All sprites of the marks on one canvas, drawn at the device's resolution. */
export type Atlas = {
  canvas: HTMLCanvasElement;
  devicePixels: number;
  /** Device pixels on the canvas. */
  frames: Map<LabelSprite, Frame>;
  sizeOf: (sprite: LabelSprite) => SpriteSize;
};

export type AtlasOptions = {
  theme: Theme;
  devicePixels: number;
  large: boolean;
  zones: readonly { id: string; name: string }[];
  services: readonly MapService[];
  words: MapWord;
  /** Figures and badges that may be written. */
  figures: readonly string[];
};

/** Fonts the atlas writes with; they must be there before it is drawn. */
export const atlasFonts = ["400 12px", "italic 400 12px", "600 13.5px", "700 11.5px", "600 17px"].map(
  (font) => `${font} ${FACE}`,
);

export function drawAtlas(options: AtlasOptions): Atlas {
  const canvas = document.createElement("canvas");
  const context = contextOf(canvas);
  const plans = plan(options, context);
  const { frames, width, height } = pack(plans, options.devicePixels);
  canvas.width = width;
  canvas.height = height;
  for (const { sprite, draw } of plans) {
    const frame = frames.get(sprite) ?? { x: 0, y: 0 };
    context.setTransform(options.devicePixels, 0, 0, options.devicePixels, frame.x, frame.y);
    draw(context);
  }
  const sizes = new Map(plans.map(({ sprite, size }) => [sprite, size]));
  const sizeOf = (sprite: LabelSprite) => sizes.get(sprite) ?? { width: 0, height: 0, pad: 0 };
  return { canvas, devicePixels: options.devicePixels, frames, sizeOf };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no 2D canvas; the map cannot write names.");
  return context;
}

function plan(
  { theme, large, zones, services, words, figures }: AtlasOptions,
  context: CanvasRenderingContext2D,
): Plan[] {
  const { halo, ink, ink2 } = mapTokens[theme];
  const word = large ? 13.5 : 12;
  const text = (font: string, color: string) => (sprite: LabelSprite, value: string) =>
    textPlan(context, { sprite, value, font: `${font} ${FACE}`, color, halo });
  const name = text(`600 ${large ? 14.5 : 13.5}px`, ink);
  const muted = text(`400 ${word}px`, ink2);
  const italic = text(`italic 400 ${word}px`, ink2);
  return [
    ...zones.map((zone) => name(`name:${zone.id}`, zone.name)),
    ...zones.map((zone) => muted(`muted:${zone.id}`, zone.name)),
    muted("word:none", words.none),
    italic("word:unknown", words.unknown),
    ...CHIPS.flatMap((face) => services.map((service) => chipPlan(service, { theme, large, face }))),
    ...services.slice(8).map((_, i) => text(`700 ${word}px`, ink)(`more:${i + 1}`, `+${i + 1}`)),
    ...figures.map((sprite) => figurePlan(sprite as LabelSprite, { context, theme, large })),
  ];
}

type FigureOptions = { context: CanvasRenderingContext2D; theme: Theme; large: boolean };

/** "figure:gap:3,4" or "badge:filled:1". */
function figurePlan(sprite: LabelSprite, { context, theme, large }: FigureOptions): Plan {
  const [kind, face = "plain", ...rest] = sprite.split(":");
  const value = rest.join(":");
  const { halo, ink, ink2, gap } = mapTokens[theme];
  if (kind === "badge") return badgePlan(sprite, value, { theme, face: face as BadgeFace });
  const px = face === "gap" ? 17 : large ? 14 : 13.5;
  const font = `${{ gap: "600", strong: "600", plain: "400", unknown: "italic 400" }[face] ?? "400"} ${px}px ${FACE}`;
  const color = { gap, unknown: ink2 }[face] ?? ink;
  return textPlan(context, { sprite, value, font, color, halo });
}

const CASING = 2;
/** Usually seen: filled. Rarely: dashed. Supposed: hollow, dashed more boldly, in the colour of choices. */
const CHIPS = ["chip", "rare", "supposed"] as const;
const LINE = { chip: 1, rare: 1.5, supposed: 2 };
type ChipOptions = { theme: Theme; large: boolean; face: (typeof CHIPS)[number] };

function chipPlan(service: MapService, { theme, large, face }: ChipOptions): Plan {
  const { halo, ink, land, accent } = mapTokens[theme];
  const filled = face === "chip";
  const letters = { chip: initialsOn(service.color), rare: ink, supposed: accent }[face];
  const [width, height, font] = large ? [30, 24, 14] : [24, 19, 11.5];
  const edge = face === "supposed" ? accent : keyline(service.color, land);
  const draw: Draw = (c) => {
    box(c, { at: 0, width: width + 2 * CASING, height: height + 2 * CASING, radius: 7 });
    c.fillStyle = halo;
    c.fill();
    if (filled) {
      box(c, { at: CASING, width, height, radius: 5 });
      c.fillStyle = service.color;
      c.fill();
    }
    const line = LINE[face];
    box(c, { at: CASING + line / 2, width: width - line, height: height - line, radius: 5 - line / 2 });
    c.setLineDash(filled ? [] : [3.2, 2.2]);
    c.lineWidth = line;
    c.strokeStyle = edge;
    c.stroke();
    c.setLineDash([]);
    c.font = `700 ${font}px ${FACE}`;
    c.textAlign = "center";
    c.textBaseline = "alphabetic";
    c.fillStyle = letters;
    c.fillText(service.initials, CASING + width / 2, CASING + height / 2 + font * 0.35);
  };
  const size = { width: width + 2 * CASING, height: height + 2 * CASING, pad: CASING };
  return { sprite: `${face}:${service.id}`, size, draw };
}

function box(
  c: CanvasRenderingContext2D,
  of: { at: number; width: number; height: number; radius: number },
): void {
  c.beginPath();
  c.roundRect(of.at, of.at, of.width, of.height, of.radius);
}

/** Sprites on shelves from left to right, two device pixels apart so that no neighbour bleeds in. */
function pack(
  plans: readonly Plan[],
  ratio: number,
): { frames: Atlas["frames"]; width: number; height: number } {
  const frames: Atlas["frames"] = new Map();
  const width = 1024;
  let [x, y, shelf] = [0, 0, 0];
  for (const { sprite, size } of plans) {
    const wide = Math.ceil(size.width * ratio);
    const high = Math.ceil(size.height * ratio);
    if (x + wide > width) [x, y, shelf] = [0, y + shelf + 2, 0];
    frames.set(sprite, { x, y, width: wide, height: high });
    x += wide + 2;
    shelf = Math.max(shelf, high);
  }
  return { frames, width, height: y + shelf };
}
