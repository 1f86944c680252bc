/** What a service recorded of a need in a slot of the day, and the hours it spent there: sums over the city and the base. */
export type BaseSlot = { count: number; hours: number };

/** Records under which little is known of a service: half the weight is then still the city's. */
const PRIOR = 5;

/**
 * What an hour of each service in each slot is worth, in hours of the city's usual: (Y + 5) / (r·H + 5), r = what all of
 * them together recorded per hour. So a service that goes out more, at busier hours, or that records more than others
 * does not look like a need that grows: its hours already expect it. 1 where nothing is known.
 * @param base one entry for every service able to record the need and slot; weeks in question not included
 * @returns as many weights, in the same order
 * @throws RangeError when a count or its hours are negative or no number
 */
export function standardWeights(base: readonly BaseSlot[]): number[] {
  const total = base.reduce(
    (sum, { count, hours }) => {
      if (!(count >= 0 && hours >= 0 && hours < Number.POSITIVE_INFINITY))
        throw new RangeError(`base: ${count} records in ${hours} hours`);
      return { count: sum.count + count, hours: sum.hours + hours };
    },
    { count: 0, hours: 0 },
  );
  if (total.hours === 0) return base.map(() => 1);
  const rate = total.count / total.hours;
  return base.map(({ count, hours }) => (count + PRIOR) / (rate * hours + PRIOR));
}
