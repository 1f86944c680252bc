import type { Problem } from "../../answered.ts";
import { useWords } from "../../useWords.ts";

type Props = { problem: Problem; retry: () => void; kept: boolean };

/** What failed, why, and what to do; `kept`: the last good figures are still on screen. */
export function ErrorCard({ problem, retry, kept }: Props) {
  const { t } = useWords();
  const why =
    problem.status === 0 ? t("state.errorOffline") : t("state.errorServer", { detail: problem.detail });
  return (
    <div className="error-card card" role="alert">
      <p>
        <strong>{t("state.error")}</strong> {why} {kept && t("state.kept")}
      </p>
      <button type="button" className="action" onClick={retry}>
        {t("state.retry")}
      </button>
    </div>
  );
}
