/** Ramps a zone can be filled from; one family, one meaning. */
export type FillFamily = "presence" | "need" | "ratio" | "growth";

/** What the map says of one zone for the chosen hours. */
export type ZoneMark = {
  zone: string;
  /** What the fill says; presence when not said. */
  family?: FillFamily;
  /**
   * Its class, null = not known. Presence: services usually there, 4 = four or more, 0 = nobody, and we know it.
   * Need: five classes. Ratio: seven, 3 = alike. Growth: 0 = as expected, then ×1,5 ×2 ×3.
   */
  level: 0 | 1 | 2 | 3 | 4 | 5 | 6 | null;
  /** Where the class is not known: too little is published to tell, although somebody was there. */
  few?: boolean;
  /** A class that may well be wrong: its colour whispers. */
  unsure?: boolean;
  /** Services seen at least half of the weeks: filled chips. */
  seen: readonly string[];
  /** Services planned but rarely seen: dashed chips. */
  rare: readonly string[];
  /** Services only a hypothesis brings: chips of their own face. */
  supposed?: readonly string[];
  /** Left out by the legend's filter: drawn paler, never removed. */
  dimmed?: boolean;
  /** A figure in words where chips would stand, and its place in a list. */
  figure?: ZoneFigure;
  /** Its place in a list where chips stand under it; null = in none, and then nothing is said of who is there. */
  badge?: ZoneBadge | null;
  /** Its places, where it has several. */
  badges?: readonly ZoneBadge[];
};

/**
 * A place in a list: filled to act on, hollow to go and look at, in ink where nothing is missing. What is new
 * of it is a ring about it, and the word for that under the zone.
 */
export type ZoneBadge = { text: string; filled: boolean; ink?: boolean; fresh?: string };

/** What is written of a zone: bold in magenta for a gap, bold in ink for what grows, quiet for the rest. */
export type ZoneFigure = {
  text: string;
  face: "gap" | "strong" | "plain" | "unknown";
  /** A magenta line inside the zone. */
  gap: boolean;
  badge: ZoneBadge | null;
};

/** Where the classes of each family begin among the numbers the map's style knows. */
export const FIRST_CODE: Readonly<Record<FillFamily, number>> = {
  presence: 0,
  need: 10,
  ratio: 20,
  growth: 30,
};
