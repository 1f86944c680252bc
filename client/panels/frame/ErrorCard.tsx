import { NOT_PUBLISHED, type Problem } from "../../answered.ts";
import { useWords } from "../../useWords.ts";

type Props = { problem: Problem; retry: () => void; kept: boolean };

/** What failed, why, and what to do; `kept`: the last good figures are still on screen. */
export function ErrorCard({ problem, retry, kept }: Props) {
  const { t } = useWords();
  const said = () => {
    if (problem.status === 0) return t("state.errorOffline");
    if (problem.type === NOT_PUBLISHED) return t("state.errorNotPublished");
    return t("state.errorServer", { detail: problem.detail });
  };
  return (
    <div className="error-card card" role="alert">
      <p>
        <strong>{t("state.error")}</strong> {said()} {kept && t("state.kept")}
      </p>
      <button type="button" className="action" onClick={retry}>
        {t("state.retry")}
      </button>
    </div>
  );
}
