import it from "../../../messages/it.json" with { type: "json" };
import type { Words } from "../../../words.ts";
import type { Entry } from "./seek.ts";

const { action: ACTIONS, detail: DETAILS, by: BY, part: PARTS } = it.trail;

/** What was done, in words; its own name where the page has none for it. */
export function actionWords(t: Words, { action }: Pick<Entry, "action">): string {
  const key = action.replaceAll(".", "_");
  return Object.hasOwn(ACTIONS, key) ? t(`trail.action.${key as keyof typeof ACTIONS}`) : action;
}

/** A login, what does things by itself, or nobody: an unknown login is never written down. */
export function whoWords(t: Words, { login, role }: Pick<Entry, "login" | "role">): string {
  const key = login.replace(" ", "_");
  if (role === "" && Object.hasOwn(BY, key)) return t(`trail.by.${key as keyof typeof BY}`);
  return login === "" ? t("trail.nobody") : login;
}

/** To what; an account is named by its login, which is its own unless the details say whose. */
export function objectWords(t: Words, { object, detail, login }: Entry): string {
  const [kind, id = ""] = object.split("/");
  if (kind === "account") return String(facts(detail)["login"] ?? (login === "" ? "" : t("trail.own")));
  if (kind === "edition") return t("trail.edition", { number: id });
  if (kind === "draft")
    return id === "" ? t("trail.draft") : t("trail.draftPart", { part: partWords(t, id) });
  return object;
}

const partWords = (t: Words, part: string): string =>
  Object.hasOwn(PARTS, part) ? t(`trail.part.${part as keyof typeof PARTS}`) : part;

/** The rest of what was noted: "ruolo: Pianificazione · servizio: ps". */
export const detailWords = (t: Words, { detail }: Pick<Entry, "detail">): string =>
  Object.entries(facts(detail))
    .filter(([key, value]) => key !== "login" && value !== null && value !== "")
    .map(([key, value]) => `${keyWords(t, key)}: ${valueWords(t, key, value)}`)
    .join(" · ");

const keyWords = (t: Words, key: string): string =>
  Object.hasOwn(DETAILS, key) ? t(`trail.detail.${key as keyof typeof DETAILS}`) : key;

function valueWords(t: Words, key: string, value: unknown): string {
  if (key === "role" && Object.hasOwn(it.role, String(value)))
    return t(`role.${value as keyof typeof it.role}.name`);
  if (typeof value === "boolean") return t(value ? "trail.yes" : "trail.no");
  return String(value);
}

const facts = (detail: Entry["detail"]): Record<string, unknown> => ({ ...detail });
