import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Problem } from "../../answered.ts";
import { periodName } from "../../format.ts";
import { usePhone } from "../../useMedia.ts";
import { chosenZone, type Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { nameOf } from "../../words.ts";
import { Drawer } from "../filters/Drawer.tsx";
import { WeekStrip } from "../strip/WeekStrip.tsx";
import { Grip } from "./Grip.tsx";
import { Header } from "./Header.tsx";
import { Notices } from "./Notices.tsx";
import { Tools } from "./Tools.tsx";
import "./screen.css";
import "./hand.css";
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
  /** Places of the strip with services of contrasting aims together, where the screen tells. */
  contrasts?: Uint8Array | null;
  /** Where the figures are not those of the period: what became of the answer, and its date. */
  answer?: FrameAnswer;
  /** What stands below instead of the week, where hours are no choice. */
  below?: ReactNode;
};

type FrameAnswer = {
  busy: boolean;
  stale: boolean;
  problem: Problem | null;
  retry: () => void;
  date: string | null;
};

/** What every screen with a map and a week is made of. */
export function ScreenFrame(props: Props) {
  const {
    screen,
    map,
    filters,
    table,
    panel,
    onExport,
    answer,
    below,
    gaps = null,
    contrasts = null,
  } = props;
  const phone = usePhone();
  const [tall, setTall] = useState(false);
  const { known, view, figures } = screen;
  useTitle(screen);
  const aside = usePanelFocus(view.zone);
  const { busy, stale } = answer ?? { busy: screen.busy, stale: figures.stale };
  const period = screen.period && periodName(screen.telling.t, screen.telling.lang, screen.period);
  return (
    <div className="screen" data-screen={view.screen} data-tall={tall} aria-busy={busy}>
      <Header
        network={known.network}
        screen={view.screen}
        theme={view.theme}
        phone={phone}
        period={answer ? answer.date : period}
      />
      <main className="map-area" id="map">
        <div className="map-holder" data-stale={stale}>
          {map}
        </div>
        {phone ? (
          <Drawer view={view} onExport={onExport}>
            {filters}
          </Drawer>
        ) : (
          filters
        )}
        {view.table && table}
        {!phone && !view.table && <Tools onExport={onExport} />}
        <Notices screen={screen} also={answer ?? null} />
      </main>
      <aside className="panel" id="panel" ref={aside} tabIndex={-1} data-stale={stale}>
        {phone && <Grip tall={tall} onPress={() => setTall(!tall)} />}
        {panel}
      </aside>
      {below ?? <WeekStrip screen={screen} phone={phone} gaps={gaps} contrasts={contrasts} />}
    </div>
  );
}

/** What was pressed may go with the panel it stood in: the focus then goes to the panel that took its place. */
function usePanelFocus(zone: string | null) {
  const panel = useRef<HTMLElement>(null);
  const before = useRef(zone);
  useEffect(() => {
    if (before.current !== zone && document.activeElement === document.body) panel.current?.focus();
    before.current = zone;
  }, [zone]);
  return panel;
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
