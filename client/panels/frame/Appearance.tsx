import { Monitor, Moon, Sun } from "lucide-react";
import type { View } from "../../address.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import type { Lang } from "../../words.ts";

export function Languages({ lang }: { lang: Lang }) {
  const { t } = useWords();
  return (
    <fieldset className="languages" aria-label={t("menu.language")}>
      {(["it", "en"] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === lang}
          aria-label={code === "it" ? "it, italiano" : "en, English"}
          onClick={() => setView({ lang: code }, "replace")}
        >
          {code}
        </button>
      ))}
    </fieldset>
  );
}

const THEMES = [
  { theme: null, word: "menu.auto", Icon: Monitor },
  { theme: "light", word: "menu.light", Icon: Sun },
  { theme: "dark", word: "menu.dark", Icon: Moon },
] as const;

export function Themes({ theme }: { theme: View["theme"] }) {
  const { t } = useWords();
  return (
    <fieldset className="segments" aria-label={t("menu.theme")}>
      {THEMES.map(({ theme: value, word, Icon }) => (
        <button
          key={word}
          type="button"
          aria-pressed={value === theme}
          aria-label={t(word)}
          title={t(word)}
          onClick={() => setView({ theme: value }, "replace")}
        >
          <Icon size={15} aria-hidden />
        </button>
      ))}
    </fieldset>
  );
}
