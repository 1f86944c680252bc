import type { EpochInput, Tools } from "./needSeries.ts";
import { spanOf } from "./needTallies.ts";
import { PARAMETERS } from "./parameters.ts";
import { type CityTest, inAlarm, type NeedTest, type ZoneTest } from "./placeTests.ts";
import type { Reading, State } from "./reading.ts";

/** What may be said of a need at this close: in the whole city, and by zone (none of a sensitive need). */
export type NeedStates = { need: string; city: State; zones: State[] };

/**
 * The states of every need, before anything is confirmed. Nobody there: *unknown*. Withheld by the gate, or never to be
 * tested: *few*. Never emerging unless the gate publishes the cell, and five or more (for the city ten) were seen.
 * @see methods A2, E1, step 5, and C7
 */
export function placeStates(tests: readonly NeedTest[], tools: Pick<Tools, "shown">): NeedStates[] {
  return tests.map(({ series, zones, city }) => {
    const { need } = series;
    const weeks = spanOf(series).now;
    const shown = (zone: number | null) => tools.shown({ need, zones: zone === null ? null : [zone], weeks });
    return {
      need,
      city: cityState(city, shown),
      zones: zones.map((test, zone) => zoneState(test, () => shown(zone))),
    };
  });
}

function zoneState(test: ZoneTest, shown: () => number | null): State {
  if (!test.present) return "unknown";
  const value = shown();
  if (value === null || test.q === null) return "few";
  return inAlarm(test) && value >= PARAMETERS.fewestSeen ? "emerging" : "norm";
}

function cityState(test: CityTest, shown: (zone: null) => number | null): State {
  if (!test.present) return "unknown";
  const value = shown(null);
  if (value === null || test.q === null) return "few";
  const enough = Math.min(value, test.count) >= PARAMETERS.fewestInCluster;
  return test.moves && enough ? "emerging" : "norm";
}

/** How many of the closes before count, beside this one, towards twice in three. */
const BEFORE = 2;

/** The closes before in which seeing it again confirms it. */
export const lately = ({ previous }: Pick<EpochInput, "previous">): Reading[] => previous.slice(0, BEFORE);

/** Whether a need was said to emerge in a place (`null` = the city) at one of these closes. */
export function emergedIn(readings: readonly Reading[], need: string, zone: string | null): boolean {
  return readings.some(({ states }) =>
    states.state.some(
      (state, i) =>
        (state === "emerging" || state === "confirmed") && states.need[i] === need && states.zone[i] === zone,
    ),
  );
}
