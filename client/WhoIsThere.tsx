import { Download, Layers, Table2 } from "lucide-react";
import { useEffect, useState } from "react";
import { MapPanel } from "./MapPanel.tsx";
import { Filters } from "./panels/filters/Filters.tsx";
import { Header } from "./panels/frame/Header.tsx";
import { Notices } from "./panels/frame/Notices.tsx";
import { WeekStrip } from "./panels/strip/WeekStrip.tsx";
import { EqualTable } from "./panels/table/EqualTable.tsx";
import { saveTable } from "./panels/table/exportTable.ts";
import { NetworkPanel } from "./panels/zone/NetworkPanel.tsx";
import { ZonePanel } from "./panels/zone/ZonePanel.tsx";
import type { Known } from "./useKnown.ts";
import { usePhone } from "./useMedia.ts";
import { chosenZone, type Screen, useScreen } from "./useScreen.ts";
import { useLang, useWords } from "./useWords.ts";
import { setView } from "./view.ts";
import { nameOf } from "./words.ts";
import "./panels/frame/screen.css";
import "./panels/zone/panel.css";

/** *Chi c'è?*: which services cover which zone, at which hour. */
export function WhoIsThere({ known }: { known: Known }) {
  const screen = useScreen(known);
  const phone = usePhone();
  const place = chosenZone(screen);
  const { view, figures } = screen;
  useTitle(screen);
  return (
    <div className="screen" aria-busy={figures.coverage === null && figures.problem === null}>
      <Header network={known.network} theme={view.theme} phone={phone} />
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
        {phone && <span className="grip" />}
        {place ? <ZonePanel screen={screen} place={place} phone={phone} /> : <NetworkPanel screen={screen} />}
      </aside>
      <WeekStrip screen={screen} phone={phone} />
    </div>
  );
}

function Tools({ screen }: { screen: Screen }) {
  const { t } = useWords();
  return (
    <div className="tools">
      <button type="button" className="tool card" onClick={() => setView({ table: true })}>
        <Table2 size={16} aria-hidden /> {t("tools.table")}
      </button>
      <button type="button" className="tool card" onClick={() => saveTable(screen)}>
        <Download size={16} aria-hidden /> {t("tools.export")}
      </button>
    </div>
  );
}

/** On the phone filters, legend and tools wait behind one button. */
function Drawer({ screen }: { screen: Screen }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is heard wherever the focus stands inside
    <div
      className="drawer"
      onKeyDown={(event) => {
        if (!open || event.key !== "Escape") return;
        event.preventDefault();
        setOpen(false);
      }}
    >
      <button
        type="button"
        className="layers card"
        aria-expanded={open}
        aria-label={t("legend.filters")}
        onClick={() => setOpen(!open)}
      >
        <Layers size={22} aria-hidden />
      </button>
      {open && (
        <>
          <Tools screen={screen} />
          <Filters screen={screen} />
        </>
      )}
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
