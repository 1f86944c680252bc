import { CircleHelp } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { formats } from "../../format.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import type { WhyRef } from "./WhyBox.tsx";
import { WhyDialog } from "./WhyDialog.tsx";

type Props = {
  screen: Screen;
  zone: string | null;
  /** The explanation of this screen’s figures; that of presence and need when left out. */
  why?: (box: WhyRef) => ReactNode;
};

/** Where figures come from, and when they closed. */
export function PanelFoot({ screen, zone, why }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const dialog = useRef<HTMLDialogElement>(null);
  const { period, known } = screen;
  if (!period) return null;
  const date = formats(lang).moment(period.closed_at, known.network.timezone);
  return (
    <div className="panel-foot">
      <button type="button" className="link" onClick={() => dialog.current?.showModal()}>
        <CircleHelp size={16} aria-hidden /> {t("why.open")}
      </button>
      <span>
        {t("why.closed", { date })} · {t("why.exact")}
      </span>
      {why ? why(dialog) : <WhyDialog screen={screen} period={period} zone={zone} box={dialog} />}
    </div>
  );
}
