import type { ZoneBadge, ZoneFigure, ZoneMark } from "./ZoneMark.ts";

export type BadgeFace = "filled" | "hollow" | "ink" | "fresh";

/** One sprite of a zone's row: a chip, a dashed chip, "+n" or a word. */
export type Sprite =
  | `chip:${string}`
  | `rare:${string}`
  | `supposed:${string}`
  | `more:${number}`
  | "word:none"
  | "word:unknown"
  | FigureSprite;
type FigureSprite = `figure:${ZoneFigure["face"]}:${string}` | `badge:${BadgeFace}:${string}`;

const MOST = 8;

/**
 * What stands under a zone's name: its chips, four a row, three when there are five or more, at most eight and "+n";
 * or the word that says nobody is there, or that we do not know. No row when there is no mark yet.
 */
export function chipRows(mark: ZoneMark | undefined): Sprite[][] {
  if (!mark) return [];
  if (mark.figure) return written(mark).map((sprite) => [sprite]);
  const chips: Sprite[] = [
    ...mark.seen.map((service): Sprite => `chip:${service}`),
    ...(mark.supposed ?? []).map((service): Sprite => `supposed:${service}`),
    ...mark.rare.map((service): Sprite => `rare:${service}`),
  ];
  if (chips.length === 0) return wordRows(mark);
  const shown = chips.slice(0, MOST);
  if (chips.length > MOST) shown.push(`more:${chips.length - MOST}`);
  const perRow = shown.length >= 5 ? 3 : 4;
  return Array.from({ length: Math.ceil(shown.length / perRow) }, (_, row) =>
    shown.slice(row * perRow, (row + 1) * perRow),
  );
}

function wordRows({ family = "presence", level, badge }: ZoneMark): Sprite[][] {
  if (family !== "presence" || (badge !== undefined && level !== null)) return [];
  return level === null ? [["word:unknown"]] : level === 0 ? [["word:none"]] : [];
}

/** The badges that stand before a zone's name, if it is in a list. */
export function badgeSprites({ figure, badge = figure?.badge, badges }: ZoneMark): FigureSprite[] {
  const all = badges ?? (badge ? [badge] : []);
  return all.map((one): FigureSprite => `badge:${faceOf(one)}:${one.text}`);
}

function faceOf({ filled, ink, fresh }: ZoneBadge): BadgeFace {
  if (ink) return fresh ? "fresh" : "ink";
  return filled ? "filled" : "hollow";
}

/** The figure of a zone, and under it what is new of its places in a list, each by its number where there are several. */
function written({ figure, badges = [] }: ZoneMark): FigureSprite[] {
  if (!figure) return [];
  const news = badges.flatMap(({ text, fresh }) =>
    fresh ? [badges.length > 1 ? `${text} ${fresh}` : fresh] : [],
  );
  const figures: FigureSprite[] = [`figure:${figure.face}:${figure.text}`];
  return news.length > 0 ? [...figures, `figure:unknown:${news.join(", ")}`] : figures;
}

/** Every sprite figures write, so that the atlas holds it. */
export const figureSprites = (marks: Iterable<ZoneMark>): FigureSprite[] =>
  [...marks].flatMap((mark) => [...written(mark), ...badgeSprites(mark)]);
