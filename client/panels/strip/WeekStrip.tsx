import { useEffect, useMemo, useRef, useState } from "react";
import { runsOf, type Stretch } from "../../../domain/chosenHours.ts";
import { stripBars } from "../../../domain/zoneMarks.ts";
import type { View } from "../../address.ts";
import { periodName } from "../../format.ts";
import { hoursLabel } from "../../hoursWords.ts";
import { type NeedSource, needRate } from "../../needRate.ts";
import { needWords } from "../../needWords.ts";
import { chosenZone, type Screen } from "../../useScreen.ts";
import { useSize } from "../../useSize.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { type Lang, nameOf, type Words } from "../../words.ts";
import { StripChart } from "./StripChart.tsx";
import { StripDays } from "./StripDays.tsx";
import { StripHeader } from "./StripHeader.tsx";
import { StripSelection } from "./StripSelection.tsx";
import type { Strip } from "./stripGeometry.ts";
import { needSpans, needTop } from "./stripNeed.ts";
import { usePlay } from "./usePlay.ts";
import { useScrub } from "./useScrub.ts";
import "./strip.css";
import "./stripHeader.css";
import "./chart.css";
import "./selection.css";

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const DESK = { bars: 50, hours: 15, need: 37 };
const PHONE = { bars: 72, hours: 20, need: 30 };

type Props = {
  screen: Screen;
  phone: boolean;
  /** 1 = an hour with a gap, by place of the strip. */
  gaps?: Uint8Array | null;
};

/** The week: who serves, hour by hour, and need under it; drag to choose hours. */
export function WeekStrip({ screen, phone, gaps = null }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const lane = useRef<HTMLDivElement>(null);
  const { width } = useSize(lane);
  const dayStart = screen.known.network.day_start;
  const range = rangeOf(screen.stretches);
  const [shown, setShown] = useState(4);
  const day = range ? Math.floor(range.from / 24) : shown;
  const strip: Strip = useMemo(
    () => ({ width, gap: phone ? 0 : 7, days: phone ? [day] : WEEK }),
    [width, phone, day],
  );
  const chart = useChart(screen);
  const scrub = useScrub({ strip, range, repeat: screen.view.repeat, dayStart, reach: phone ? 22 : 7 });
  const { playing, toggle } = usePlay(range, dayStart);
  const label = hoursLabel(t, lang, screen.facts);
  const { onKeyDown, onBlur, ...pointer } = scrub;
  return (
    <section className="strip" aria-label={t("strip.title")}>
      {!phone && (
        <StripHeader
          screen={screen}
          range={range}
          playing={playing}
          togglePlay={toggle}
          note={chart.note}
          gaps={gaps !== null}
        />
      )}
      <StripDays
        strip={strip}
        places={screen.places}
        range={range}
        phone={phone}
        onShow={setShown}
        dayStart={dayStart}
      />
      {!phone && <Axis top={chart.top} needTop={chart.hasNeed ? chart.needTop : null} />}
      <div className="strip-lane" ref={lane} {...pointer}>
        <StripChart
          strip={strip}
          heights={phone ? PHONE : DESK}
          bars={chart.bars}
          top={chart.top}
          need={chart.need}
          gaps={gaps}
          needTop={chart.needTop}
          dayStart={dayStart}
          night={chart.night}
        />
        <StripSelection
          strip={strip}
          range={range}
          runs={runsOf(screen.places)}
          label={label}
          flag={!phone}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
        {phone && <span className="strip-caption">{t("strip.servedShort")}</span>}
        {phone && (
          <span className="strip-caption strip-caption-need">{t("strip.need").toLocaleLowerCase(lang)}</span>
        )}
      </div>
      <p id="strip-help" className="hidden">
        {t("strip.help")}
      </p>
      <Announce screen={screen} label={label} />
      <Escape />
    </section>
  );
}

/** The one stretch handles can hold; neighbours across a day's end are one. */
function rangeOf(stretches: readonly Stretch[]): Stretch | null {
  const places = stretches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
  const [only, ...others] = runsOf(places.sort((a, b) => a - b));
  return only && others.length === 0 ? only : null;
}

function useChart({ known, figures, view, services }: Screen) {
  const { t } = useWords();
  const lang = useLang();
  const { slots, day_start: dayStart, periods } = known.network;
  const { coverage, need: source } = figures;
  const bars = useMemo(() => (coverage ? stripBars(coverage, services) : null), [coverage, services]);
  const need = useMemo(
    () => (source ? needSpans(source, { slots, dayStart, zone: view.zone, needs: view.needs }) : null),
    [source, slots, dayStart, view.zone, view.needs],
  );
  const top = bars ? Math.max(1, ...bars.planned) : known.zones.features.length;
  const night = slots.find(({ from: start, to }) => to <= start);
  const from = need?.find((span) => span.need.period !== null && span.need.period !== figures.period)?.need
    .period;
  const period = periods.find(({ id }) => id === from);
  const zone = chosenZone({ known, view })?.zone;
  const hasNeed = need?.some((span) => span.need.rate !== null) ?? false;
  const overall = source && !hasNeed ? overallNeed({ t, lang }, source, view) : null;
  const note = [
    ...(zone ? [t("strip.needOf", { zone: nameOf(zone, lang) })] : []),
    ...(period ? [t("strip.needPeriod", { period: periodName(t, lang, period) })] : []),
    ...(overall ? [overall] : []),
  ].join(", ");
  return { bars, need, hasNeed, top, needTop: needTop(need ?? []), night, note };
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

function Axis({ top, needTop: bottom }: { top: number; needTop: number | null }) {
  const { t } = useWords();
  return (
    <div className="strip-axis" aria-hidden="true">
      <p>
        <b>{t("strip.served")}</b>
        <span>
          <i className="key-seen" /> {t("strip.seen")} <i className="key-planned" /> {t("strip.planned")}
        </span>
      </p>
      <p>
        <b>{t("strip.need")}</b>
        <span>{t("strip.per10")}</span>
      </p>
      <small className="axis-top">{top}</small>
      <small className="axis-bottom">{bottom ?? ""}</small>
    </div>
  );
}

/** Says the choice when it has rested for a moment. */
function Announce({ screen, label }: { screen: Screen; label: string }) {
  const { t } = useWords();
  const [said, say] = useState("");
  const served = screen.states.filter(({ level }) => level !== null && level > 0).length;
  const text = t("strip.announce", { hours: label, served, total: screen.states.length });
  useEffect(() => {
    const timer = setTimeout(() => say(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="hidden" aria-live="polite">
      {said}
    </p>
  );
}

/** Esc, wherever nothing else hears it, shows the whole week again. */
function Escape() {
  useEffect(() => {
    const clear = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      setView({ hours: [], repeat: "once" });
    };
    addEventListener("keydown", clear);
    return () => removeEventListener("keydown", clear);
  }, []);
  return null;
}
