import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { nameOf } from "../../words.ts";
import { AdviceBox } from "../advice/AdviceBox.tsx";
import { PanelWaiting } from "../frame/PanelWaiting.tsx";
import { Rich } from "../frame/Rich.tsx";
import { GapFoot } from "./GapFoot.tsx";
import { GapList } from "./GapList.tsx";
import { gapsSentence } from "./gapWords.ts";
import { ListTabs } from "./ListTabs.tsx";

/** The whole network: one sentence, what to act on, where to go and look. */
export function GapPanel({ screen, gaps }: { screen: Screen; gaps: Gaps }) {
  const { known, telling } = screen;
  const { t, lang } = telling;
  const zoneName = (id: string) =>
    nameOf(known.zones.features.find(({ properties }) => properties.id === id)?.properties ?? { id }, lang);
  const axis = axisOf(gaps);
  return (
    <>
      <div className="panel-scroll">
        <ListTabs chosen={screen.view.list} />
        {gaps.zones.length > 0 && (
          <p className="sentence gap-sentence">
            <Rich text={gapsSentence(telling, gaps, zoneName)} />
          </p>
        )}
        {gaps.zones.length === 0 && screen.busy && <PanelWaiting rows={6} />}
        {gaps.zones.length === 0 && !screen.period && <p className="sentence">{t("state.noPeriod")}</p>}
        {gaps.zones.length > 0 && (
          <>
            <GapList kind="act" screen={screen} gaps={gaps} axis={axis} zoneName={zoneName} />
            <AdviceBox screen={screen} gaps={gaps} />
            <GapList kind="look" screen={screen} gaps={gaps} axis={axis} zoneName={zoneName} />
          </>
        )}
      </div>
      <GapFoot screen={screen} gaps={gaps} zone={null} />
    </>
  );
}

/** One axis for both lists: a round end past every interval, and a few ticks. */
function axisOf({ act, look, threshold }: Gaps): { end: number; ticks: number[] } {
  const most = Math.max(2 * threshold, ...[...act, ...look].map(({ gap }) => gap.interval?.[1] ?? 0));
  const raw = most / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((times) => times * power >= raw) ?? 10) * power;
  const count = Math.ceil(most / step);
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}
