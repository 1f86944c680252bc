import { z } from "zod";

/** How many people were met at once, as it is recorded. */
const MET_BANDS = ["1", "2-4", "5-9", "10-19", "20+"] as const;

/** People a recorded band counts as: its middle; the open one its lower limit, since nobody knows more. */
export const MET_PEOPLE: Record<(typeof MET_BANDS)[number], number> = {
  "1": 1,
  "2-4": 3,
  "5-9": 7,
  "10-19": 14.5,
  "20+": 20,
};

const LOWER = [1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;

/** Estimated people are told in these bands only, never as a number. */
export const PeopleBand = z.string().regex(/^\d+(-\d+|\+)$/);

/** What is known of the people in a place: records, people, and those of its largest and of its two largest records. */
export type Met = { records: number; people: number; first: number; two: number };

/** The place the mean is of: the cell's district or the city; `shown`: its own count is published. */
export type Around = Met & { shown: boolean };

/**
 * The band of the people estimated in a cell: published count × mean size of a record around it, rounded to halves. Null
 * when the count is withheld, or that around it; when a record or two dominate either; or when the mean would be another
 * half without one record around it, of one person or of the largest group: then the band would tell of that record.
 * @param m published count of the cell; null = withheld
 * @see methods C4, "People"
 */
export function peopleBand(
  m: number | null,
  cell: Met | undefined,
  around: Around | undefined,
): string | null {
  if (m === null || !cell || !around?.shown || dominated(cell) || dominated(around)) return null;
  const mean = halves(around);
  const steady = [1, around.first].every(
    (size) => halves({ records: around.records - 1, people: around.people - size }) === mean,
  );
  return steady ? bandOf(m * mean) : null;
}

const halves = ({ records, people }: Pick<Met, "records" | "people">): number =>
  Math.max(1, Math.round((people / Math.max(1, records)) * 2) / 2);

/**
 * Whether one record may hold more than half of the people, or two more than four fifths, when the others are as few as
 * recorded and these as many as is plausible.
 */
function dominated({ people, first, two }: Met): boolean {
  const [one, second] = [plausible(first), two - first];
  const [rest, pair] = [people - two, one + plausible(second)];
  return one > second + rest || pair > 0.8 * (pair + rest);
}

/** The open band has no upper end: three times its lower limit is taken. */
const plausible = (people: number): number => (people === MET_PEOPLE["20+"] ? 3 * people : people);

/**
 * The band a number of people lies in, like "20-49", or "5000+".
 * @throws RangeError when it is no number from 1
 */
export function bandOf(people: number): string {
  if (!(people >= 1)) throw new RangeError(`people: ${people} (expected 1 or more)`);
  const i = LOWER.findLastIndex((lower) => people >= lower);
  const next = LOWER[i + 1];
  return next === undefined ? `${LOWER[i]}+` : `${LOWER[i]}-${next - 1}`;
}
