import { LogOut, UserRound } from "lucide-react";
import type { MouseEvent } from "react";
import type { ScreenName } from "../../address.ts";
import { placesOf } from "../../places.ts";
import { type SignedIn, signOut, useSignedIn } from "../../session.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import type { Words } from "../../words.ts";
import { Popover } from "./Popover.tsx";
import "./accountMenu.css";

type Props = { screen: ScreenName };

/** Who is signed in, where their role leads, and the way out. */
export function AccountMenu({ screen }: Props) {
  const { t } = useWords();
  const session = useSignedIn();
  if (!session) return null;
  return (
    <Popover
      className="menu account-menu"
      label={t("me.open", { who: whoWords(t, session) })}
      button={
        <>
          <UserRound size={18} aria-hidden />
          <span>{session.demo ? t(`role.${session.role}.short`) : session.login}</span>
        </>
      }
    >
      {(close) => (
        <div className="menu-panel card">
          <AccountPlaces screen={screen} onChoose={close} />
        </div>
      )}
    </Popover>
  );
}

/** The same as part of another menu. */
export function AccountPlaces({ screen, onChoose }: Props & { onChoose: () => void }) {
  const { t } = useWords();
  const session = useSignedIn();
  if (!session) return null;
  const open = (event: MouseEvent, to: ScreenName) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onChoose();
    setView({ screen: to, table: false });
  };
  return (
    <section className="account-places" aria-label={t("me.label")}>
      <p>
        <strong>{session.login}</strong>
        <small>{whoWords(t, session, false)}</small>
      </p>
      <ul>
        {placesOf(session.role).map((place) => (
          <li key={place}>
            <a
              href={`?screen=${place}`}
              aria-current={place === screen ? "page" : undefined}
              onClick={(event) => open(event, place)}
            >
              {t(`nav.${place}`)}
            </a>
          </li>
        ))}
      </ul>
      <button type="button" onClick={signOut}>
        <LogOut size={16} aria-hidden /> {t("me.out")}
      </button>
    </section>
  );
}

const whoWords = (t: Words, { login, role, service, demo }: SignedIn, named = true): string =>
  [named && login, t(`role.${role}.name`), service, demo && t("me.demo")].filter(Boolean).join(" · ");
