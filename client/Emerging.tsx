import { useEffect, useMemo } from "react";
import type { EmergingAnswer } from "./emergingAnswer.ts";
import { formats } from "./format.ts";
import { ZoneMapPanel } from "./MapPanel.tsx";
import type { ZoneMark } from "./map/ZoneMark.ts";
import { CloseSelect } from "./panels/emerge/CloseSelect.tsx";
import { EmergePanel } from "./panels/emerge/EmergePanel.tsx";
import { EmergeStrip } from "./panels/emerge/EmergeStrip.tsx";
import { Timeline } from "./panels/emerge/Timeline.tsx";
import { NeedFilter } from "./panels/filters/NeedFilter.tsx";
import { ScreenFrame } from "./panels/frame/ScreenFrame.tsx";
import { type Emerging as Emergence, useEmerging } from "./useEmerging.ts";
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
  useLeave(screen.view.finding);
  return (
    <ScreenFrame
      screen={screen}
      answer={{ busy, stale, problem, retry, date: closedOn(screen, answer) }}
      map={<EmergeMap screen={screen} emerging={emerging} />}
      filters={
        <div className="filters">
          <CloseSelect screen={screen} emerging={emerging} />
          {answer && (
            <Timeline closes={answer.epochs} epoch={screen.view.epoch} timezone={known.network.timezone} />
          )}
          <NeedFilter known={known} chosen={screen.view.needs} />
        </div>
      }
      table={null}
      panel={<EmergePanel screen={screen} emerging={emerging} />}
      onExport={() => undefined}
      below={<EmergeStrip screen={screen} emerging={emerging} />}
    />
  );
}

type Props = { screen: Screen; emerging: Emergence };

function EmergeMap({ screen }: Props) {
  const { t } = useWords();
  const phone = usePhone();
  const { zones } = screen.known;
  const marks = useMemo(
    () => zones.features.map(({ properties }): ZoneMark => plainMark(properties.id)),
    [zones],
  );
  return (
    <ZoneMapPanel screen={screen} phone={phone} marks={marks} tooltip={() => null} label={t("emerge.map")} />
  );
}

const plainMark = (zone: string): ZoneMark => ({ zone, level: 0, seen: [], rare: [], badge: null });

function closedOn({ known, telling }: Screen, answer: EmergingAnswer | null): string | null {
  if (!answer?.closed_at) return null;
  return formats(telling.lang).moment(answer.closed_at, known.network.timezone);
}

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
