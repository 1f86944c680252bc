import type { PlaceState } from "../statesOf.ts";

/** How much a reading cannot see. `few`: pairs of zone and need with too few data; `unknown`: pairs nobody could see. */
export type Blind = {
  few: readonly PlaceState[];
  unknown: readonly PlaceState[];
  /** Zones of whose needs none may be told because nobody was there. */
  zones: readonly string[];
  /** Needs that are read for the whole network only. */
  cityOnly: readonly string[];
};

export function blindOf(states: readonly PlaceState[]): Blind {
  const inZones = states.filter(({ zone }) => zone !== null);
  const of = (zone: string | null) => inZones.filter((one) => one.zone === zone);
  const zones = [...new Set(inZones.map(({ zone }) => zone))].filter((zone) => zone !== null);
  const told = new Set(inZones.map(({ need }) => need));
  return {
    few: inZones.filter(({ state }) => state === "few"),
    unknown: inZones.filter(({ state }) => state === "unknown"),
    zones: zones.filter((zone) => of(zone).every(({ state }) => state === "unknown")),
    cityOnly: [...new Set(states.map(({ need }) => need))].filter((need) => !told.has(need)),
  };
}
