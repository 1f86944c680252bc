import type { Words } from "../../words.ts";
import type { DraftPart, RowProblem } from "../draft.ts";
import { bare } from "./waits.ts";

type Field = "initials";

/** What is wrong with a field, in the language of the page where it has words for it; the server's own otherwise. */
export function problemWords(t: Words, { part, field, message }: RowProblem): string {
  const key = bare(field).split(/[.[]/)[0] ?? "";
  const own = t(`manage.problem.${part}.${key}` as `manage.problem.services.${Field}`, { defaultValue: "" });
  const general = own || t(`manage.problem.any.${key}` as "manage.problem.any.name", { defaultValue: "" });
  return general || t("manage.problem.other", { message });
}

/** The problems of one row, field by field. */
export function problemsOf(
  problems: readonly RowProblem[],
  { part, id, row }: { part: DraftPart; id: string; row: number },
): RowProblem[] {
  return problems.filter((one) => one.part === part && (one.row === row || (one.id === id && id !== "")));
}
