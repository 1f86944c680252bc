import type { Network } from "../../../domain/network.ts";
import { addDays } from "../../../domain/period.ts";
import { hoursOf, type PresenceHour } from "../../../domain/presence.ts";
import { slotOf } from "../../../domain/week.ts";
import type { Simulation } from "../../../server/simulate/simulate.ts";

export const twoYears = { weeks: 104, seed: 7, rate: 400, until: "2026-11-16" };
export const firstDay = addDays(twoYears.until, -7 * twoYears.weeks);
export const lastDay = addDays(twoYears.until, -1);

export type Stay = PresenceHour & { service: string; zone: string; slot: string };

/** Presence as any reader of outings.csv would count it. */
export function presenceIn(network: Network, outings: Simulation["outings"]): Stay[] {
  return network.services.flatMap(({ id: service }) =>
    network.zones.flatMap(({ id: zone }) => {
      const own = outings.filter((outing) => outing.service === service && outing.zones.includes(zone));
      return hoursOf(own, network.timezone, network.day_start).map((cell) => ({
        ...cell,
        service,
        zone,
        slot: slotOf(cell.hour, network.slots).id,
      }));
    }),
  );
}

export const hours = (stays: readonly Stay[]): number =>
  stays.reduce((sum, { minutes }) => sum + minutes / 60, 0);

/** Whether a service can record a need. */
export const competent = (network: Network, need: string) => (row: { service: string }) =>
  network.services.some(({ id, needs }) => id === row.service && needs.includes(need));
