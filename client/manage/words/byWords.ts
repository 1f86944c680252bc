import type { Words } from "../../words.ts";

/** Who saved or published, by the login; an account that is no more, and a terminal, have no login. */
export function byWords(t: Words, by: string | null): string {
  if (by === null) return t("manage.by.gone");
  return by === "command line" ? t("manage.by.terminal") : by;
}
