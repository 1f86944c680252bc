import { useWords } from "../../../useWords.ts";
import { setView } from "../../../view.ts";
import "./pastNote.css";

/** That an earlier close is shown, and the way back to the newest. */
export function PastNote({ date }: { date: string }) {
  const { t } = useWords();
  return (
    <p className="past-note">
      <span>{t("emerge.chart.asOf", { date })}</span>
      <button type="button" className="link" onClick={() => setView({ epoch: null })}>
        {t("emerge.chart.newest")}
      </button>
    </p>
  );
}
