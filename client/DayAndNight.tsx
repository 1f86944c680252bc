import { type RefObject, useEffect, useRef, useState } from "react";
import { periodName } from "./format.ts";
import { Header } from "./panels/frame/Header.tsx";
import { Notices } from "./panels/frame/Notices.tsx";
import { PanelWaiting } from "./panels/frame/PanelWaiting.tsx";
import { NightBar } from "./panels/night/NightBar.tsx";
import { NightMaps } from "./panels/night/NightMaps.tsx";
import { NightTable } from "./panels/night/NightTable.tsx";
import { NightWeek } from "./panels/night/NightWeek.tsx";
import { isTooFine, type Night, useNight } from "./panels/night/useNight.ts";
import { WhyNight } from "./panels/night/WhyNight.tsx";
import { ZoneChart } from "./panels/night/ZoneChart.tsx";
import { ZoneNeeds } from "./panels/night/ZoneNeeds.tsx";
import { PanelFoot } from "./panels/zone/PanelFoot.tsx";
import type { Known } from "./useKnown.ts";
import { usePhone } from "./useMedia.ts";
import { useWords } from "./useWords.ts";
import { setView } from "./view.ts";
import { nameOf } from "./words.ts";
import "./panels/frame/screen.css";
import "./panels/filters/filters.css";
import "./panels/filters/legend.css";
import "./panels/night/night.css";
import "./panels/night/ramps.css";
import "./panels/night/sets.css";
import "./panels/night/chart.css";
import "./panels/night/bars.css";
import "./panels/night/week.css";
import "./panels/night/weekMarks.css";
import "./panels/night/zone.css";
import "./panels/night/phone.css";

/** *Giorno e notte*: the need of two sets of hours side by side, and how sure their difference is. */
export function DayAndNight({ known }: { known: Known }) {
  const night = useNight(known);
  const phone = usePhone();
  const [hovered, hover] = useState<string | null>(null);
  const { view } = night.screen;
  const below = useRef<HTMLDivElement>(null);
  const waiting = night.screen.asked !== null && night.comparison === null && night.answer.problem === null;
  useTitle(night);
  useFocusKept(below, view.zone);
  return (
    <div className="night" aria-busy={waiting}>
      <Header
        network={known.network}
        screen={view.screen}
        theme={view.theme}
        phone={phone}
        period={night.screen.period && periodName(night.telling.t, night.telling.lang, night.screen.period)}
      />
      <main className="night-main" id="panel" tabIndex={-1}>
        <NightBar night={night} />
        <div className="night-stage" data-table={view.table} data-stale={night.answer.problem !== null}>
          {view.table ? (
            <NightTable night={night} />
          ) : (
            <NightMaps night={night} phone={phone} hovered={hovered} onHover={hover} />
          )}
          <Problems night={night} />
        </div>
        <div className="night-below" hidden={view.table} ref={below}>
          {waiting ? (
            <PanelWaiting rows={7} />
          ) : view.zone === null ? (
            <ZoneChart night={night} hovered={hovered} onHover={hover} />
          ) : (
            <ZoneNeeds night={night} zone={view.zone} />
          )}
          <div className="night-week">
            <NightWeek night={night} />
            <PanelFoot
              screen={night.screen}
              zone={view.zone}
              why={(box) => <WhyNight night={night} box={box} />}
            />
          </div>
        </div>
      </main>
    </div>
  );
}

/** What could not be answered: needs that are not published so finely have their own way out. */
function Problems({ night: { screen, answer } }: { night: Night }) {
  const { t } = useWords();
  const tooFine = isTooFine(answer) && screen.view.needs.length > 0;
  return (
    <Notices screen={screen} also={tooFine ? null : answer}>
      {tooFine && (
        <div className="notice card" role="status">
          <p>
            {t("night.noView")}{" "}
            <button type="button" className="link" onClick={() => setView({ needs: [] })}>
              {t("night.noViewAct")}
            </button>
          </p>
        </div>
      )}
    </Notices>
  );
}

/** Who opened or closed a zone by a button that is gone stands at the title of what took its place. */
function useFocusKept(place: RefObject<HTMLElement | null>, zone: string | null): void {
  const before = useRef(zone);
  useEffect(() => {
    const changed = before.current !== zone;
    before.current = zone;
    if (changed && document.activeElement === document.body) place.current?.querySelector("h2")?.focus();
  }, [place, zone]);
}

function useTitle({ screen, telling, zoneName }: Night): void {
  const { t, lang } = telling;
  const { zone } = screen.view;
  const title = [zone && zoneName(zone), t("night.title"), nameOf(screen.known.network, lang), t("app.name")]
    .filter(Boolean)
    .join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
