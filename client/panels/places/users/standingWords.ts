import { formats } from "../../../format.ts";
import type { Lang, Words } from "../../../words.ts";
import type { User } from "./UserRow.tsx";

/** Whether and how a user can sign in, and when they last did. */
export function standingWords(t: Words, lang: Lang, user: User): string {
  const seen = user.last_seen
    ? t("users.seen", { day: formats(lang).date(user.last_seen) })
    : t("users.neverSeen");
  return [
    user.disabled && t("users.disabled"),
    user.demo && t("me.demo"),
    user.invited && t("users.invited"),
    !user.invited && seen,
    user.totp && t("users.totp"),
    user.oidc && t("users.oidc"),
  ]
    .filter(Boolean)
    .join(" · ");
}
