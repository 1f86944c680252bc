import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Opening } from "./panels/entry/Opening.tsx";
import { SignIn } from "./panels/entry/SignIn.tsx";
import { TakeUpInvite } from "./panels/entry/TakeUpInvite.tsx";
import { ErrorCard } from "./panels/frame/ErrorCard.tsx";
import { Screens } from "./Screens.tsx";
import { askSession, useSession } from "./session.ts";
import { useStillThere } from "./useStillThere.ts";
import { useInvite, useView } from "./view.ts";
import { preferredLang } from "./words.ts";

/** Who is there decides what the page is; the address stays what it is. */
export function App() {
  const { session, problem, ended } = useSession();
  const invite = useInvite();
  useAppearance();
  useStillThere(session);
  useEffect(() => {
    askSession();
  }, []);
  if (!session)
    return <Opening>{problem && <ErrorCard problem={problem} retry={askSession} kept={false} />}</Opening>;
  if (invite) return <TakeUpInvite token={invite} session={session} />;
  if (!session.signed_in) return <SignIn session={session} ended={ended} />;
  return <Screens key={session.login} role={session.role} />;
}

/** Language and theme of the document follow the address. */
function useAppearance(): void {
  const { lang, theme } = useView().view;
  const { i18n } = useTranslation();
  useEffect(() => {
    const wanted = lang ?? preferredLang(navigator.languages);
    if (wanted !== i18n.language) i18n.changeLanguage(wanted);
    document.documentElement.lang = wanted;
  }, [lang, i18n]);
  useEffect(() => {
    if (theme) document.documentElement.dataset["theme"] = theme;
    else delete document.documentElement.dataset["theme"];
  }, [theme]);
}
