import { parsePeriod } from "../../../../domain/period.ts";
import { periodName } from "../../../format.ts";
import it from "../../../messages/it.json" with { type: "json" };
import type { Lang, Words } from "../../../words.ts";
import type { Entry } from "./seek.ts";

const { action: ACTIONS, detail: DETAILS, by: BY, part: PARTS, thing: THINGS, value: VALUES } = it.trail;
type Thing = Exclude<keyof typeof THINGS, "import">;

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

type Said = (t: Words, lang: Lang, of: Pick<Entry, "detail" | "login"> & { id: string }) => string;

/** To what, by the kind of object; an account is named by its login, which is its own unless the details say whose. */
const OBJECTS: Record<string, Said> = {
  account: (t, _, { detail, login }) =>
    String(facts(detail)["login"] ?? (login === "" ? "" : t("trail.own"))),
  draft: (t, _, { id }) => (id === "" ? t("trail.draft") : t("trail.draftPart", { part: partWords(t, id) })),
  edition: (t, _, { id }) => t("trail.edition", { number: id }),
  import: (t, _, { id }) => t("trail.thing.import", { id }),
  period: (t, lang, { id }) => periodName(t, lang, parsePeriod(id)),
  session: () => "",
};

/** To what; its own name where the page has no words for it. */
export function objectWords(t: Words, lang: Lang, { object, detail, login }: Entry): string {
  const [kind = "", id = ""] = object.split("/");
  const said = OBJECTS[kind];
  if (said) return said(t, lang, { id, detail, login });
  return Object.hasOwn(THINGS, kind) ? t(`trail.thing.${kind as Thing}`) : object;
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
  if (key === "digest") return String(value).slice(0, 12);
  if (Object.hasOwn(VALUES, String(value))) return t(`trail.value.${value as keyof typeof VALUES}`);
  if (typeof value === "boolean") return t(value ? "trail.yes" : "trail.no");
  return String(value);
}

const facts = (detail: Entry["detail"]): Record<string, unknown> => ({ ...detail });
