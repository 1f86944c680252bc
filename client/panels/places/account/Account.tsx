import { useSignedIn } from "../../../session.ts";
import type { Known } from "../../../useKnown.ts";
import { useLang, useWords } from "../../../useWords.ts";
import { nameOf } from "../../../words.ts";
import { Place } from "../Place.tsx";
import { PasswordCard } from "./PasswordCard.tsx";
import { SessionsCard } from "./SessionsCard.tsx";
import { TotpCard } from "./TotpCard.tsx";
import "./account.css";

/** One's own access: who one is here, the password, the second factor, where one is signed in. */
export function Account({ known }: { known: Known }) {
  const { t } = useWords();
  const lang = useLang();
  const session = useSignedIn();
  if (!session) return null;
  const service = known.services.find(({ id }) => id === session.service);
  return (
    <Place known={known} screen="account">
      <p className="place-lead">
        {t("entry.login")}: <strong>{session.login}</strong> · {t(`role.${session.role}.name`)}
        {service && ` · ${nameOf(service, lang)}`}
      </p>
      <p>{t(`role.${session.role}.may`)}</p>
      {session.demo || session.oidc ? (
        <p className="entry-note">{t(session.oidc ? "account.oidc" : "account.demo")}</p>
      ) : (
        <>
          <PasswordCard />
          <TotpCard on={session.totp} left={session.recovery_codes} />
        </>
      )}
      <SessionsCard timeZone={known.network.timezone} />
    </Place>
  );
}
