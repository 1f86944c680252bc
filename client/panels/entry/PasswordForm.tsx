import { type FormEvent, useState } from "react";
import type { Problem } from "../../answered.ts";
import { signIn } from "../../session.ts";
import { useWords } from "../../useWords.ts";
import { CodeStep } from "./CodeStep.tsx";
import { EntryProblem } from "./EntryProblem.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { TextField } from "./TextField.tsx";

const NEEDS_CODE = "urn:sguardo:code-needed";

/** Login and password; then, where the account has one, the second factor. */
export function PasswordForm({ focus }: { focus: boolean }) {
  const { t } = useWords();
  const [who, write] = useState({ login: "", password: "" });
  const [busy, setBusy] = useState(false);
  const [byCode, setByCode] = useState(false);
  const [problem, fail] = useState<Problem | null>(null);
  const enter = async (code?: string) => {
    if (busy) return;
    setBusy(true);
    const refused = await signIn(code === undefined ? who : { ...who, code });
    setBusy(false);
    const needsCode = refused?.type === NEEDS_CODE;
    if (needsCode) setByCode(true);
    fail(needsCode && code === undefined ? null : refused);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter();
  };
  if (byCode) {
    const again = () => {
      setByCode(false);
      fail(null);
    };
    return <CodeStep busy={busy} problem={problem} enter={enter} again={again} />;
  }
  return (
    <form className="entry-form" onSubmit={submit}>
      <TextField
        label={t("entry.login")}
        autoComplete="username"
        autoFocus={focus}
        value={who.login}
        onChange={(login) => write({ ...who, login })}
      />
      <PasswordField
        label={t("entry.password")}
        autoComplete="current-password"
        value={who.password}
        onChange={(password) => write({ ...who, password })}
      />
      <EntryProblem problem={problem} />
      <button type="submit" className="action entry-enter" aria-busy={busy}>
        {t("entry.enter")}
      </button>
      <p className="entry-hint">{t("entry.forgotten")}</p>
    </form>
  );
}
