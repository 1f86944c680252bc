import { type FormEvent, useState } from "react";
import { inviteUser } from "../../../accountActs.ts";
import type { Problem } from "../../../answered.ts";
import type { Known } from "../../../useKnown.ts";
import { useWords } from "../../../useWords.ts";
import { EntryProblem } from "../../entry/EntryProblem.tsx";
import { TextField } from "../../entry/TextField.tsx";
import type { Invited } from "./InviteLink.tsx";
import { type Rights, RightsFields } from "./RightsFields.tsx";

type Props = { services: Known["services"]; invited: (link: Invited) => void };

/** Invites somebody: a name, a role, and out comes the link to hand over. */
export function InviteUser({ services, invited }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [login, write] = useState("");
  const [rights, choose] = useState<Rights>({ role: "operator", service: services[0]?.id ?? null });
  const [busy, setBusy] = useState(false);
  const [problem, fail] = useState<Problem | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const done = await inviteUser({ login: login.trim(), ...rights });
    setBusy(false);
    fail(done.problem);
    if (!done.data) return;
    write("");
    setOpen(false);
    invited({ login: login.trim(), invite: done.data.invite });
  };
  if (!open) {
    return (
      <p>
        <button type="button" className="action" onClick={() => setOpen(true)}>
          {t("users.invite")}
        </button>
      </p>
    );
  }
  return (
    <section className="card">
      <h3>{t("users.invite")}</h3>
      <form className="entry-form narrow" onSubmit={submit}>
        <TextField
          label={t("entry.login")}
          hint={t("users.loginHint")}
          autoComplete="off"
          autoFocus
          maxLength={100}
          value={login}
          onChange={write}
        />
        <RightsFields rights={rights} services={services} onChange={choose} />
        <EntryProblem problem={problem} />
        <p className="entry-choices">
          <button type="submit" className="action" aria-busy={busy}>
            {t("users.make")}
          </button>
          <button type="button" className="link" onClick={() => setOpen(false)}>
            {t("account.cancel")}
          </button>
        </p>
      </form>
    </section>
  );
}
