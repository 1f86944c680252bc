import { useEffect, useId, useRef } from "react";
import { useWords } from "../../../useWords.ts";
import { wholeAddress } from "../../../view.ts";
import { CopyButton } from "../CopyButton.tsx";

export type Invited = { login: string; invite: string };

/** The link to hand over, which is not to be seen again. */
export function InviteLink({ invited: { login, invite }, done }: { invited: Invited; done: () => void }) {
  const { t } = useWords();
  const id = useId();
  const address = wholeAddress(invite);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card invite-link" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {t("users.linkFor", { login })}
      </h3>
      <p>{t("users.linkWhy")}</p>
      <input
        readOnly
        value={address}
        aria-label={t("users.linkFor", { login })}
        onFocus={(event) => event.target.select()}
      />
      <p className="entry-choices">
        <CopyButton text={address} />
        <button type="button" className="link" onClick={done}>
          {t("users.linkDone")}
        </button>
      </p>
    </section>
  );
}
