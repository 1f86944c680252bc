import type { Editing } from "../frame/useManage.ts";
import type { Telling } from "./changeWords.ts";
import { publishedRows } from "./publishedRows.ts";

/** What is edited, beside what is published, as it is told. */
export const tellingOf = ({ t, lang, known, rows }: Editing): Telling => ({
  t,
  lang,
  before: publishedRows(known),
  after: rows,
});
