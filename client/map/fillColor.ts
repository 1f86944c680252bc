import { contrast } from "./color.ts";
import { mapTokens, type Theme } from "./tokens.ts";
import type { ZoneMark } from "./ZoneMark.ts";

const UNSURE = 0.42;
/** What reads on a fill when ink does not. */
const OTHERS: Record<Theme, readonly string[]> = { light: ["#12283F", "#FFFFFF"], dark: ["#101A24"] };
const READABLE = 4.5;

/** The colour a zone is seen in, and the ink that reads on it. */
export function fillColor({ family = "presence", level, few, unsure }: ZoneMark, theme: Theme) {
  const tokens = mapTokens[theme];
  const blank = few ? tokens.land : tokens.hatchGround;
  const full = level === null ? blank : (tokens[family][level] ?? tokens.sunk);
  const fill = unsure ? mixed(full, tokens.land) : full;
  const inks = [tokens.ink, ...OTHERS[theme]];
  const best = inks.toSorted((a, b) => contrast(fill, b) - contrast(fill, a))[0];
  const ink = inks.find((one) => contrast(fill, one) >= READABLE) ?? best ?? tokens.ink;
  return { fill, ink };
}

function mixed(color: string, ground: string): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const part = (at: number) => Math.round(channel(color, at) * UNSURE + channel(ground, at) * (1 - UNSURE));
  return `#${[1, 3, 5].map((at) => part(at).toString(16).padStart(2, "0")).join("")}`;
}
