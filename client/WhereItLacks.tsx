import { useCallback, useMemo } from "react";
import { HOURS } from "../domain/week.ts";
import { hoursLabel } from "./hoursWords.ts";
import { ZoneMapPanel } from "./MapPanel.tsx";
import { NeedFilter } from "./panels/filters/NeedFilter.tsx";
import { PeriodSelect } from "./panels/filters/PeriodSelect.tsx";
import { ServiceFilter } from "./panels/filters/ServiceFilter.tsx";
import { ScreenFrame } from "./panels/frame/ScreenFrame.tsx";
import { GapLegend } from "./panels/gaps/GapLegend.tsx";
import { GapPanel } from "./panels/gaps/GapPanel.tsx";
import { GapTable } from "./panels/gaps/GapTable.tsx";
import { GapZonePanel } from "./panels/gaps/GapZonePanel.tsx";
import { gapMarks } from "./panels/gaps/gapMarks.ts";
import { saveGaps } from "./panels/gaps/gapTableRows.ts";
import { gapTip } from "./panels/gaps/gapWords.ts";
import { ProposalPanel } from "./panels/gaps/ProposalPanel.tsx";
import { OverlapLegend } from "./panels/overlaps/OverlapLegend.tsx";
import { OverlapPanel } from "./panels/overlaps/OverlapPanel.tsx";
import { OverlapTable } from "./panels/overlaps/OverlapTable.tsx";
import { saveOverlaps } from "./panels/overlaps/overlapTableRows.ts";
import { useOverlapMap } from "./panels/overlaps/useOverlapMap.ts";
import { type Gaps, useGaps } from "./useGaps.ts";
import type { Known } from "./useKnown.ts";
import { usePhone } from "./useMedia.ts";
import { type Overlaps, useOverlaps } from "./useOverlaps.ts";
import { chosenZone, type Screen, useScreen } from "./useScreen.ts";
import { useWords } from "./useWords.ts";
import { nameOf } from "./words.ts";
import "./panels/filters/filters.css";
import "./panels/filters/legend.css";
import "./panels/gaps/gapBar.css";
import "./panels/gaps/gapList.css";
import "./panels/gaps/gaps.css";

/** *Dove manca?*: where need is expected and nobody able to meet it is there, and where there are two. */
export function WhereItLacks({ known }: { known: Known }) {
  const screen = useScreen(known);
  const gaps = useGaps(screen);
  const overlaps = useOverlaps(screen);
  const together = screen.view.list === "overlaps";
  return (
    <ScreenFrame
      screen={screen}
      map={<LackMap screen={screen} gaps={gaps} overlaps={overlaps} />}
      filters={
        <div className="filters">
          <PeriodSelect periods={known.network.periods} chosen={screen.asked} stale={screen.figures.stale} />
          <NeedFilter known={known} chosen={screen.view.needs} />
          <div className="filters-card card">
            {together ? (
              <>
                <OverlapLegend screen={screen} overlaps={overlaps} />
                <ServiceFilter screen={screen} />
              </>
            ) : (
              <GapLegend gaps={gaps} view={screen.view} />
            )}
          </div>
        </div>
      }
      table={
        together ? (
          <OverlapTable screen={screen} overlaps={overlaps} />
        ) : (
          <GapTable screen={screen} gaps={gaps} />
        )
      }
      panel={<Panel screen={screen} gaps={gaps} overlaps={overlaps} />}
      onExport={() => (together ? saveOverlaps(screen, overlaps) : saveGaps(screen, gaps))}
      gaps={together ? null : gaps.places}
      contrasts={overlaps.contrasts}
    />
  );
}

type Props = { screen: Screen; gaps: Gaps; overlaps: Overlaps };

function Panel({ screen, gaps, overlaps }: Props) {
  const place = chosenZone(screen);
  const { list } = screen.view;
  if (list === "overlaps") return <OverlapPanel screen={screen} gaps={gaps} overlaps={overlaps} />;
  if (place) return <GapZonePanel screen={screen} gaps={gaps} place={place} />;
  return list === "proposals" ? (
    <ProposalPanel screen={screen} gaps={gaps} />
  ) : (
    <GapPanel screen={screen} gaps={gaps} />
  );
}

/** One map for every list, so that changing the list does not load it again. */
function LackMap({ screen, gaps, overlaps }: Props) {
  const { t } = useWords();
  const phone = usePhone();
  const gapMap = useGapMap(screen, gaps);
  const overlapMap = useOverlapMap(screen, overlaps);
  const together = screen.view.list === "overlaps";
  const { marks, tip } = together ? overlapMap : gapMap;
  const { known, telling, places, facts } = screen;
  const tooltip = useCallback(
    (id: string) => {
      const zone = known.zones.features.find(({ properties }) => properties.id === id)?.properties;
      const sentence = zone && tip(id);
      const hours = places.length < HOURS ? ` · ${hoursLabel(telling.t, telling.lang, facts)}` : "";
      return zone && sentence ? { name: nameOf(zone, telling.lang) + hours, sentence } : null;
    },
    [known, telling, tip, places, facts],
  );
  const label = t(together ? "overlaps.map" : "gaps.map");
  return <ZoneMapPanel screen={screen} phone={phone} marks={marks} tooltip={tooltip} label={label} />;
}

function useGapMap({ telling, view, known }: Screen, gaps: Gaps) {
  const marks = useMemo(() => gapMarks(gaps, telling, view.levels), [gaps, telling, view.levels]);
  const tip = useCallback(
    (id: string) => {
      const found = gaps.zones.find((one) => one.id === id);
      const needName = (need: string) =>
        nameOf(known.needs.find((one) => one.id === need) ?? { id: need }, telling.lang);
      return found ? gapTip(telling, found, needName) : null;
    },
    [gaps, known, telling],
  );
  return { marks, tip };
}
