import { type ComponentType, lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ScreenName } from "./address.ts";
import { DayAndNight } from "./DayAndNight.tsx";
import { Emerging } from "./Emerging.tsx";
import { ErrorCard } from "./panels/frame/ErrorCard.tsx";
import { Skeleton } from "./panels/frame/Skeleton.tsx";
import { type Known, useKnown } from "./useKnown.ts";
import { useView } from "./view.ts";
import { WhereItLacks } from "./WhereItLacks.tsx";
import { WhoIsThere } from "./WhoIsThere.tsx";
import { preferredLang } from "./words.ts";

/** Fetched only by whoever manages the network. */
const Managing = lazy(() => import("./Managing.tsx").then((page) => ({ default: page.Managing })));

const PAGES: Record<ScreenName, ComponentType<{ known: Known }>> = {
  chi: WhoIsThere,
  manca: WhereItLacks,
  notte: DayAndNight,
  emerge: Emerging,
  gestione: Managing,
};

export function App() {
  const { known, problem, retry } = useKnown();
  useAppearance();
  const { screen } = useView().view;
  const Page = PAGES[screen];
  if (known)
    return (
      <Suspense fallback={<Skeleton />}>
        <Page key={screen} known={known} />
      </Suspense>
    );
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
    const wanted = lang ?? preferredLang(navigator.languages);
    if (wanted !== i18n.language) i18n.changeLanguage(wanted);
    document.documentElement.lang = wanted;
  }, [lang, i18n]);
  useEffect(() => {
    if (theme) document.documentElement.dataset["theme"] = theme;
    else delete document.documentElement.dataset["theme"];
  }, [theme]);
}
