import { type FormEvent, useState } from "react";
import type { Problem } from "../../answered.ts";
import { type Session, takeUpInvite } from "../../session.ts";
import { useWords } from "../../useWords.ts";
import { dropInvite } from "../../view.ts";
import { EntryFrame } from "./EntryFrame.tsx";
import { EntryProblem } from "./EntryProblem.tsx";
import { PasswordField } from "./PasswordField.tsx";

type Props = { token: string; session: Session };

/** Whoever has the link chooses a password, and is in. */
export function TakeUpInvite({ token, session }: Props) {
  const { t } = useWords();
  const [password, write] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, fail] = useState<Problem | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    fail(await takeUpInvite(token, password));
    setBusy(false);
  };
  return (
    <EntryFrame title={t("invite.title")} {...(session.signed_in ? {} : { network: session.network })}>
      <p>{t("invite.why")}</p>
      {session.signed_in && <p className="entry-note">{t("invite.other", { login: session.login })}</p>}
      <form className="entry-form" onSubmit={submit}>
        <PasswordField
          label={t("invite.password")}
          hint={t("invite.rules")}
          autoComplete="new-password"
          focus
          value={password}
          onChange={write}
        />
        <EntryProblem problem={problem} />
        <button type="submit" className="action entry-enter" aria-busy={busy}>
          {t("invite.enter")}
        </button>
        <p className="entry-choices">
          <button type="button" className="link" onClick={dropInvite}>
            {t("invite.leave")}
          </button>
        </p>
      </form>
    </EntryFrame>
  );
}
