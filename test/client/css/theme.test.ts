import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contrast } from "../../../client/map/color.ts";
import { fillColor } from "../../../client/map/fillColor.ts";
import { mapTokens, type Theme } from "../../../client/map/tokens.ts";
import type { FillFamily, ZoneMark } from "../../../client/map/ZoneMark.ts";

/** WCAG 2.2, 1.4.3: text. */
const TEXT = 4.5;
/** WCAG 2.2, 1.4.11: parts that carry a meaning. */
const PART = 3;

const css = ["css/theme.css", "panels/night/ramps.css"]
  .map((file) => readFileSync(join(import.meta.dirname, "..", "..", "..", "client", file), "utf8"))
  .join();
const tokens = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
const themes = { light: 2, dark: 3 } as const;
const colors = (theme: Theme) =>
  new Map(tokens.map((token) => [token[1] ?? "", (token[themes[theme]] ?? "").toUpperCase()]));

/** Contrast of one token on another as CSS has them. */
function onGround(theme: Theme, [text, ground]: readonly [string, string]): number {
  const [a, b] = [colors(theme).get(text), colors(theme).get(ground)];
  if (!a || !b) throw new Error(`no colour --${a ? ground : text} in the style sheets`);
  return contrast(a, b);
}

const texts = [
  ...["ink", "ink-2", "ink-3", "accent", "gap"].flatMap((ink) => [[ink, "surface"] as const]),
  ...["ink", "ink-2", "ink-3"].flatMap((ink) => [[ink, "sunk"] as const, [ink, "bg"] as const]),
  ["ink", "accent-weak"],
  ["ink", "gap-weak"],
  ["gap", "gap-weak"],
  ["warn", "warn-weak"],
  ["on-accent", "accent"],
  ["on-tooltip", "tooltip"],
  ["ink", "need-band"],
] as const;

const parts = [
  ["gap", "surface"],
  ["gap", "halo"],
  ["accent", "surface"],
  ["bar-seen", "sunk"],
  ["need-line", "surface"],
] as const;

const marks = (family: FillFamily): ZoneMark[] =>
  mapTokens.light[family].flatMap((_, level) =>
    [false, true].map((unsure) => ({
      zone: "Q01",
      family,
      level: level as ZoneMark["level"],
      unsure,
      seen: [],
      rare: [],
      dimmed: false,
    })),
  );

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(texts)("text --%s reads on --%s", (...pair) => {
    expect(onGround(theme, pair)).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(parts)("the mark --%s is seen on --%s", (...pair) => {
    expect(onGround(theme, pair)).toBeGreaterThanOrEqual(PART);
  });

  test.each(["need", "ratio", "growth"] as const)(
    "the ink chosen for a %s fill reads on it, sure or not",
    (family) => {
      for (const mark of marks(family)) {
        const { fill, ink } = fillColor(mark, theme);
        expect(contrast(ink, fill), `${family} ${mark.level} ${mark.unsure} ${fill}`).toBeGreaterThanOrEqual(
          TEXT,
        );
      }
    },
  );

  test("words on the map read on the halo around them, and a badge's on its disc", () => {
    const { halo, ink, ink2, gap, onGap } = mapTokens[theme];
    for (const color of [ink, ink2, gap]) expect(contrast(color, halo)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(onGap, gap)).toBeGreaterThanOrEqual(TEXT);
  });

  test("the map draws with the colours of the style sheets", () => {
    const { presence, need, ratio, growth, ...rest } = mapTokens[theme];
    const names = { ink: "ink", ink2: "ink-2", ink3: "ink-3", accent: "accent", gap: "gap", halo: "halo" };
    const more = { land: "map-land", edge: "map-edge", out: "map-out", hatch: "hatch", sunk: "sunk" };
    for (const [token, name] of Object.entries({ ...names, ...more, hatchGround: "hatch-ground" }))
      expect(colors(theme).get(name), name).toBe(rest[token as keyof typeof rest]);
    for (const [name, ramp] of Object.entries({ presence, need, ratio, growth }))
      ramp.forEach((color, i) => void expect(colors(theme).get(`${name}-${i}`), `${name}-${i}`).toBe(color));
  });
});
