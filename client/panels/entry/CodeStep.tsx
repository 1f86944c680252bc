import { useState } from "react";
import type { Problem } from "../../answered.ts";
import { useWords } from "../../useWords.ts";
import { EntryProblem } from "./EntryProblem.tsx";
import { TextField } from "./TextField.tsx";

type Props = {
  busy: boolean;
  problem: Problem | null;
  enter: (code: string) => void;
  again: () => void;
};

/** The second factor: what the app shows now, or a recovery code. */
export function CodeStep({ busy, problem, enter, again }: Props) {
  const { t } = useWords();
  const [code, write] = useState("");
  const [recovery, setRecovery] = useState(false);
  return (
    <form
      className="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        enter(code.trim());
      }}
    >
      <TextField
        key={String(recovery)}
        label={t(recovery ? "entry.recovery" : "entry.code")}
        hint={t(recovery ? "entry.recoveryHint" : "entry.codeHint")}
        autoComplete="one-time-code"
        inputMode={recovery ? "text" : "numeric"}
        autoFocus
        value={code}
        onChange={write}
      />
      <EntryProblem problem={problem} />
      <button type="submit" className="action entry-enter" aria-busy={busy}>
        {t("entry.enter")}
      </button>
      <p className="entry-choices">
        <button type="button" className="link" onClick={() => setRecovery(!recovery)}>
          {t(recovery ? "entry.useApp" : "entry.useRecovery")}
        </button>
        <button type="button" className="link" onClick={again}>
          {t("entry.again")}
        </button>
      </p>
    </form>
  );
}
