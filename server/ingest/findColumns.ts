import type { Fields } from "./fields.ts";
import { ImportRefused } from "./ImportRefused.ts";
import { quoted } from "./quoted.ts";
import { readDate, readTime } from "./readTime.ts";
import { plain } from "./wordFinder.ts";

/** Where each field of a file is: field → place in the row. Fields the file does not have are absent. */
export type Columns = ReadonlyMap<string, number>;

type Asked = { file: string; fields: Fields; mapping: Readonly<Record<string, string>> };

/**
 * Finds the column of every field: as mapped, else the column called like the field.
 * @throws ImportRefused when a needed field has no column, a mapped column does not exist or is there twice
 */
export function findColumns(header: readonly string[], { file, fields, mapping }: Asked): Columns {
  checkMapping(header, { file, fields, mapping });
  const found = new Map(
    fields.all.flatMap((field): [string, number][] => {
      const place = placeOf(header, mapping[field] ?? field, file);
      return place === undefined ? [] : [[field, place]];
    }),
  );
  for (const alternatives of fields.needed) {
    const chosen = choose(alternatives, { found, mapping });
    if (!chosen) throw missing(header, { file, alternatives, found });
    for (const field of alternatives.flat().filter((other) => !chosen.includes(other))) found.delete(field);
  }
  return found;
}

function placeOf(header: readonly string[], column: string, file: string): number | undefined {
  const places = header.flatMap((name, i) => (plain(name) === plain(column) ? [i] : []));
  if (places.length > 1)
    refuse(file, `the column ${quoted(column)} is there ${places.length} times`, "Rename or remove one.");
  return places[0];
}

/** What the user mapped comes before what is merely called so. */
function choose(
  alternatives: readonly (readonly string[])[],
  { found, mapping }: { found: Columns; mapping: Readonly<Record<string, string>> },
): readonly string[] | undefined {
  const asked = alternatives.filter((fields) => fields.some((field) => field in mapping));
  return (asked.length > 0 ? asked : alternatives).find((fields) =>
    fields.every((field) => found.has(field)),
  );
}

function checkMapping(header: readonly string[], { file, fields, mapping }: Asked): void {
  for (const [field, column] of Object.entries(mapping)) {
    if (!fields.all.includes(field))
      refuse(file, `${quoted(field)} is no field to map`, `The fields are ${fields.all.join(", ")}.`);
    if (!header.some((name) => plain(name) === plain(column)))
      refuse(file, `no column ${quoted(column)}, mapped to ${field}`, foundColumns(header));
  }
}

function missing(
  header: readonly string[],
  given: { file: string; alternatives: readonly (readonly string[])[]; found: Columns },
): ImportRefused {
  if (looksLikeData(header)) {
    return new ImportRefused(given.file, {
      line: 1,
      problem: "has no header: the first line looks like data",
      remedy: "Put a line with the names of the columns above it.",
    });
  }
  const lacking = given.alternatives.map((fields) => fields.filter((field) => !given.found.has(field)));
  const remedies = lacking.map((fields) => fields.map((field) => `--map ${field}=COLUMN`).join(" "));
  return new ImportRefused(given.file, {
    line: 1,
    problem: `no column for ${given.alternatives.map((fields) => fields.join(" and ")).join(", or ")}`,
    remedy: `Name it with ${remedies.join(" or with ")}. ${foundColumns(header)}`,
  });
}

function looksLikeData(header: readonly string[]): boolean {
  return header.some((cell) => {
    const text = cell.trim();
    return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) || readDate(text) !== null || readTime(text, "UTC") !== null;
  });
}

function foundColumns(header: readonly string[]): string {
  return looksLikeData(header)
    ? "The first line looks like data: is there a header?"
    : `The file has the columns ${header.slice(0, 60).map(quoted).join(", ")}.`;
}

function refuse(file: string, problem: string, remedy: string): never {
  throw new ImportRefused(file, { problem, remedy });
}
