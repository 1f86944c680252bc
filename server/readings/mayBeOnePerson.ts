import type { Counts } from "./keptCounts.ts";

/**
 * Whether too few people may stand behind many records: the largest group each service met adds up to under 3, and not
 * five days and two services saw it.
 * @param rows of the counts, by index
 * @see methods C4, repeat sightings; `repeatQuery` asks the same of a published cell
 */
export function mayBeOnePerson({ week, service, people, days }: Counts, rows: readonly number[]): boolean {
  const largest = new Map<number, number>();
  const seen = new Map<number, number>();
  for (const i of rows) {
    const [by, at] = [service[i] ?? -1, week[i] ?? -1];
    largest.set(by, Math.max(largest.get(by) ?? 0, people[i] ?? 0));
    seen.set(at, (seen.get(at) ?? 0) | (days[i] ?? 0));
  }
  const persons = [...largest.values()].reduce((sum, group) => sum + group, 0);
  const distinct = [...seen.values()].reduce((sum, mask) => sum + bits(mask), 0);
  return persons < 3 && !(distinct >= 5 && largest.size >= 2);
}

function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left > 0; left >>= 1) count += left & 1;
  return count;
}
