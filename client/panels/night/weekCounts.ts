import { isBlind } from "../../../domain/coverage.ts";
import { HOURS } from "../../../domain/week.ts";
import { type Supposition, supposedBars, supposedWeek } from "../../../domain/whatif/supposed.ts";

/** Zones served at each place of the strip, or services in one zone (-1 = not known), and where only a hypothesis says so. */
export type WeekCounts = { counts: ArrayLike<number>; supposed: (place: number) => boolean };

export function weekCounts(supposition: Supposition, zone: string | null): WeekCounts {
  if (zone !== null) {
    const { week, supposed } = supposedWeek(supposition, zone, null);
    return { counts: week, supposed: (place) => supposed[place] === 1 };
  }
  if (isBlind(supposition.coverage)) return { counts: UNKNOWN, supposed: () => false };
  const { seen, supposed } = supposedBars(supposition, null);
  return {
    counts: supposed ?? seen,
    supposed: (place) => supposed !== null && supposed[place] !== seen[place],
  };
}

const UNKNOWN = Array.from({ length: HOURS }, () => -1);
