import { problemWords } from "../../panels/entry/problemWords.ts";
import type { Editing } from "../frame/useManage.ts";
import type { Saved } from "../useDraft.ts";

/** What became of saving, in words. */
export function savedWords({ t, lang }: Pick<Editing, "t" | "lang">, saved: Saved): string {
  if (saved.state === "saved") return t("manage.saved");
  if (saved.state === "conflict") return t("manage.conflictShort");
  return t("manage.saveFailed", { detail: problemWords(t, lang, saved.problem) });
}
