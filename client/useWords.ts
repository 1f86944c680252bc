import { useTranslation } from "react-i18next";
import type { Lang } from "./words.ts";

export const useWords = () => useTranslation();

/** The language of the page. */
export function useLang(): Lang {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "it";
}
