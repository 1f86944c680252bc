import { type FormEvent, useState } from "react";
import { changePassword } from "../../../accountActs.ts";
import type { Problem } from "../../../answered.ts";
import { useWords } from "../../../useWords.ts";
import { EntryProblem } from "../../entry/EntryProblem.tsx";
import { PasswordField } from "../../entry/PasswordField.tsx";

const EMPTY = { old: "", password: "" };

export function PasswordCard() {
  const { t } = useWords();
  const [{ old, password }, write] = useState(EMPTY);
  const [problem, fail] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const done = await changePassword(old, password);
    setBusy(false);
    fail(done.problem);
    setSaved(!done.problem);
    if (!done.problem) write(EMPTY);
  };
  return (
    <section className="card">
      <h3>{t("account.password")}</h3>
      <form className="entry-form narrow" onSubmit={submit}>
        <PasswordField
          label={t("account.old")}
          autoComplete="current-password"
          value={old}
          onChange={(value) => write({ old: value, password })}
        />
        <PasswordField
          label={t("invite.password")}
          hint={t("invite.rules")}
          autoComplete="new-password"
          value={password}
          onChange={(value) => write({ old, password: value })}
        />
        <EntryProblem problem={problem} own />
        <p>
          <button type="submit" className="action" aria-busy={busy}>
            {t("account.save")}
          </button>
        </p>
      </form>
      <p role="status">{saved && t("account.saved")}</p>
    </section>
  );
}
