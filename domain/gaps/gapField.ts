import type { Coverage } from "../coverage.ts";
import { coveredHours } from "../needCoverage.ts";
import { HOURS, slotOf, weekdayOf } from "../week.ts";
import { competentFor } from "./findCell.ts";
import { type GapSource, type PlaceRate, placeRates } from "./placeRates.ts";

/** Everything gaps over any chosen hours need, worked out once per period and needs. */
export type GapField = {
  coverage: Coverage;
  needs: readonly string[];
  services: GapSource["services"];
  gapThreshold: number;
  /** [need][zone][slot] */
  rates: PlaceRate[][][];
  /** Share of the weeks in which nobody competent is there, 0 … 1: [need][zone][hour of the week]. */
  uncovered: Float64Array;
  /** 1 = the hour's day lies in the period. */
  open: Uint8Array;
  /** The place of each hour's slot in the network. */
  slotAt: Uint8Array;
};

/**
 * Lays gaps out for scrubbing. An hour is uncovered by the share of its weeks in which nobody competent was
 * there, by presence to count on.
 * @param needs which needs count; all of them together when none is named
 * @see methods B2, "Covered hours"
 */
export function gapField(source: GapSource, needs: readonly string[]): GapField {
  const { coverage } = source;
  const asked = needs.length > 0 ? needs : source.rules.needs.map(({ id }) => id);
  const { zones, slots } = coverage;
  const uncovered = new Float64Array(asked.length * zones.length * HOURS);
  const open = new Uint8Array(HOURS);
  asked.forEach((need, n) => {
    const competent = [...competentFor(source, need)];
    zones.forEach((zone, z) => {
      for (let hour = 0; hour < HOURS; hour++) {
        const hours = coveredHours(coverage, { zone, competent, presence: "effective" }, [hour]);
        uncovered[(n * zones.length + z) * HOURS + hour] = hours.uncovered;
        open[hour] = hours.covered + hours.uncovered > 0 ? 1 : 0;
      }
    });
  });
  return {
    coverage,
    needs: asked,
    services: source.services,
    gapThreshold: source.gapThreshold,
    rates: placeRates(source, asked),
    uncovered,
    open,
    slotAt: Uint8Array.from({ length: HOURS }, (_, hour) => slots.indexOf(slotOf(hour, slots))),
  };
}

/**
 * Episodes a week from which a gap counts over chosen hours: g* for every slot of every day they touch, so that two
 * nights are held to twice as much as one.
 * @see methods B2, "Gap" (g* is per weekday and slot)
 */
export const thresholdOf = (field: GapField, hours: readonly number[]): number =>
  field.gapThreshold * Math.max(1, touchedBy(field, hours));

/** How many slots of days chosen hours touch: g* is of each of them. */
export const touchedBy = ({ coverage, slotAt }: GapField, hours: readonly number[]): number =>
  new Set(hours.map((hour) => `${weekdayOf(hour, coverage.dayStart)} ${slotAt[hour]}`)).size;
