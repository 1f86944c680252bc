import { type ReactNode, useEffect } from "react";
import type { ScreenName } from "../../address.ts";
import type { Known } from "../../useKnown.ts";
import { usePhone } from "../../useMedia.ts";
import { useLang, useWords } from "../../useWords.ts";
import { useView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { Header } from "../frame/Header.tsx";
import "./place.css";

type Props = { known: Known; screen: ScreenName; wide?: boolean; children: ReactNode };

/** A page without a map: the header, a title and what is to be read or done. */
export function Place({ known, screen, wide = false, children }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const { theme } = useView().view;
  const title = t(`nav.${screen}`);
  useEffect(() => {
    document.title = [title, nameOf(known.network, lang), t("app.name")].join(" · ");
  }, [title, known, lang, t]);
  return (
    <div className="place" data-wide={wide}>
      <Header network={known.network} screen={screen} theme={theme} phone={usePhone()} period={null} />
      <main id="panel" tabIndex={-1}>
        <div className="place-column">
          <h2>{title}</h2>
          {children}
        </div>
      </main>
    </div>
  );
}
