import { useMemo } from "react";
import { chosenOverlaps } from "../domain/overlaps/overlapChoice.ts";
import { type OverlapField, overlapField } from "../domain/overlaps/overlapField.ts";
import { type Overlap, VERDICTS } from "../domain/overlaps/overlaps.ts";
import { HOURS, stripPlace } from "../domain/week.ts";
import { gapSource } from "./gapSource.ts";
import type { Screen } from "./useScreen.ts";

/** Who is where somebody else is; nothing while loading, or while another list is looked at. */
export type Overlaps = {
  field: OverlapField | null;
  /** In the chosen hours, of the chosen services and needs, in any zone. */
  found: readonly Overlap[];
  /** Of those, the ones of the verdicts chosen in the legend; and of these, the ones in the chosen zone. */
  shown: readonly Overlap[];
  listed: readonly Overlap[];
  open: Overlap | null;
  /** Whether anybody was ever seen in the period, and of how many services only the plan is known. */
  seen: boolean;
  silent: number;
  /** 1 = an hour with contrasting aims in one place, by place of the strip. */
  contrasts: Uint8Array | null;
};

export function useOverlaps({ known, figures, view, hours, services }: Screen): Overlaps {
  const { coverage, need } = figures;
  const looked = view.screen === "manca" && view.list === "overlaps";
  const field = useMemo(() => {
    const source = looked ? gapSource(known, { coverage, need }) : null;
    return (
      source && overlapField({ ...source, services: known.services, relations: known.network.relations })
    );
  }, [coverage, need, known, looked]);
  const seen = useMemo(() => coverage?.seen.some((weeks) => weeks !== 0) ?? false, [coverage]);
  const silent = coverage?.unrecorded.size ?? 0;
  const { zone, needs, levels, pair } = view;
  return useMemo(() => {
    const any = { hours: null, services, needs: needs.length > 0 ? needs : null, zone: null, verdicts: null };
    const all = chosenOverlaps(field?.overlaps ?? [], any);
    const found = chosenOverlaps(all, { ...any, hours: hours.length < HOURS ? new Set(hours) : null });
    const verdicts = VERDICTS.filter((verdict) => levels.includes(verdict));
    const shown = chosenOverlaps(found, { ...any, verdicts: verdicts.length > 0 ? verdicts : null });
    const isOpen = (overlap: Overlap) =>
      overlap.zone === zone && pair.length === 2 && pair.every((id) => overlap.services.includes(id));
    return {
      field,
      found,
      shown,
      listed: chosenOverlaps(shown, { ...any, zone }),
      open: found.find(isOpen) ?? null,
      seen,
      silent,
      contrasts: field && contrastPlaces(chosenOverlaps(all, { ...any, zone }), known.network.day_start),
    };
  }, [field, hours, services, needs, zone, levels, pair, known, seen, silent]);
}

function contrastPlaces(overlaps: readonly Overlap[], dayStart: number): Uint8Array {
  const places = new Uint8Array(HOURS);
  for (const { verdict, hours } of overlaps) {
    if (verdict === "contrasting") for (const hour of hours) places[stripPlace(hour, dayStart)] = 1;
  }
  return places;
}
