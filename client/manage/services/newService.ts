import type { Row } from "../draft.ts";

/** The twelve colours of services: told apart by most eyes, with white or dark initials on them. */
export const PALETTE = [
  ...["#f16913", "#6baed6", "#ce1256", "#a6d854", "#8dd3c7", "#6a3d9a"],
  ...["#006d2c", "#e6ab02", "#993404", "#807dba", "#fb9a99", "#41ab5d"],
] as const;

/** Words of a name that nobody would abbreviate. */
const SMALL = new Set(
  "a ai al all alla alle allo and con d da dai dal dalla de degli dei del dell della delle dello di e ed for gli i il in l la le lo of on per su sul sull sulla the un una".split(
    " ",
  ),
);

/** Two free initials for a service: of its words, then of its letters, then any. `null` when nothing is left. */
export function proposeInitials(name: string, taken: readonly string[]): string | null {
  const free = (two: string) => /^[A-Z0-9]{2}$/.test(two) && !taken.includes(two);
  const words = plain(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !SMALL.has(word))
    .map((word) => word.toUpperCase());
  const [first = "", ...rest] = words;
  const ofWords = words.flatMap((word, i) => words.slice(i + 1).map((other) => initials(word, other)));
  const ofLetters = [...first.slice(1), ...rest.join("")].map((letter) => initials(first, letter));
  const any = LETTERS.map((letter) => initials(first || "X", letter));
  return [...ofWords, ...ofLetters, ...any].find(free) ?? null;
}

/** The first colour that no service has; when all have been given, the one given least. */
export function proposeColor(taken: readonly string[]): string {
  const used = taken.map((color) => color.toLowerCase());
  const times = (color: string) => used.filter((one) => one === color).length;
  return [...PALETTE].sort((a, b) => times(a) - times(b))[0] ?? PALETTE[0];
}

/** A colour that can be drawn, also while another is being typed. */
export const colorOf = ({ color = "" }: Row): string => (/^#[0-9a-f]{6}$/i.test(color) ? color : "#888888");

/** An id made of a name, that nobody has: "Unità Ponte" → "unita-ponte". */
export function proposeId(name: string, taken: readonly string[]): string {
  const slug =
    plain(name)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 32)
      .replace(/-$/, "") || "x";
  if (!taken.includes(slug)) return slug;
  let n = 2;
  while (taken.includes(`${slug}-${n}`)) n++;
  return `${slug}-${n}`;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];
const initials = (a: string, b: string) => a.charAt(0) + b.charAt(0);
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
