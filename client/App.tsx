import { type ComponentType, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ScreenName } from "./address.ts";
import { DayAndNight } from "./DayAndNight.tsx";
import { ErrorCard } from "./panels/frame/ErrorCard.tsx";
import { Skeleton } from "./panels/frame/Skeleton.tsx";
import { type Known, useKnown } from "./useKnown.ts";
import { useView } from "./view.ts";
import { WhereItLacks } from "./WhereItLacks.tsx";
import { WhoIsThere } from "./WhoIsThere.tsx";

const PAGES: Record<ScreenName, ComponentType<{ known: Known }>> = {
  chi: WhoIsThere,
  manca: WhereItLacks,
  notte: DayAndNight,
};

export function App() {
  const { known, problem, retry } = useKnown();
  useAppearance();
  const { screen } = useView().view;
  const Page = PAGES[screen];
  if (known) return <Page key={screen} known={known} />;
  return (
    <>
      <Skeleton />
      {problem && <ErrorCard problem={problem} retry={retry} kept={false} />}
    </>
  );
}

/** Language and theme of the document follow the address. */
function useAppearance(): void {
  const { lang, theme } = useView().view;
  const { i18n } = useTranslation();
  useEffect(() => {
    if (lang && lang !== i18n.language) i18n.changeLanguage(lang);
    document.documentElement.lang = lang ?? i18n.language;
  }, [lang, i18n]);
  useEffect(() => {
    if (theme) document.documentElement.dataset["theme"] = theme;
    else delete document.documentElement.dataset["theme"];
  }, [theme]);
}
