import type { EmergingAnswer } from "../../emergingAnswer.ts";
import type { Screen } from "../../useScreen.ts";
import { closeDay } from "./closeDay.ts";
import { PastNote } from "./PastNote.tsx";

/** What to know before reading: an earlier close, closes still being read, nothing read yet, nobody's hours known. */
export function ReadingState({ screen, answer }: { screen: Screen; answer: EmergingAnswer }) {
  const { t, lang } = screen.telling;
  const { pending, epoch, findings, epochs } = answer;
  const past = epoch !== null && epoch !== epochs[0]?.id;
  const uncorrected = findings.some(({ corrected }) => !corrected);
  return (
    <>
      {past && <PastNote date={closeDay(epoch, lang)} />}
      {pending && (
        <div className="emerge-pending" role="status">
          <p>{t("emerge.pending", pending)}</p>
          <progress max={pending.total} value={pending.done} aria-label={t("emerge.pending", pending)} />
          {epochs.length > 0 && screen.view.epoch === null && <p>{t("emerge.pendingNewest")}</p>}
        </div>
      )}
      {epoch === null && !pending && <p className="sentence">{t("emerge.nothingRead")}</p>}
      {uncorrected && <p className="emerge-warning">{t("emerge.uncorrected")}</p>}
    </>
  );
}
