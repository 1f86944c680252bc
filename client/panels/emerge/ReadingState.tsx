import type { ReactNode } from "react";
import { NOT_PUBLISHED, type Problem } from "../../answered.ts";
import type { Emerging } from "../../useEmerging.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import { closeDay } from "./closes/closeDay.ts";
import { PastNote } from "./closes/PastNote.tsx";

type Props = { screen: Screen; emerging: Emerging };

/** What to know before reading: an earlier close, closes still being read, nothing read, a choice that is not there, nobody's hours known. */
export function ReadingState({ screen, emerging }: Props) {
  const { t } = screen.telling;
  const { answer, problem, chosen, busy } = emerging;
  const { epoch, finding } = screen.view;
  const uncorrected = answer?.findings.some(({ corrected }) => !corrected);
  const strayed = finding !== null && chosen === null && answer !== null && !busy && !problem;
  return (
    <>
      {notRead(problem, epoch) && (
        <Note act={t("emerge.newest")} onAct={() => setView({ epoch: null })}>
          {t("emerge.notRead")}
        </Note>
      )}
      <Past screen={screen} emerging={emerging} />
      <Pending screen={screen} emerging={emerging} />
      {answer?.epoch === null && !answer.pending && <p className="sentence">{t("emerge.nothingRead")}</p>}
      {strayed && (
        <Note act={t("emerge.letGo")} onAct={() => setView({ finding: null })}>
          {t("emerge.notHere")}
        </Note>
      )}
      {uncorrected && <p className="emerge-warning">{t("emerge.uncorrected")}</p>}
    </>
  );
}

/** The server knows no such close: asking again would not help, another one would. */
export const notRead = (problem: Problem | null, epoch: string | null): boolean =>
  epoch !== null && problem?.type === NOT_PUBLISHED;

function Past({ screen: { telling }, emerging: { answer } }: Props) {
  if (!answer?.epoch || answer.epoch === answer.epochs[0]?.id) return null;
  return <PastNote date={closeDay(answer.epoch, telling.lang)} />;
}

function Pending({ screen, emerging: { answer } }: Props) {
  const { t } = screen.telling;
  const pending = answer?.pending;
  if (!pending) return null;
  return (
    <div className="emerge-pending" role="status">
      <p>{t("emerge.pending", pending)}</p>
      <progress max={pending.total} value={pending.done} aria-label={t("emerge.pending", pending)} />
      {answer.epochs.length > 0 && screen.view.epoch === null && <p>{t("emerge.pendingNewest")}</p>}
    </div>
  );
}

function Note({ children, act, onAct }: { children: ReactNode; act: string; onAct: () => void }) {
  return (
    <p className="emerge-warning" role="status">
      {children}{" "}
      <button type="button" className="link" onClick={onAct}>
        {act}
      </button>
    </p>
  );
}
