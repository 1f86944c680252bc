import { useRef, useState } from "react";
import type { Finding } from "../../../domain/emerging/reading.ts";
import type { Listed } from "../../emergingAnswer.ts";
import type { Emerging } from "../../useEmerging.ts";
import { chosenZone, type Screen } from "../../useScreen.ts";
import { PanelWaiting } from "../frame/PanelWaiting.tsx";
import { Rich } from "../frame/Rich.tsx";
import { ChartKey } from "./charts/ChartKey.tsx";
import { EmergeFoot } from "./EmergeFoot.tsx";
import { FindingRow } from "./FindingRow.tsx";
import { findingSentence } from "./findingWords.ts";
import { headline } from "./headlineWords.ts";
import { NewsList } from "./NewsList.tsx";
import { ReadingState } from "./ReadingState.tsx";
import { sayingOf } from "./sayingOf.ts";
import { statesOf } from "./statesOf.ts";
import { WhyFinding } from "./why/WhyFinding.tsx";
import { ZoneStates } from "./ZoneStates.tsx";
import "./findings.css";
import "./signs.css";
import "./phone.css";
import "./print.css";

type Props = { screen: Screen; emerging: Emerging };

/** The reading in a sentence, then what it found, the surest first; of one zone, what may be said of its needs. */
export function EmergePanel({ screen, emerging }: Props) {
  const { answer, busy, city, findings } = emerging;
  const box = useRef<HTMLDialogElement>(null);
  const [asked, ask] = useState<string | null>(null);
  const place = chosenZone(screen);
  const here = ({ finding }: Listed) => place === null || finding.zones.includes(place.zone.id);
  const listed = place ? findings.filter(here) : [...city, ...findings];
  const why = (finding: Finding | null) => {
    ask(finding?.id ?? null);
    box.current?.showModal();
  };
  return (
    <>
      <div className="panel-scroll">
        {answer === null && busy && <PanelWaiting rows={6} />}
        <ReadingState screen={screen} emerging={emerging} />
        {answer?.epoch && !place && <Headline screen={screen} emerging={emerging} />}
        {place && answer?.epoch && <ZoneStates screen={screen} answer={answer} place={place} />}
        {listed.length > 0 && <ChartKey />}
        <ol className="findings">
          {listed.map((one) => (
            <FindingRow key={one.finding.id} listed={one} screen={screen} emerging={emerging} why={why} />
          ))}
        </ol>
        {!place && <NewsList screen={screen} emerging={emerging} />}
      </div>
      <Announced screen={screen} emerging={emerging} />
      {answer?.epoch && <EmergeFoot screen={screen} answer={answer} why={() => why(null)} />}
      {answer?.epoch && <WhyFinding screen={screen} emerging={emerging} first={asked} box={box} />}
    </>
  );
}

function Headline({ screen, emerging: { answer, city, findings } }: Props) {
  const found = [...city, ...findings].map(({ finding }) => finding);
  const states = statesOf(answer, screen.view.needs).map(({ state }) => state);
  return (
    <p className="sentence emerge-sentence">
      <Rich text={headline(sayingOf(screen), found, states)} />
    </p>
  );
}

/** Who cannot see the map hears which finding it now shows. */
function Announced({ screen, emerging: { chosen } }: Props) {
  const { t } = screen.telling;
  const said = chosen && findingSentence(sayingOf(screen), chosen.finding).replaceAll(/<\/?b>/g, "");
  return (
    <p className="hidden" role="status">
      {said && t("emerge.chosen", { said })}
    </p>
  );
}
