import { useMemo } from "react";
import { isBlind } from "../domain/coverage.ts";
import { type GapField, gapField, thresholdOf, touchedBy } from "../domain/gaps/gapField.ts";
import { actList, lookList } from "../domain/gaps/gapLists.ts";
import { gapPlaces } from "../domain/gaps/gapPlaces.ts";
import { gapsOf, type ZoneGap } from "../domain/gaps/gapsOf.ts";
import { type WorstSlot, worstSlots } from "../domain/gaps/worstSlots.ts";
import { HOURS } from "../domain/week.ts";
import { gapSource } from "./gapSource.ts";
import type { Screen } from "./useScreen.ts";

/** Where somebody is missing in the chosen hours; nothing while loading. */
export type Gaps = {
  field: GapField | null;
  zones: readonly ZoneGap[];
  /** Zones to act on and to go and look at, first first. */
  act: readonly ZoneGap[];
  look: readonly ZoneGap[];
  threshold: number;
  /** Slots of days the chosen hours touch, each held to the network’s threshold. */
  touched: number;
  /** When each zone lacks most, while the whole week is chosen. */
  worst: ReadonlyMap<string, WorstSlot>;
  /** Episodes a week from which the classes of the map begin, after the first. */
  breaks: readonly number[];
  /** Nobody is planned or was ever seen anywhere: nothing can be said of who is missing. */
  blind: boolean;
  /** How many zones surely lack, by place on the strip; of one zone, how many of its needs. */
  places: Uint8Array | null;
};

export function useGaps({ known, figures, view, hours }: Screen): Gaps {
  const { coverage, need } = figures;
  const source = useMemo(() => gapSource(known, { coverage, need }), [coverage, need, known]);
  const field = useMemo(() => source && gapField(source, view.needs), [source, view.needs]);
  const places = useMemo(() => field && gapPlaces(field, view.zone), [field, view.zone]);
  const blind = useMemo(() => coverage !== null && isBlind(coverage), [coverage]);
  const week = hours.length === HOURS;
  const worst = useMemo(() => (field && week ? worstSlots(field, WEEK) : NONE), [field, week]);
  return useMemo(() => {
    const zones = field ? gapsOf(field, hours) : [];
    const threshold = field ? thresholdOf(field, hours) : known.network.gap_threshold;
    return {
      field,
      zones,
      act: actList(zones),
      look: lookList(zones),
      threshold,
      breaks: [0.5, 1, 2, 3].map((times) => times * threshold),
      touched: field ? touchedBy(field, hours) : 1,
      worst,
      blind,
      places: blind ? null : places,
    };
  }, [field, blind, places, worst, hours, known]);
}

const WEEK = Array.from({ length: HOURS }, (_, hour) => hour);
const NONE: ReadonlyMap<string, WorstSlot> = new Map();
