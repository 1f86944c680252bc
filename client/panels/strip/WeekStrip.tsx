import { useEffect, useMemo, useRef, useState } from "react";
import { runsOf, type Stretch } from "../../../domain/chosenHours.ts";
import { formats } from "../../format.ts";
import { hoursLabel } from "../../hoursWords.ts";
import type { Screen } from "../../useScreen.ts";
import { useSize } from "../../useSize.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { placeFlag } from "./placeFlag.ts";
import { StripChart } from "./StripChart.tsx";
import { StripDays } from "./StripDays.tsx";
import { StripHeader, StripShortHeader } from "./StripHeader.tsx";
import { StripSelection } from "./StripSelection.tsx";
import { type Strip, xEnd, xOf } from "./stripGeometry.ts";
import { useChart } from "./useChart.ts";
import { usePlay } from "./usePlay.ts";
import { useScrub } from "./useScrub.ts";
import "./strip.css";
import "./stripHeader.css";
import "./stripHand.css";
import "./chart.css";
import "./selection.css";

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const DESK = { bars: 50, hours: 15, need: 37 };
const PHONE = { bars: 62, hours: 18, need: 28 };

type Props = {
  screen: Screen;
  phone: boolean;
  /** How many zones surely lack (of one zone, needs), by place of the strip. */
  gaps?: Uint8Array | null;
  /** 1 = services of contrasting aims together, by place of the strip. */
  contrasts: Uint8Array | null;
};

/** The week: who serves, hour by hour, and need under it; drag to choose hours. */
export function WeekStrip({ screen, phone, gaps = null, contrasts }: Props) {
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
  const flag = useFlag(phone ? null : range, strip, label);
  const { onKeyDown, onBlur, ...pointer } = scrub;
  return (
    <section className="strip" aria-label={t("strip.title")}>
      {phone ? (
        <StripShortHeader screen={screen} range={range} playing={playing} togglePlay={toggle} />
      ) : (
        <StripHeader
          screen={screen}
          range={range}
          playing={playing}
          togglePlay={toggle}
          note={chart.note}
          gaps={gaps}
          contrasts={contrasts !== null}
        />
      )}
      <StripDays
        strip={strip}
        places={screen.places}
        range={range}
        phone={phone}
        shifts={flag?.shifts ?? []}
        onShow={setShown}
        dayStart={dayStart}
      />
      {!phone && <Axis chart={chart} />}
      <div className="strip-lane" ref={lane} {...pointer}>
        <StripChart
          strip={strip}
          heights={phone ? PHONE : DESK}
          bars={chart.bars}
          top={chart.top}
          need={chart.need}
          gaps={gaps}
          contrasts={contrasts}
          needTop={chart.needTop}
          dayStart={dayStart}
          night={chart.night}
        />
        <StripSelection
          strip={strip}
          range={range}
          runs={runsOf(screen.places)}
          label={label}
          flag={flag?.left ?? null}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
        {phone && <Captions />}
      </div>
      <p id="strip-help" className="hidden">
        {t("strip.help")}
      </p>
      <Announce screen={screen} label={label} gaps={gaps} />
      <Escape />
    </section>
  );
}

/** What is up and what is down, where there is no axis to say it. */
function Captions() {
  const { t } = useWords();
  return (
    <>
      <span className="strip-caption">{t("strip.servedShort")}</span>
      <span className="strip-caption strip-caption-need">{t("strip.need").toLocaleLowerCase(useLang())}</span>
    </>
  );
}

function useFlag(range: Stretch | null, strip: Strip, label: string) {
  const lang = useLang();
  return useMemo(() => {
    if (!range) return null;
    const names = WEEK.map((n) => formats(lang).weekday(n));
    return placeFlag(strip, names, { label, middle: (xOf(strip, range.from) + xEnd(strip, range.to)) / 2 });
  }, [range, strip, label, lang]);
}

/** The one stretch handles can hold; neighbours across a day's end are one. */
function rangeOf(stretches: readonly Stretch[]): Stretch | null {
  const places = stretches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
  const [only, ...others] = runsOf(places.sort((a, b) => a - b));
  return only && others.length === 0 ? only : null;
}

function Axis({ chart: { top, hasNeed, needTop, bars } }: { chart: ReturnType<typeof useChart> }) {
  const { t } = useWords();
  return (
    <div className="strip-axis" aria-hidden="true">
      <p>
        <b>{t("strip.served")}</b>
        <span>
          <i className="key-seen" /> {t("strip.seen")} <i className="key-planned" /> {t("strip.planned")}
        </span>
        {bars?.supposed && (
          <span>
            <i className="key-supposed" /> {t("whatIf.strip")}
          </span>
        )}
      </p>
      <p>
        <b>{t("strip.need")}</b>
        <span>{t("strip.per10")}</span>
      </p>
      <small className="axis-top">{top}</small>
      <small className="axis-bottom">{hasNeed ? needTop : ""}</small>
    </div>
  );
}

/** Says the choice when it has rested for a moment. */
function Announce({ screen, label, gaps }: { screen: Screen; label: string; gaps: Uint8Array | null }) {
  const { t } = useWords();
  const [said, say] = useState("");
  const known = screen.states.length > 0;
  const served = screen.states.filter(({ level }) => level !== null && level > 0).length;
  const lacking = gaps && Math.max(0, ...screen.places.map((place) => gaps[place] ?? 0));
  const text = [
    t("strip.announce", { hours: label, served, total: screen.states.length }),
    ...(lacking === null
      ? []
      : [t(screen.view.zone ? "strip.announceNeeds" : "strip.announceGaps", { count: lacking })]),
  ].join("; ");
  useEffect(() => {
    const timer = setTimeout(() => say(known ? text : ""), 500);
    return () => clearTimeout(timer);
  }, [text, known]);
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
