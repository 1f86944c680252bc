import { Download, Layers, Table2 } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { usePhone } from "../../useMedia.ts";
import { chosenZone, type Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { WeekStrip } from "../strip/WeekStrip.tsx";
import { Header } from "./Header.tsx";
import { Notices } from "./Notices.tsx";
import "./screen.css";
import "../zone/panel.css";

type Props = {
  screen: Screen;
  map: ReactNode;
  filters: ReactNode;
  table: ReactNode;
  panel: ReactNode;
  onExport: () => void;
  /** Places of the strip with a gap, where the screen tells. */
  gaps?: Uint8Array | null;
};

/** What every screen with a map and a week is made of. */
export function ScreenFrame({ screen, map, filters, table, panel, onExport, gaps = null }: Props) {
  const phone = usePhone();
  const { known, view, figures } = screen;
  useTitle(screen);
  return (
    <div
      className="screen"
      data-screen={view.screen}
      aria-busy={figures.coverage === null && figures.problem === null}
    >
      <Header network={known.network} screen={view.screen} theme={view.theme} phone={phone} />
      <main className="map-area">
        <div className="map-holder" data-stale={figures.stale}>
          {map}
        </div>
        {phone ? <Drawer onExport={onExport}>{filters}</Drawer> : filters}
        {view.table && table}
        {!phone && !view.table && <Tools onExport={onExport} />}
        <Notices screen={screen} />
      </main>
      <aside className="panel" id="panel" tabIndex={-1} data-stale={figures.stale}>
        {phone && <span className="grip" />}
        {panel}
      </aside>
      <WeekStrip screen={screen} phone={phone} gaps={gaps} />
    </div>
  );
}

function Tools({ onExport }: { onExport: () => void }) {
  const { t } = useWords();
  return (
    <div className="tools">
      <button type="button" className="tool card" onClick={() => setView({ table: true })}>
        <Table2 size={16} aria-hidden /> {t("tools.table")}
      </button>
      <button type="button" className="tool card" onClick={onExport}>
        <Download size={16} aria-hidden /> {t("tools.export")}
      </button>
    </div>
  );
}

/** On the phone filters, legend and tools wait behind one button. */
function Drawer({ onExport, children }: { onExport: () => void; children: ReactNode }) {
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
          <Tools onExport={onExport} />
          {children}
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
    t(`nav.${screen.view.screen}`),
    nameOf(screen.known.network, lang),
    t("app.name"),
  ];
  const title = parts.filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
