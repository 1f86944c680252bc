import { useEffect } from "react";
import type { EmergingAnswer } from "./emergingAnswer.ts";
import { ZoneMapPanel } from "./MapPanel.tsx";
import { CloseSelect } from "./panels/emerge/closes/CloseSelect.tsx";
import { closeDay } from "./panels/emerge/closes/closeDay.ts";
import { Timeline } from "./panels/emerge/closes/Timeline.tsx";
import { EmergeLegend } from "./panels/emerge/EmergeLegend.tsx";
import { EmergePanel } from "./panels/emerge/EmergePanel.tsx";
import { EmergeStrip } from "./panels/emerge/EmergeStrip.tsx";
import { EmergeTable } from "./panels/emerge/EmergeTable.tsx";
import { saveEmerging } from "./panels/emerge/emergeTableRows.ts";
import { notRead } from "./panels/emerge/ReadingState.tsx";
import { type EmergeMap, useEmergeMap } from "./panels/emerge/useEmergeMap.ts";
import { NeedFilter } from "./panels/filters/NeedFilter.tsx";
import { ScreenFrame } from "./panels/frame/ScreenFrame.tsx";
import { useEmerging } from "./useEmerging.ts";
import type { Known } from "./useKnown.ts";
import { usePhone } from "./useMedia.ts";
import { type Screen, useScreen } from "./useScreen.ts";
import { useWords } from "./useWords.ts";
import { setView } from "./view.ts";
import "./panels/filters/filters.css";
import "./panels/filters/legend.css";
import "./panels/emerge/emerge.css";

/** *Cosa emerge?*: which needs are growing, where, and how surely; what cannot be told is said as much. */
export function Emerging({ known }: { known: Known }) {
  const screen = useScreen(known);
  const emerging = useEmerging(screen);
  const { answer, busy, stale, problem, retry } = emerging;
  const strayed = notRead(problem, screen.view.epoch);
  const drawn = useEmergeMap(screen, emerging);
  useLeave(screen.view.finding);
  return (
    <ScreenFrame
      screen={screen}
      answer={{ busy, stale, problem: strayed ? null : problem, retry, date: closedOn(screen, answer) }}
      map={<Drawn screen={screen} drawn={drawn} />}
      filters={
        <div className="filters">
          <CloseSelect screen={screen} emerging={emerging} />
          {answer && <Timeline closes={answer.epochs} epoch={screen.view.epoch} />}
          <NeedFilter known={known} chosen={screen.view.needs} />
          <div className="filters-card card">
            <EmergeLegend says={drawn.says} chosen={screen.view.levels} />
          </div>
        </div>
      }
      table={<EmergeTable screen={screen} emerging={emerging} />}
      panel={<EmergePanel screen={screen} emerging={emerging} />}
      onExport={() => saveEmerging(screen, emerging)}
      below={<EmergeStrip screen={screen} emerging={emerging} />}
    />
  );
}

function Drawn({ screen, drawn }: { screen: Screen; drawn: EmergeMap }) {
  const { t } = useWords();
  const { marks, outlines, tooltip } = drawn;
  return (
    <ZoneMapPanel
      screen={screen}
      phone={usePhone()}
      marks={marks}
      outlines={outlines}
      small="paper"
      tooltip={tooltip}
      label={t("emerge.map")}
    />
  );
}

const closedOn = ({ telling }: Screen, answer: EmergingAnswer | null): string | null =>
  answer?.epoch ? closeDay(answer.epoch, telling.lang) : null;

/** Esc leaves the finding looked at, unless it closes something that stands over the page. */
function useLeave(finding: string | null): void {
  useEffect(() => {
    if (finding === null) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      setView({ finding: null });
    };
    document.addEventListener("keydown", leave);
    return () => document.removeEventListener("keydown", leave);
  }, [finding]);
}
