import { dayWidth, type Strip } from "./stripGeometry.ts";

/** Mean width of a letter of the flag and of a day's name, and the space about them, pixels. */
const LETTER = 6.8;
const APART = 6;
const ENDS = 20;

/** Left edge of the flag, and how far the name of each day steps aside for it. */
export type Flag = { left: number; shifts: number[] };

/**
 * The flag as near to the middle of the chosen hours as it stands without covering the name of a day: it begins after one
 * name, and the next one moves to its right within its own day.
 */
export function placeFlag(
  strip: Strip,
  names: readonly string[],
  flag: { label: string; middle: number },
): Flag {
  const width = flag.label.length * LETTER + ENDS;
  const column = dayWidth(strip);
  const starts = names.map((_, i) => i * (column + strip.gap));
  const wide = names.map((name) => name.length * LETTER + APART);
  const wished = Math.min(strip.width - width, Math.max(0, flag.middle - width / 2));
  const places = [-1, ...names.keys()].map((i) => {
    const least = i < 0 ? 0 : (starts[i] ?? 0) + (wide[i] ?? 0);
    const next = starts[i + 1];
    const most = next === undefined ? strip.width : next + column - (wide[i + 1] ?? 0);
    return { least, most: most - width };
  });
  const left = places
    .filter(({ least, most }) => least <= most)
    .map(({ least, most }) => Math.min(most, Math.max(least, wished)))
    .toSorted((a, b) => Math.abs(a - wished) - Math.abs(b - wished))[0];
  const at = left ?? wished;
  const shifts = starts.map((start, i) =>
    at < start + (wide[i] ?? 0) && at + width + APART > start ? Math.max(0, at + width + APART - start) : 0,
  );
  return { left: at, shifts };
}
