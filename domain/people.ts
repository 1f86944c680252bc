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

/** What is known of the people in a cell: records, people, and those of its largest and of its two largest records. */
export type Met = { records: number; people: number; first: number; two: number };

/**
 * The band of the people estimated in a cell: published count × mean size of a record in its district, rounded to halves so
 * that no single record moves it. Null when the count is withheld, or one record holds more than half of the people, or
 * two more than four fifths.
 * @param m published count of the cell; null = withheld
 * @param cell what was met in the cell itself, for dominance alone
 * @param district what was met in the district (the city where there is none), for the mean
 * @see methods C4, "People"
 */
export function peopleBand(
  m: number | null,
  cell: Met | undefined,
  district: Met | undefined,
): string | null {
  if (m === null || !cell || !district || district.records === 0) return null;
  if (cell.first > cell.people * 0.5 || cell.two > cell.people * 0.8) return null;
  return bandOf(m * Math.max(1, Math.round((district.people / district.records) * 2) / 2));
}

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
