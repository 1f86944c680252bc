import { type ReactNode, useEffect } from "react";
import { useLang, useWords } from "../../useWords.ts";
import { useView } from "../../view.ts";
import { Languages, Themes } from "../frame/Appearance.tsx";
import { Eye } from "../frame/Eye.tsx";
import "../frame/header.css";
import "./entry.css";

type Props = { title: string; network?: string; children: ReactNode };

/** The page before anybody is signed in: one card, and how to read it. */
export function EntryFrame({ title, network, children }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const { theme } = useView().view;
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title, t]);
  return (
    <div className="entry">
      <header>
        <p className="brand">
          <Eye width={34} />
          <strong>{t("app.name")}</strong>
          {network && <span>{network}</span>}
        </p>
        <Languages lang={lang} />
        <Themes theme={theme} />
      </header>
      <main className="card">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
