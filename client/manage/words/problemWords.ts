import { formats } from "../../format.ts";
import type { Words } from "../../words.ts";
import type { DraftPart, RowProblem } from "../draft.ts";
import { labelOf, nameIn, type Telling } from "./changeWords.ts";
import { bare } from "./waits.ts";

/** What is wrong and what to do, in the language of the page; the server's own words for what no screen can cause. */
export function problemWords(telling: Telling, problem: RowProblem): string {
  const { t, lang } = telling;
  const said = kindWords(telling, problem);
  if (!problem.waits) return said;
  const { edition, takes_effect } = problem.waits;
  return t("manage.inWaiting", { number: edition, date: formats(lang).date(takes_effect), said });
}

function kindWords(telling: Telling, problem: RowProblem): string {
  const { t } = telling;
  const { kind, message } = problem;
  if (kind === "file") return t("manage.problem.other", { message });
  const contact = kind === "personal" && CONTACTS.includes(problem.field);
  if (kind === "missing" || kind === "malformed" || contact) return fieldWords(t, problem);
  const field = labelOf(t, bare(problem.field));
  return t(`manage.refused.${kind}`, { field, value: valueName(telling, problem) });
}

const CONTACTS = ["phone", "email", "url"];

/** What a field must hold. */
function fieldWords(t: Words, { part, field, value }: RowProblem): string {
  const key = fieldOf(field);
  const own = t(`manage.problem.${part}.${key}` as "manage.problem.services.initials", { defaultValue: "" });
  const general = own || t(`manage.problem.any.${key}` as "manage.problem.any.name", { defaultValue: "" });
  return (
    general ||
    t(value === "" ? "manage.problem.empty" : "manage.problem.odd", { field: labelOf(t, bare(field)), value })
  );
}

/** "properties.population" → "population", "geometry.coordinates[0]" → "geometry"; the whole list is "all". */
const fieldOf = (field: string): string => bare(field).split(/[.[]/)[0] || "all";

/** The part whose ids a value is one of. */
const NAMES_OF: Partial<Record<RowProblem["kind"], "zones" | "services" | "needs" | "aims" | "groups">> = {
  no_such_zone: "zones",
  parent_deep: "zones",
  overlap: "zones",
  redrawn: "zones",
  no_such_service: "services",
  used_service: "services",
  no_such_need: "needs",
  used_need: "needs",
  no_such_aim: "aims",
  no_such_group: "groups",
};

/** Names rather than ids, also of what was taken away. */
function valueName(telling: Telling, { kind, value }: RowProblem): string {
  if (kind === "pair_taken")
    return value
      .split(", ")
      .map((aim) => nameIn(telling, "aims", aim))
      .join(" + ");
  const part = NAMES_OF[kind];
  return part ? nameIn(telling, part, value) : value;
}

/** The problems of one row, field by field. */
export function problemsOf(
  problems: readonly RowProblem[],
  { part, id, row }: { part: DraftPart; id: string; row: number },
): RowProblem[] {
  return problems.filter((one) => one.part === part && (one.row === row || (one.id === id && id !== "")));
}
