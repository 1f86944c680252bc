import { benjaminiHochberg } from "../stats/fdr.ts";
import { type BaseAndNow, cellAlarms, cityMovement } from "./cellAlarm.ts";
import type { EpochInput, NeedSeries } from "./needSeries.ts";
import { talliesOf, weeksWatched } from "./needTallies.ts";
import { PARAMETERS } from "./parameters.ts";

/**
 * One need in one zone: `present` = anybody able to see it was there in the window; `count` true; `expected` and `q` `null`
 * where it was not tested.
 */
export type ZoneTest = { present: boolean; count: number; expected: number | null; q: number | null };

/**
 * How a need moves in the whole city: `null`s where that cannot be told; `moves`: beyond chance, and enough to be told;
 * `movement`: what zones are measured against, 1 or more.
 */
export type CityTest = {
  present: boolean;
  count: number;
  ratio: number | null;
  q: number | null;
  moves: boolean;
  movement: number;
};

/** A need as the tests of places see it. Zones of a sensitive need are never tested: the list is empty. */
export type NeedTest = { series: NeedSeries; zones: ZoneTest[]; city: CityTest };

/**
 * Every zone and need against what is expected of the presence there. First as if the city stood still; then the city
 * itself, the zones in alarm set aside; then the zones again against what the whole city shows more of, and once more with
 * only those still in alarm set aside: the others had only moved with the city, which moves more than was seen without
 * them. q-values are over all zones and needs tested.
 * @see methods A2, E1, steps 1–6
 */
export function placeTests({ needs, weeks }: EpochInput): NeedTest[] {
  const read = needs.map((series): Read => {
    const enough = weeksWatched(series, weeks.length) >= PARAMETERS.fewestWeeks;
    return { series, tallies: talliesOf(series, weeks.length), enough };
  });
  const still = zoneTests(
    read,
    read.map(() => 1),
  );
  const moved = zoneTests(read, movementsOf(cityTests(read, still)));
  const cities = cityTests(read, moved);
  const settled = zoneTests(read, movementsOf(cities));
  return read.flatMap(({ series }, i) => {
    const [zones, city] = [settled[i], cities[i]];
    return zones && city ? [{ series, zones, city }] : [];
  });
}

/** Beyond chance, seen often enough, and half as much again as expected. */
export const inAlarm = ({ count, expected, q }: ZoneTest): boolean =>
  q !== null &&
  expected !== null &&
  q <= PARAMETERS.placeQ &&
  count >= PARAMETERS.fewestSeen &&
  count >= PARAMETERS.rise * expected;

const movementsOf = (cities: readonly CityTest[]): number[] => cities.map(({ movement }) => movement);

type Read = { series: NeedSeries; tallies: BaseAndNow[]; enough: boolean };

function zoneTests(read: readonly Read[], movements: readonly number[]): ZoneTest[][] {
  const alarms = read.map(({ series, tallies, enough }, i) =>
    series.sensitive || !enough ? [] : cellAlarms(tallies, { movement: movements[i] ?? 1 }),
  );
  const q = benjaminiHochberg(alarms.flatMap((zones) => zones.map(({ p }) => p)));
  let at = 0;
  return read.map(({ series, tallies, enough }, i) =>
    (series.sensitive ? [] : tallies).map(({ now }, zone) => ({
      present: now.hours > 0,
      count: now.count,
      expected: alarms[i]?.[zone]?.expected ?? null,
      q: enough ? (q[at++] ?? null) : null,
    })),
  );
}

function cityTests(read: readonly Read[], still: readonly ZoneTest[][]): CityTest[] {
  const movements = read.map(({ tallies, enough }, i) =>
    enough
      ? cityMovement(
          tallies,
          tallies.map((_, zone) => {
            const test = still[i]?.[zone];
            return test !== undefined && inAlarm(test);
          }),
        )
      : null,
  );
  const q = benjaminiHochberg(movements.map((movement) => movement?.p ?? null));
  return read.map(({ tallies }, i) => {
    const [movement, own] = [movements[i] ?? null, q[i] ?? null];
    const ratio = movement?.ratio ?? null;
    const moves = ratio !== null && own !== null && own <= PARAMETERS.cityQ && ratio >= PARAMETERS.rise;
    return {
      present: tallies.some(({ now }) => now.hours > 0),
      count: tallies.reduce((sum, { now }) => sum + now.count, 0),
      ...{ ratio, q: own, moves },
      movement: moves ? ratio : usualMovement(movement),
    };
  });
}

/**
 * Seasons lift a whole city by less than is worth telling, and would light its zones one after the other: what it shows
 * more of is always expected of them too, as far as it can be known.
 */
function usualMovement(movement: { ratio: number; expected: number } | null): number {
  if (!movement) return 1;
  const { ratio, expected } = movement;
  return Math.max(1, (ratio * expected + PARAMETERS.stillCity) / (expected + PARAMETERS.stillCity));
}
