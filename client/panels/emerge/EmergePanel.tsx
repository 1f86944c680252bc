import type { Emerging } from "../../useEmerging.ts";
import type { Screen } from "../../useScreen.ts";
import { PanelWaiting } from "../frame/PanelWaiting.tsx";
import { Rich } from "../frame/Rich.tsx";
import { ChartKey } from "./ChartKey.tsx";
import { FindingRow } from "./FindingRow.tsx";
import { headline } from "./headlineWords.ts";
import { sayingOf } from "./sayingOf.ts";
import { statesOf } from "./statesOf.ts";
import "./findings.css";

type Props = { screen: Screen; emerging: Emerging };

/** The reading in a sentence, then what it found, the surest first. */
export function EmergePanel({ screen, emerging }: Props) {
  const { answer, busy } = emerging;
  return (
    <div className="panel-scroll">
      {answer === null && busy && <PanelWaiting rows={6} />}
      {answer && <Findings screen={screen} emerging={emerging} />}
    </div>
  );
}

function Findings({ screen, emerging }: Props) {
  const { city, findings, answer } = emerging;
  const saying = sayingOf(screen);
  const all = [...city, ...findings];
  const states = statesOf(answer, screen.view.needs).map(({ state }) => state);
  return (
    <>
      <p className="sentence emerge-sentence">
        <Rich
          text={headline(
            saying,
            all.map(({ finding }) => finding),
            states,
          )}
        />
      </p>
      {all.length > 0 && <ChartKey />}
      <ol className="findings">
        {all.map((listed) => (
          <FindingRow key={listed.finding.id} listed={listed} screen={screen} emerging={emerging} />
        ))}
      </ol>
    </>
  );
}
