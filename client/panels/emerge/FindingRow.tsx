import { useEffect, useRef } from "react";
import type { Finding } from "../../../domain/emerging/reading.ts";
import type { Listed } from "../../emergingAnswer.ts";
import type { Emerging } from "../../useEmerging.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import { Rich } from "../frame/Rich.tsx";
import { FindingChart } from "./charts/FindingChart.tsx";
import { isRead } from "./charts/series.ts";
import { findingSentence, sinceText, trustNotes } from "./findingWords.ts";
import { sayingOf } from "./sayingOf.ts";

type Props = { listed: Listed; screen: Screen; emerging: Emerging; why: (finding: Finding) => void };

/** One finding: its number and grade as the map draws them, since when, the sentence, how far it may be trusted. */
export function FindingRow({ listed: { finding, number, change }, screen, emerging, why }: Props) {
  const { t } = screen.telling;
  const saying = sayingOf(screen);
  const chosen = emerging.chosen?.finding.id === finding.id;
  const { answer } = emerging;
  const monday = answer?.from ?? finding.since;
  const sentence = findingSentence(saying, finding);
  const plain = sentence.replaceAll(/<\/?b>/g, "");
  const choose = () => setView({ finding: chosen ? null : finding.id });
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <li className="finding" data-chosen={chosen} data-everywhere={number === null} ref={row}>
      <button type="button" className="finding-choose" aria-pressed={chosen} onClick={choose}>
        <span className="finding-head">
          {number !== null && <span className="finding-number">{number}</span>}
          <span className="grade" data-grade={finding.grade}>
            {t(`emerge.grade.${finding.grade}`)}
          </span>
          {change && change !== "ended" && (
            <span className="finding-change">{t(`emerge.change.${change}`)}</span>
          )}
          <span>{sinceText(saying, finding, monday)}</span>
        </span>
        <span className="finding-said">
          <Rich text={sentence} />
        </span>
        <span className="finding-notes">{trustNotes(saying, finding).join(" ")}</span>
      </button>
      <button type="button" className="finding-why link" onClick={() => why(finding)}>
        {t("emerge.whyThis")}
        <span className="hidden"> {plain}</span>
      </button>
      {chosen && (
        <a className="finding-map link" href="#map">
          {t("emerge.onMap")}
        </a>
      )}
      {/* Of the whole network the strip below draws every need. */}
      {number !== null && answer && isRead(answer) && (
        <FindingChart
          known={screen.known}
          emerged={answer}
          finding={finding}
          label={plain}
          onPress={choose}
        />
      )}
    </li>
  );
}
