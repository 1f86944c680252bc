import i18next, { type PostProcessorModule, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Named } from "../domain/network.ts";
import en from "./messages/en.json" with { type: "json" };
import it from "./messages/it.json" with { type: "json" };

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof it };
  }
}

export type Lang = "it" | "en";
export type Words = TFunction;

const DAY_WITH_VOWEL =
  /(?<!\p{L})(?:(de|da|a)l|il) (?=(?:8|11) (?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic))/giu;

/**
 * In Italian "a" before another "a" is "ad": "ad Al Mare", and the eighth and eleventh of a month are "l’8", "l’11".
 * The names of zones and the days are known only when they are said.
 */
const euphony: PostProcessorModule = {
  type: "postProcessor",
  name: "euphony",
  process: (said) =>
    words.language === "it"
      ? said
          .replace(/(?<![\p{L}\p{N}])a(?= (?:<b>)?a)/giu, (a) => `${a}d`)
          .replace(DAY_WITH_VOWEL, (all, joined = "") =>
            joined ? `${joined}ll’` : all.replace(/il /i, "l’"),
          )
      : said,
};

/** Italian and English words of the page; React components follow `changeLanguage`. */
export const words = i18next.createInstance({
  postProcess: [euphony.name],
  lng: "it",
  fallbackLng: "it",
  resources: { it: { translation: it }, en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The first of a reader's languages that the page speaks; Italian when it speaks none of them. */
export function preferredLang(languages: readonly string[]): Lang {
  return languages.find((tag) => /^(it|en)\b/.test(tag))?.startsWith("en") ? "en" : "it";
}

export async function startWords(lang: Lang): Promise<void> {
  await words.use(initReactI18next).use(euphony).init({ lng: lang });
}

/** A sentence begins with a capital letter, whatever it was put together from; the letter of a tag is none. */
export const capital = (sentence: string): string => {
  const at = sentence.search(/\p{L}(?![^<]*>)/u);
  return at < 0
    ? sentence
    : sentence.slice(0, at) + sentence.charAt(at).toLocaleUpperCase() + sentence.slice(at + 1);
};

/** The name of a thing of the network in the language of the page. */
export const nameOf = (thing: Partial<Named> & { id?: string }, lang: Lang): string =>
  (lang === "it" ? thing.name_it : thing.name_en) ?? thing.name ?? thing.id ?? "";

type WithAlternate = Partial<Named> & {
  id?: string;
  alternate_name?: string | undefined;
  alternate_name_it?: string | undefined;
  alternate_name_en?: string | undefined;
};

/** What people call a service: its alternate name (HSDS) where it has one. Full names are in table, export and titles. */
export const everydayName = (service: WithAlternate, lang: Lang): string =>
  (lang === "it" ? service.alternate_name_it : service.alternate_name_en) ??
  service.alternate_name ??
  nameOf(service, lang);

/** A number in words up to ten, then in figures. */
export const numeral = (t: Words, count: number): string =>
  count <= 10 ? t(`number.${count as 0}`) : String(count);
