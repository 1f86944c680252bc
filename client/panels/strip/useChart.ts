import { useMemo } from "react";
import { supposedBars } from "../../../domain/whatif/supposed.ts";
import type { View } from "../../address.ts";
import { periodName } from "../../format.ts";
import { type NeedSource, needRate } from "../../needRate.ts";
import { needWords } from "../../needWords.ts";
import { chosenZone, type Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { type Lang, nameOf, type Words } from "../../words.ts";
import { type NeedSpan, needSpans, needTop } from "./stripNeed.ts";

/** What the strip draws: who serves hour by hour, need slot by slot, and where its figures come from. */
export function useChart(screen: Screen) {
  const { known, figures, view, services } = screen;
  const { slots, day_start: dayStart } = known.network;
  const { supposition, need: source } = figures;
  const bars = useMemo(
    () => (supposition ? supposedBars(supposition, services) : null),
    [supposition, services],
  );
  const need = useMemo(
    () => (source ? needSpans(source, { slots, dayStart, zone: view.zone, needs: view.needs }) : null),
    [source, slots, dayStart, view.zone, view.needs],
  );
  const top = bars ? Math.max(1, ...bars.planned, ...(bars.supposed ?? [])) : known.zones.features.length;
  const night = slots.find(({ from: start, to }) => to <= start);
  const hasNeed = need?.some((span) => span.need.rate !== null) ?? false;
  const note = useNote(screen, need ?? [], hasNeed);
  return { bars, need, hasNeed, top, needTop: needTop(need ?? []), night, note };
}

/** Whose need the strip draws, and of which period when not the one on screen. */
function useNote({ known, figures, view }: Screen, need: readonly NeedSpan[], hasNeed: boolean): string {
  const { t } = useWords();
  const lang = useLang();
  const from = need.find((span) => span.need.period !== null && span.need.period !== figures.period)?.need
    .period;
  const period = known.network.periods.find(({ id }) => id === from);
  const zone = chosenZone({ known, view })?.zone;
  const overall = figures.need && !hasNeed ? overallNeed({ t, lang }, figures.need, view) : null;
  return [
    ...(zone ? [t("strip.needOf", { zone: nameOf(zone, lang) })] : []),
    ...(period ? [t("strip.needPeriod", { period: periodName(t, lang, period) })] : []),
    ...(overall ? [overall] : []),
  ].join(", ");
}

/** Where no slot has a figure, what all of them have together. */
function overallNeed(
  said: { t: Words; lang: Lang },
  source: NeedSource,
  { zone, needs }: View,
): string | null {
  const all = needRate(source, { zone: zone ?? undefined, needs: needs.length > 0 ? needs : null });
  if (all.rate === null) return null;
  return said.t("need.allOf", { few: said.t("need.noView"), rate: needWords(said, all).text });
}
