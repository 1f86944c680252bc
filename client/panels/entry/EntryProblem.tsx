import type { Problem } from "../../answered.ts";
import { useLang, useWords } from "../../useWords.ts";
import { problemWords } from "./problemWords.ts";

/** What did not work; heard as soon as it is there. */
export function EntryProblem({ problem }: { problem: Problem | null }) {
  const { t } = useWords();
  const lang = useLang();
  return (
    <div role="alert" className="entry-alert">
      {problem && <p className="entry-problem">{problemWords(t, lang, problem)}</p>}
    </div>
  );
}
