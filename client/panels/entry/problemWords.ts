import type { Problem } from "../../answered.ts";
import { formats } from "../../format.ts";
import it from "../../messages/it.json" with { type: "json" };
import type { Lang, Words } from "../../words.ts";

type Named = keyof typeof it.problem;

/** A problem in the words of the page; the server's own where the page knows none. */
export function problemWords(t: Words, lang: Lang, { status, type, wait, detail }: Problem): string {
  const name = type?.replace(/^urn:sguardo:/, "").replaceAll("-", "_") ?? "";
  if (status === 429) return t("problem.locked", { when: whenWords(t, lang, wait ?? 60) });
  if (Object.hasOwn(it.problem, name)) return t(`problem.${name as Named}`, { when: "" });
  if (status === 400 && detail.startsWith("login:")) return t("problem.login_shape");
  if (status === 401) return t("problem.refused");
  return status === 0 ? t("state.errorOffline") : detail;
}

/** "tra 20 secondi", "alle 22:41". */
const whenWords = (t: Words, lang: Lang, seconds: number): string =>
  seconds < 90
    ? t("problem.inSeconds", { count: seconds })
    : t("problem.atTime", { time: formats(lang).time(Date.now() + seconds * 1000) });
