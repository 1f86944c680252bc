import { useEffect, useState } from "react";
import { periodName } from "./format.ts";
import { MapPanel } from "./MapPanel.tsx";
import { Drawer } from "./panels/filters/Drawer.tsx";
import { Filters } from "./panels/filters/Filters.tsx";
import { Grip } from "./panels/frame/Grip.tsx";
import { Header } from "./panels/frame/Header.tsx";
import { Notices } from "./panels/frame/Notices.tsx";
import { Tools } from "./panels/frame/Tools.tsx";
import { WeekStrip } from "./panels/strip/WeekStrip.tsx";
import { EqualTable } from "./panels/table/EqualTable.tsx";
import { NetworkPanel } from "./panels/zone/NetworkPanel.tsx";
import { ZonePanel } from "./panels/zone/ZonePanel.tsx";
import type { Known } from "./useKnown.ts";
import { usePhone } from "./useMedia.ts";
import { chosenZone, type Screen, useScreen } from "./useScreen.ts";
import { useLang, useWords } from "./useWords.ts";
import { nameOf } from "./words.ts";
import "./panels/frame/screen.css";
import "./panels/frame/hand.css";
import "./panels/zone/panel.css";

/** *Chi c'è?*: which services cover which zone, at which hour. */
export function WhoIsThere({ known }: { known: Known }) {
  const screen = useScreen(known);
  const phone = usePhone();
  const place = chosenZone(screen);
  const [tall, setTall] = useState(false);
  const { view, figures } = screen;
  useTitle(screen);
  return (
    <div
      className="screen"
      data-tall={tall}
      aria-busy={figures.coverage === null && figures.problem === null}
    >
      <Header
        network={known.network}
        theme={view.theme}
        phone={phone}
        period={screen.period && periodName(screen.telling.t, screen.telling.lang, screen.period)}
      />
      <main className="map-area">
        <div className="map-holder" data-stale={figures.stale}>
          <MapPanel screen={screen} phone={phone} />
        </div>
        {phone ? <Drawer screen={screen} /> : <Filters screen={screen} />}
        {view.table && <EqualTable screen={screen} />}
        {!phone && !view.table && <Tools screen={screen} />}
        <Notices screen={screen} />
      </main>
      <aside className="panel" id="panel" tabIndex={-1} data-stale={figures.stale}>
        {phone && <Grip tall={tall} onPress={() => setTall(!tall)} />}
        {place ? <ZonePanel screen={screen} place={place} phone={phone} /> : <NetworkPanel screen={screen} />}
      </aside>
      <WeekStrip screen={screen} phone={phone} />
    </div>
  );
}

/** The window says zone and screen, so that a tab or a bookmark can be told from another. */
function useTitle(screen: Screen): void {
  const { t } = useWords();
  const lang = useLang();
  const place = chosenZone(screen);
  const parts = [
    place && nameOf(place.zone, lang),
    t("nav.who"),
    nameOf(screen.known.network, lang),
    t("app.name"),
  ];
  const title = parts.filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
