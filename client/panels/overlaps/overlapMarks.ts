import type { Overlap } from "../../../domain/overlaps/overlaps.ts";
import type { ZoneState } from "../../../domain/zoneMarks.ts";
import type { ZoneBadge, ZoneMark } from "../../map/ZoneMark.ts";

/** The number of every zone with an overlap, in the order of the list; in ink where aims contrast. */
export function zoneBadges(overlaps: readonly Overlap[]): ReadonlyMap<string, ZoneBadge> {
  const zones = [...new Set(overlaps.map(({ zone }) => zone))];
  const contrasts = new Set(
    overlaps.filter(({ verdict }) => verdict === "contrasting").map(({ zone }) => zone),
  );
  return new Map(
    zones.map((zone, i) => [zone, { text: String(i + 1), filled: false, ink: contrasts.has(zone) }]),
  );
}

/**
 * What the map draws of overlaps: plain land, so that chips are read; the two services of a zone's first overlap and its
 * number; hatched where presence is not known.
 */
export function overlapMarks(
  states: readonly ZoneState[],
  { shown, open }: { shown: readonly Overlap[]; open: Overlap | null },
): ZoneMark[] {
  const badges = zoneBadges(shown);
  return states.map(({ zone, level }) => {
    const first = open?.zone === zone ? open : shown.find((overlap) => overlap.zone === zone);
    return {
      zone,
      level: level === null ? null : 0,
      seen: first?.services ?? [],
      rare: [],
      badge: badges.get(zone) ?? null,
    };
  });
}
