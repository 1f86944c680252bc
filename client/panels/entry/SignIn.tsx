import type { SignedOut } from "../../session.ts";
import { useWords } from "../../useWords.ts";
import { readSearch, readView } from "../../view.ts";
import { DemoDoors } from "./DemoDoors.tsx";
import { EntryFrame } from "./EntryFrame.tsx";
import { OidcTold } from "./OidcTold.tsx";
import { PasswordForm } from "./PasswordForm.tsx";

type Props = { session: SignedOut; ended: boolean };

/** How to come in; the address stays, and opens once somebody did. */
export function SignIn({ session: { network, demo, roles = [], oidc }, ended }: Props) {
  const { t } = useWords();
  const { screen } = readView();
  return (
    <EntryFrame title={t("entry.title")} network={network}>
      {ended && (
        <p className="entry-note" role="status">
          {t("entry.ended")}
        </p>
      )}
      <OidcTold />
      {demo && <DemoDoors roles={roles} />}
      {oidc && (
        <a className="action entry-enter" href={`/oidc/login?to=${encodeURIComponent(readSearch())}`}>
          {t("entry.with", { name: oidc.name })}
        </a>
      )}
      {demo ? (
        <details>
          <summary>{t("entry.byPassword")}</summary>
          <PasswordForm focus={false} />
        </details>
      ) : (
        <>
          {oidc && <p className="entry-or">{t("entry.or")}</p>}
          <PasswordForm focus={!oidc} />
        </>
      )}
      {screen !== "chi" && !ended && (
        <p className="entry-then">{t("entry.then", { screen: t(`nav.${screen}`) })}</p>
      )}
    </EntryFrame>
  );
}
