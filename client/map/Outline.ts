import type { ZoneBadge } from "./ZoneMark.ts";

/** A line around zones that belong together, outside their union, and the number it has in a list. */
export type Outline = {
  id: string;
  zones: readonly string[];
  /** Solid = sure, dashed = to be confirmed, dotted = slow. */
  line: "solid" | "dashed" | "dotted";
  /** Chosen in the list: bolder, above the others. Quiet: another one is. */
  standing: "chosen" | "plain" | "quiet";
  badge: ZoneBadge | null;
};
