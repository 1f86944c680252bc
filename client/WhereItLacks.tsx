import { useCallback, useMemo } from "react";
import { HOURS } from "../domain/week.ts";
import { hoursLabel } from "./hoursWords.ts";
import { ZoneMapPanel } from "./MapPanel.tsx";
import { NeedFilter } from "./panels/filters/NeedFilter.tsx";
import { PeriodSelect } from "./panels/filters/PeriodSelect.tsx";
import { ScreenFrame } from "./panels/frame/ScreenFrame.tsx";
import { GapLegend } from "./panels/gaps/GapLegend.tsx";
import { GapPanel } from "./panels/gaps/GapPanel.tsx";
import { GapTable } from "./panels/gaps/GapTable.tsx";
import { GapZonePanel } from "./panels/gaps/GapZonePanel.tsx";
import { gapMarks } from "./panels/gaps/gapMarks.ts";
import { saveGaps } from "./panels/gaps/gapTableRows.ts";
import { gapTip } from "./panels/gaps/gapWords.ts";
import { OverlapPanel } from "./panels/gaps/OverlapPanel.tsx";
import { ProposalPanel } from "./panels/gaps/ProposalPanel.tsx";
import { type Gaps, useGaps } from "./useGaps.ts";
import type { Known } from "./useKnown.ts";
import { usePhone } from "./useMedia.ts";
import { chosenZone, type Screen, useScreen } from "./useScreen.ts";
import { useWords } from "./useWords.ts";
import { nameOf } from "./words.ts";
import "./panels/filters/filters.css";
import "./panels/filters/legend.css";
import "./panels/gaps/gapBar.css";
import "./panels/gaps/gapList.css";
import "./panels/gaps/gaps.css";

/** *Dove manca?*: where need is expected and nobody able to meet it is there. */
export function WhereItLacks({ known }: { known: Known }) {
  const screen = useScreen(known);
  const gaps = useGaps(screen);
  const place = chosenZone(screen);
  return (
    <ScreenFrame
      screen={screen}
      map={<GapMap screen={screen} gaps={gaps} />}
      filters={
        <div className="filters">
          <PeriodSelect periods={known.network.periods} chosen={screen.asked} stale={screen.figures.stale} />
          <NeedFilter known={known} chosen={screen.view.needs} />
          <div className="filters-card card">
            <GapLegend gaps={gaps} chosen={screen.view.levels} />
          </div>
        </div>
      }
      table={<GapTable screen={screen} gaps={gaps} />}
      panel={
        place ? (
          <GapZonePanel screen={screen} gaps={gaps} place={place} />
        ) : (
          <NetworkList screen={screen} gaps={gaps} />
        )
      }
      onExport={() => saveGaps(screen, gaps)}
      gaps={gaps.places}
    />
  );
}

const PANELS = { gaps: GapPanel, overlaps: OverlapPanel, proposals: ProposalPanel };

function NetworkList({ screen, gaps }: { screen: Screen; gaps: Gaps }) {
  const Panel = PANELS[screen.view.list];
  return <Panel screen={screen} gaps={gaps} />;
}

function GapMap({ screen, gaps }: { screen: Screen; gaps: Gaps }) {
  const { t } = useWords();
  const phone = usePhone();
  const { telling, view, known, places, facts } = screen;
  const marks = useMemo(() => gapMarks(gaps, telling, view.levels), [gaps, telling, view.levels]);
  const tooltip = useCallback(
    (id: string) => {
      const zone = known.zones.features.find(({ properties }) => properties.id === id)?.properties;
      const found = gaps.zones.find((one) => one.id === id);
      if (!zone || !found) return null;
      const needName = (need: string) =>
        nameOf(known.needs.find((one) => one.id === need) ?? { id: need }, telling.lang);
      const hours = places.length < HOURS ? ` · ${hoursLabel(telling.t, telling.lang, facts)}` : "";
      return { name: nameOf(zone, telling.lang) + hours, sentence: gapTip(telling, found, needName) };
    },
    [gaps, known, telling, places, facts],
  );
  return <ZoneMapPanel screen={screen} phone={phone} marks={marks} tooltip={tooltip} label={t("gaps.map")} />;
}
