import { type FormEvent, useState } from "react";
import { confirmTotp } from "../../../accountActs.ts";
import type { Problem } from "../../../answered.ts";
import { useWords } from "../../../useWords.ts";
import { EntryProblem } from "../../entry/EntryProblem.tsx";
import { TextField } from "../../entry/TextField.tsx";
import { QrCode } from "./QrCode.tsx";

export type Secret = { secret: string; uri: string };

type Props = { secret: Secret; confirmed: (codes: string[]) => void; leave: () => void };

/** The app learns the secret by camera or by hand; a first code proves that it did. */
export function TotpSetup({ secret: { secret, uri }, confirmed, leave }: Props) {
  const { t } = useWords();
  const [code, write] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, fail] = useState<Problem | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const done = await confirmTotp(code.trim());
    setBusy(false);
    fail(done.problem);
    if (done.data) confirmed(done.data.recovery_codes);
  };
  return (
    <form className="entry-form" onSubmit={send}>
      <p>{t("totp.scan")}</p>
      <div className="totp-secret">
        <QrCode text={uri} label={t("totp.qr")} />
        <div>
          <p className="note">{t("totp.byHand")}</p>
          <p className="secret-text" translate="no">
            {secret.replace(/(.{4})(?=.)/g, "$1 ")}
          </p>
        </div>
      </div>
      <div className="narrow">
        <TextField
          label={t("entry.code")}
          hint={t("entry.codeHint")}
          autoComplete="one-time-code"
          inputMode="numeric"
          value={code}
          onChange={write}
        />
      </div>
      <EntryProblem problem={problem} own />
      <p className="entry-choices">
        <button type="submit" className="action" aria-busy={busy}>
          {t("totp.confirm")}
        </button>
        <button type="button" className="link" onClick={leave}>
          {t("account.cancel")}
        </button>
      </p>
    </form>
  );
}
