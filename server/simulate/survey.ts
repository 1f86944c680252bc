import type { Network } from "../../domain/network.ts";
import { cellsOf, type Span, type Turn } from "./roster.ts";

/** Planned hours per week of a service in a zone and slot. */
export type Planned = { service: string; zone: string; slot: string; hours: number };

export function survey(network: Network, span: Span, turns: readonly Turn[]): Planned[] {
  const hours = new Map<string, Planned>();
  for (const { service, zone, slot, minutes } of cellsOf(network, turns)) {
    const key = `${service}/${zone}/${slot}`;
    const known = hours.get(key) ?? { service, zone, slot, hours: 0 };
    known.hours += minutes / 60 / span.weeks;
    hours.set(key, known);
  }
  return [...hours.values()];
}

/** The services that can record a need. */
export function competentFor(network: Network, need: string): Set<string> {
  return new Set(network.services.filter(({ needs }) => needs.includes(need)).map(({ id }) => id));
}

/** The first of those with the greatest positive score. */
export function greatest<T>(list: readonly T[], score: (item: T) => number): T | null {
  let [best, bestScore]: [T | null, number] = [null, 0];
  for (const item of list) {
    const itsScore = score(item);
    if (itsScore > bestScore) [best, bestScore] = [item, itsScore];
  }
  return best;
}
