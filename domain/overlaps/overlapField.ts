import { type Coverage, cellOf } from "../coverage.ts";
import { type GapSource, type PlaceRate, placeRates } from "../gaps/placeRates.ts";
import type { AimRelation } from "../network.ts";
import { rateQuantile } from "../stats/needRate.ts";
import { weeksChosen } from "../stay.ts";
import { HOURS, inSlot, type Slot, slotOf, weekdayOf } from "../week.ts";
import { type WeekMask, weekCount } from "../weekMask.ts";
import type { Ground } from "./moves.ts";
import { type Aimed, type Judging, type Overlap, overlaps, type Stint } from "./overlaps.ts";

/** What overlaps are worked out from: what gaps are, with what every service is there for and how aims go together. */
export type OverlapSource = GapSource & {
  services: readonly Aimed[];
  relations: readonly AimRelation[];
};

/** Every overlap of a period, and the ground on which services could move. */
export type OverlapField = { overlaps: Overlap[]; ground: Ground };

/**
 * The overlaps of a whole week, by what was seen, over a closed period. All needs count, whatever is chosen on screen: who
 * leaves leaves all of them. A rate is the median where needs were seen, or looked for long enough; else it is not known.
 * @see methods B2, "Overlap", "Rate" and "Informative zero"
 */
export function overlapField(source: OverlapSource): OverlapField {
  const { coverage, services, relations } = source;
  const weeks = Uint8Array.from({ length: HOURS }, (_, hour) => weekCount(weeksChosen(coverage, [hour])));
  const rate = ratesOf(source);
  const judging = { services, relations, weeks: (hour: number) => weeks[hour] ?? 0 };
  const stints = stintsIn(coverage).filter(({ hour }) => judging.weeks(hour) > 0);
  return {
    overlaps: overlaps(stints, { ...judging, expected: expectedBy(coverage, rate) }),
    ground: {
      zones: coverage.zones,
      services,
      relations,
      usual: usualBy(stints, judging.weeks),
      rate,
      slotHours: slotHoursBy(coverage),
      threshold: source.gapThreshold,
    },
  };
}

function stintsIn(coverage: Coverage): Stint[] {
  const { zones, services, seen } = coverage;
  return zones.flatMap((zone) =>
    services.flatMap((service) => {
      const first = cellOf(coverage, { zone, service }, 0);
      if (first === null) return [];
      return hours.flatMap((hour): Stint[] => {
        const weeks: WeekMask = { lo: seen[first + 2 * hour] ?? 0, hi: seen[first + 2 * hour + 1] ?? 0 };
        return weeks.lo === 0 && weeks.hi === 0 ? [] : [{ service, zone, hour, weeks }];
      });
    }),
  );
}

function ratesOf(source: GapSource): Ground["rate"] {
  const { zones, slots } = source.coverage;
  const needs = source.rules.needs.map(({ id }) => id);
  const medians = placeRates(source, needs).map((places) => places.map((place) => place.map(median)));
  return ({ zone, hour, need }) =>
    medians[needs.indexOf(need)]?.[zones.indexOf(zone)]?.[slots.indexOf(slotOf(hour, slots))] ?? null;
}

const median = ({ rate }: PlaceRate): number | null =>
  rate.state === "known" ? rateQuantile(rate, 0.5) : null;

function expectedBy({ slots }: Coverage, rate: Ground["rate"]): Judging["expected"] {
  return ({ zone, need, hours: touched }) => {
    const episodes = touched.map((hour) => {
      const perHour = rate({ zone, hour, need });
      return perHour === null ? null : perHour * lengthOf(slotOf(hour, slots));
    });
    return episodes.includes(null) ? null : Math.max(...episodes.map(Number));
  };
}

function usualBy(stints: readonly Stint[], weeks: (hour: number) => number): Ground["usual"] {
  const there = new Map<string, string[]>();
  for (const { zone, hour, service, weeks: seen } of stints) {
    if (2 * weekCount(seen) < weeks(hour)) continue;
    const key = `${zone} ${hour}`;
    there.set(key, [...(there.get(key) ?? []), service]);
  }
  return (zone, hour) => there.get(`${zone} ${hour}`) ?? [];
}

function slotHoursBy({ slots, dayStart }: Coverage): Ground["slotHours"] {
  const keyOf = (hour: number) => `${weekdayOf(hour, dayStart)} ${slotOf(hour, slots).id}`;
  const groups = new Map<string, number[]>();
  for (const hour of hours) groups.set(keyOf(hour), [...(groups.get(keyOf(hour)) ?? []), hour]);
  return (hour) => groups.get(keyOf(hour)) ?? [];
}

const lengthOf = (slot: Slot) => hours.slice(0, 24).filter((hour) => inSlot(slot, hour)).length;

const hours = Array.from({ length: HOURS }, (_, hour) => hour);
