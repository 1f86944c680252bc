import { type FormEvent, useState } from "react";
import type { Problem } from "../../../answered.ts";
import { useWords } from "../../../useWords.ts";
import { EntryProblem } from "../../entry/EntryProblem.tsx";
import { PasswordField } from "../../entry/PasswordField.tsx";

type Props = { act: string; submit: (password: string) => Promise<Problem | null>; leave: () => void };

/** The password once more, before what is hard to undo. */
export function PasswordAsked({ act, submit, leave }: Props) {
  const { t } = useWords();
  const [password, write] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, fail] = useState<Problem | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    fail(await submit(password));
    setBusy(false);
  };
  return (
    <form className="entry-form narrow" onSubmit={send}>
      <PasswordField
        label={t("account.old")}
        autoComplete="current-password"
        focus
        value={password}
        onChange={write}
      />
      <EntryProblem problem={problem} own />
      <p className="entry-choices">
        <button type="submit" className="action" aria-busy={busy}>
          {act}
        </button>
        <button type="button" className="link" onClick={leave}>
          {t("account.cancel")}
        </button>
      </p>
    </form>
  );
}
