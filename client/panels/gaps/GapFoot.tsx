import { CircleHelp } from "lucide-react";
import { useRef } from "react";
import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { thresholdText } from "./gapWords.ts";
import { WhyGap } from "./WhyGap.tsx";

type Props = { screen: Screen; gaps: Gaps; zone: string | null; note?: string };

/** Where figures come from, and how the bars read (or what else the list goes by). */
export function GapFoot({ screen, gaps, zone, note }: Props) {
  const { t, lang } = screen.telling;
  const dialog = useRef<HTMLDialogElement>(null);
  if (!screen.period) return null;
  return (
    <div className="panel-foot">
      <button type="button" className="link" onClick={() => dialog.current?.showModal()}>
        <CircleHelp size={16} aria-hidden /> {t("why.open")}
      </button>
      <span>{note ?? `${t("gaps.foot")} ${thresholdText({ t, lang }, screen, gaps)}`}</span>
      <WhyGap screen={screen} gaps={gaps} zone={zone} box={dialog} />
    </div>
  );
}
