import { useState } from "react";
import { beginTotp, dropTotp } from "../../../accountActs.ts";
import type { Problem } from "../../../answered.ts";
import { askSession } from "../../../session.ts";
import { useWords } from "../../../useWords.ts";
import { PasswordAsked } from "./PasswordAsked.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { type Secret, TotpSetup } from "./TotpSetup.tsx";

type Step =
  | { at: "rest" | "begin" | "drop" }
  | { at: "setup"; secret: Secret }
  | { at: "done"; codes: string[] };
const REST: Step = { at: "rest" };

/** The second factor: put in with an app, taken out with the password. `left`: recovery codes not used yet. */
export function TotpCard({ on, left }: { on: boolean; left: number | null }) {
  const { t } = useWords();
  const [step, go] = useState<Step>(REST);
  const begin = async (password: string): Promise<Problem | null> => {
    const { data, problem } = await beginTotp(password);
    if (data) go({ at: "setup", secret: data });
    return problem;
  };
  const drop = async (password: string): Promise<Problem | null> => {
    const { problem } = await dropTotp(password);
    if (problem) return problem;
    go(REST);
    await askSession();
    return null;
  };
  const confirmed = (codes: string[]) => {
    go({ at: "done", codes });
    askSession();
  };
  return (
    <section className="card">
      <h3>{t("totp.title")}</h3>
      <p>{t(on ? "totp.on" : "totp.off")}</p>
      {left !== null && <p className="note">{t("totp.left", { count: left })}</p>}
      {step.at === "rest" && (
        <p>
          <button type="button" className="action" onClick={() => go({ at: on ? "drop" : "begin" })}>
            {t(on ? "totp.drop" : "totp.begin")}
          </button>
        </p>
      )}
      {step.at === "begin" && <PasswordAsked act={t("totp.next")} submit={begin} leave={() => go(REST)} />}
      {step.at === "drop" && <PasswordAsked act={t("totp.drop")} submit={drop} leave={() => go(REST)} />}
      {step.at === "setup" && <TotpSetup secret={step.secret} confirmed={confirmed} leave={() => go(REST)} />}
      {step.at === "done" && <RecoveryCodes codes={step.codes} kept={() => go(REST)} />}
    </section>
  );
}
