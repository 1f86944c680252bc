import { BookOpen, CircleHelp } from "lucide-react";
import { useRef } from "react";
import type { EmergingAnswer } from "../../emergingAnswer.ts";
import type { Screen } from "../../useScreen.ts";
import { statesOf } from "./statesOf.ts";
import { BlindBox } from "./why/BlindBox.tsx";
import { type Blind, blindOf } from "./why/blind.ts";
import { ReadingHelp } from "./why/ReadingHelp.tsx";

type Props = { screen: Screen; answer: EmergingAnswer; why: () => void };

/** Why, how to read it, and how much it cannot see: with the list behind. */
export function EmergeFoot({ screen, answer, why }: Props) {
  const { t } = screen.telling;
  const help = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDialogElement>(null);
  const blind = blindOf(statesOf(answer, screen.view.needs));
  return (
    <div className="panel-foot emerge-foot">
      <button type="button" className="link" onClick={why}>
        <CircleHelp size={16} aria-hidden /> {t("why.open")}
      </button>
      <button type="button" className="link" onClick={() => help.current?.showModal()}>
        <BookOpen size={16} aria-hidden /> {t("emerge.help.title")}
      </button>
      <button type="button" className="link emerge-blind" onClick={() => list.current?.showModal()}>
        {blindText(screen, blind)}
      </button>
      <ReadingHelp screen={screen} answer={answer} box={help} />
      <BlindBox screen={screen} blind={blind} box={list} />
    </div>
  );
}

/** "17 zone e bisogni con pochi dati · 2 zone non note" */
function blindText({ telling: { t } }: Screen, { few, zones, cityOnly }: Blind): string {
  const parts = [
    t("emerge.blind.few", { count: few.length }),
    t("emerge.blind.zones", { count: zones.length }),
    ...(cityOnly.length > 0 ? [t("emerge.blind.city", { count: cityOnly.length })] : []),
  ];
  return parts.join(" · ");
}
