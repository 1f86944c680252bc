import type { Overlap, Verdict } from "./overlaps.ts";

/** Which overlaps are looked at: in any of these hours (`null` = any), of any of these services, needs, zones, verdicts. */
export type OverlapChoice = {
  hours: ReadonlySet<number> | null;
  services: readonly string[] | null;
  needs: readonly string[] | null;
  zone: string | null;
  verdicts: readonly Verdict[] | null;
};

/**
 * The overlaps chosen, in their order; each is told whole, with all its hours. With services chosen, those in which any of
 * them takes part; with needs chosen, those of two services that can both meet one of them.
 */
export function chosenOverlaps(all: readonly Overlap[], choice: OverlapChoice): Overlap[] {
  const { hours, services, needs, zone, verdicts } = choice;
  return all.filter(
    (overlap) =>
      (hours === null || overlap.hours.some((hour) => hours.has(hour))) &&
      anyOf(services, overlap.services) &&
      anyOf(needs, overlap.sharedNeeds) &&
      (zone === null || overlap.zone === zone) &&
      anyOf(verdicts, [overlap.verdict]),
  );
}

const anyOf = <T>(chosen: readonly T[] | null, held: readonly T[]): boolean =>
  chosen === null || held.some((one) => chosen.includes(one));
