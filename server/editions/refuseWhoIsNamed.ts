import { refusePersonal } from "../refusePersonal.ts";
import type { Row } from "./parts.ts";

/** Fields of words, not of ids, times or the contacts of an office. */
const WORDS = /^(alternate_)?name|^attribution/;

/**
 * Names that were not there before are read for personal data.
 * @throws 422 naming the row and the field; nothing is kept
 */
export function refuseWhoIsNamed(rows: readonly Row[], before: readonly Row[]): void {
  const known = new Set(before.flatMap(wordsOf).map(({ text }) => text));
  for (const [i, row] of rows.entries())
    for (const { field, text } of wordsOf(row))
      if (!known.has(text)) refusePersonal(`rows[${i}].${field}`, text);
}

function wordsOf(row: Row): { field: string; text: string }[] {
  const inside = Object.entries(Object(row["properties"])).map(([key, value]) => [
    `properties.${key}`,
    key,
    value,
  ]);
  const fields = [...Object.entries(row).map(([key, value]) => [key, key, value]), ...inside];
  return fields.flatMap(([field, key, text]) =>
    typeof text === "string" && WORDS.test(String(key)) ? [{ field: String(field), text }] : [],
  );
}
