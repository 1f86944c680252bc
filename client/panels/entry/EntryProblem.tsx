import type { Problem } from "../../answered.ts";
import { useLang, useWords } from "../../useWords.ts";
import { problemWords } from "./problemWords.ts";

/** What did not work; heard as soon as it is there. `own`: of whoever is signed in already. */
export function EntryProblem({ problem, own = false }: { problem: Problem | null; own?: boolean }) {
  const { t } = useWords();
  const lang = useLang();
  return (
    <div role="alert" className="entry-alert">
      {problem && (
        <p className="entry-problem">
          {own && problem.status === 401 ? t("problem.notRight") : problemWords(t, lang, problem)}
        </p>
      )}
    </div>
  );
}
