import { formats } from "../../format.ts";
import type { Emerging } from "../../useEmerging.ts";
import type { Screen } from "../../useScreen.ts";
import { PanelWaiting } from "../frame/PanelWaiting.tsx";
import { Rich } from "../frame/Rich.tsx";
import { ChartKey } from "./ChartKey.tsx";
import { FindingRow } from "./FindingRow.tsx";
import { headline } from "./headlineWords.ts";
import { PastNote } from "./PastNote.tsx";
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
  const past = pastClose(screen, emerging);
  const states = statesOf(answer, screen.view.needs).map(({ state }) => state);
  return (
    <>
      {past !== null && <PastNote date={past} />}
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

/** When the close shown is not the newest: its date. */
function pastClose({ telling, known }: Screen, { answer }: Emerging): string | null {
  const newest = answer?.epochs[0]?.id;
  if (!answer?.closed_at || newest === undefined || newest === answer.epoch) return null;
  return formats(telling.lang).moment(answer.closed_at, known.network.timezone);
}
