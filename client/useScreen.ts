import { useMemo } from "react";
import {
  type HoursFacts,
  hoursAt,
  hoursFacts,
  occasionsOf,
  placesOf,
  type Stretch,
  stretchesOf,
} from "../domain/chosenHours.ts";
import type { Service } from "../domain/network.ts";
import { HOURS } from "../domain/week.ts";
import { supposedStates } from "../domain/whatif/supposed.ts";
import type { ZoneState } from "../domain/zoneMarks.ts";
import { SCREENS, type View } from "./address.ts";
import type { Telling } from "./sentences.ts";
import { settleView } from "./settleView.ts";
import { type Figures, useFigures } from "./useFigures.ts";
import type { Known } from "./useKnown.ts";
import { useLang, useWords } from "./useWords.ts";
import { useView } from "./view.ts";
import { nameOf } from "./words.ts";

export type ClosedPeriod = Known["network"]["periods"][number];

/** Everything the screen shows, computed from the answers and the address. */
export type Screen = {
  known: Known;
  view: View;
  refused: string[];
  /** What is shown was counted in other zones, slots or needs than today's, which are shown with it. */
  elsewhere: ClosedPeriod | null;
  /** The period chosen, and the one the figures shown are of. */
  asked: ClosedPeriod | null;
  period: ClosedPeriod | null;
  figures: Figures;
  /** The figures of the chosen period are on their way. */
  busy: boolean;
  /** The base stretches of the choice, before repeating. */
  stretches: Stretch[];
  places: number[];
  hours: number[];
  /** The chosen hours by occasion: every day of hours that repeat. */
  occasions: number[][];
  facts: HoursFacts;
  /** Every zone over the chosen hours; none while loading. */
  states: ZoneState[];
  telling: Telling;
  /** The services that count, null = all. */
  services: readonly string[] | null;
  serviceOf: (id: string) => Service | undefined;
};

export function useScreen(known: Known): Screen {
  const { view, refused, asked } = useSettled(known);
  // What emerges was read at a close: the figures of a period say nothing of it.
  const figured = view.screen === "emerge" ? null : asked;
  const figures = useFigures(known, figured?.id ?? null, view);
  const period = known.network.periods.find(({ id }) => id === figures.period) ?? asked;
  const { coverage, supposition } = figures;
  const services = view.services.length > 0 ? view.services : null;
  const dayStart = known.network.day_start;
  const chosen = useMemo(() => {
    const stretches = stretchesOf(view.hours, dayStart);
    const places = placesOf(stretches, view.repeat);
    const occasions = occasionsOf(places, view.repeat).map((day) => hoursAt(day, dayStart));
    return { stretches, places, occasions, hours: occasions.flat(), facts: hoursFacts(places, dayStart) };
  }, [view.hours, view.repeat, dayStart]);
  const states = useMemo(
    () => (supposition ? supposedStates(supposition, { occasions: chosen.occasions, services }) : []),
    [supposition, chosen.occasions, services],
  );
  const { t } = useWords();
  const lang = useLang();
  const telling = useMemo(
    () => ({
      t,
      lang,
      hours: chosen.facts,
      byDay: chosen.occasions.length > 1,
      weeks: coverage?.weeks.length ?? 0,
      slotName: (id: string) => nameOf(known.network.slots.find((slot) => slot.id === id) ?? { id }, lang),
      filtered: services !== null,
      shelfLifeWeeks: known.network.shelf_life_weeks,
    }),
    [t, lang, chosen, coverage, services, known],
  );
  const byId = useMemo(() => new Map(known.services.map((service) => [service.id, service])), [known]);
  return {
    known,
    view,
    refused,
    elsewhere: countedElsewhere(known.network, view),
    asked,
    period,
    figures,
    busy: isBusy(figured, figures),
    ...chosen,
    states,
    telling,
    services,
    serviceOf: (id) => byId.get(id),
  };
}

const isBusy = (asked: ClosedPeriod | null, { problem, period, coverage, need }: Figures): boolean =>
  asked !== null && problem === null && (asked.id !== period || coverage === null || need === null);

/** The zone chosen, with its place in the order of the network. */
export function chosenZone({ known, view }: Pick<Screen, "known" | "view">) {
  const { features } = known.zones;
  const n = features.findIndex(({ properties }) => properties.id === view.zone);
  const zone = features[n]?.properties;
  return zone ? { zone, n, total: features.length } : null;
}

function useSettled(known: Known) {
  const reading = useView();
  return useMemo(() => {
    const { periods } = known.network;
    const chosen = (id: string | null) => periods.find((closed) => closed.id === id) ?? null;
    const { view, refused } = settleView(reading.view, {
      periods: periods.map(({ id }) => id),
      services: known.services.map(({ id }) => id),
      needs: known.needs.map(({ id }) => id),
      zones: known.zones.features.map(({ properties }) => properties.id),
      slots: known.network.slots.map(({ id }) => id),
      earlier: earlierPeriods(periods, chosen(reading.view.period) ?? chosen(known.network.period)).map(
        ({ id }) => id,
      ),
    });
    const asked = chosen(view.period ?? known.network.period);
    return { view: wholeWeek(view, known), asked, refused: [...reading.refused, ...refused] };
  }, [reading, known]);
}

/** Counted in today's zones, slots and needs. */
const TODAY = -1;

/** The period, or the close, that a screen shows, when its zones, slots or needs are not today's; else null. */
export function countedElsewhere(
  { periods, period: newest }: Pick<Known["network"], "periods" | "period">,
  { screen, period, epoch }: Pick<View, "screen" | "period" | "epoch">,
): ClosedPeriod | null {
  if (!SCREENS.some((one) => one === screen)) return null;
  const read = epoch ?? periods.find(({ kind }) => kind === "week")?.id;
  const id = screen === "emerge" ? read : (periods.find((one) => one.id === period)?.id ?? newest);
  return periods.find((one) => one.id === id && one.lattice !== TODAY) ?? null;
}

/** The closed periods of the same kind before one that were counted in the same zones, slots and needs, newest first. */
export const earlierPeriods = (
  periods: readonly ClosedPeriod[],
  asked: ClosedPeriod | null,
): ClosedPeriod[] =>
  periods.filter(
    (period) =>
      asked !== null &&
      period.kind === asked.kind &&
      period.lattice === asked.lattice &&
      period.from < asked.from,
  );

/** Every hour of every day is the whole week, however it was chosen: nothing is left to repeat. */
function wholeWeek(view: View, { network }: Known): View {
  const places = placesOf(stretchesOf(view.hours, network.day_start), view.repeat);
  const chosen = view.hours.length > 0 || view.repeat !== "once";
  return chosen && places.length === HOURS ? { ...view, hours: [], repeat: "once" } : view;
}
