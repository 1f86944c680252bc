/** What the map says of one zone for the chosen hours. */
export type ZoneMark = {
  zone: string;
  /** Services usually there, 4 = four or more; 0 = nobody, and we know it; null = not known. */
  level: 0 | 1 | 2 | 3 | 4 | null;
  /** Services seen at least half of the weeks: filled chips. */
  seen: readonly string[];
  /** Services planned but rarely seen: dashed chips. */
  rare: readonly string[];
  /** Left out by the legend's filter: drawn paler, never removed. */
  dimmed?: boolean;
};
