import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { oneLine } from "../oneLine.ts";
import type { Problem } from "./NetworkRefused.ts";
import { personalTexts } from "./personalTexts.ts";
import { refusals } from "./refusal.ts";

/** A record and the place it was written at, so that later checks can point there. */
export type Located<T> = { value: T; where: string };

/** The sound records of a file, and every id written in it, also in broken records; null when the file cannot be read. */
export type Records<T> = { rows: Located<T>[]; ids: ReadonlySet<string> | null };

/** How the cells of one table are read: its columns are those of `schema`. */
type Table<S extends z.ZodObject> = {
  file: string;
  schema: S;
  /** Columns that hold several values, separated by `;`. */
  lists: readonly string[];
  numbers: readonly string[];
  booleans: readonly string[];
};

/** The rows of a CSV table, each checked by its schema. A broken row is left out and said in `problems`. */
export function readTable<S extends z.ZodObject>(
  text: string,
  table: Table<S>,
  problems: Problem[],
): Records<z.infer<S>> {
  const [header, ...lines] = cells(text, table.file, problems);
  if (!header || !goodHeader(header.record, table, problems)) return { rows: [], ids: null };
  const id = header.record.indexOf("id");
  const ids = new Set(lines.flatMap(({ record }) => record[id] ?? []));
  const rows = lines.flatMap(({ record, line }) => {
    const place = { file: table.file, where: `line ${line}` };
    if (record.length !== header.record.length) {
      problems.push(ragged(place, record, header.record.length));
      return [];
    }
    const written = Object.fromEntries(header.record.map((column, i) => [column, record[i] ?? ""]));
    problems.push(...personalTexts(written, place));
    const filled = Object.entries(written).filter(([, cell]) => cell !== "");
    const entry = Object.fromEntries(filled.map(([c, cell]) => [c, typed(c, cell, table)]));
    const parsed = table.schema.safeParse(entry);
    if (parsed.success) return [{ value: parsed.data, where: place.where }];
    for (const refusal of refusals(parsed.error.issues, place, entry))
      problems.push({ ...refusal, field: refusal.field.replace(/\[\d+\]$/, "") });
    return [];
  });
  return { rows, ids };
}

/** The rows of a table that was checked before, cells as they are written. */
export function writtenRows(text: string, file: string): Record<string, string>[] {
  const [header, ...lines] = cells(text, file, []);
  return lines.map(({ record }) =>
    Object.fromEntries((header?.record ?? []).map((column, i) => [column, record[i] ?? ""])),
  );
}

const Row = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

function cells(text: string, file: string, problems: Problem[]): { record: string[]; line: number }[] {
  try {
    const rows: unknown[] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return rows.map((row) => Row.parse(row)).map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push({
      kind: "file",
      file,
      where: `line ${error["lines"]}`,
      field: "",
      value: "",
      problem: `cannot be read as CSV (${error.message})`,
      remedy:
        'Check the quotes: a cell that holds a comma or a quote is written in "quotes", inner quotes doubled.',
    });
    return [];
  }
}

/** Excel in Italian separates with semicolons; then lists inside a cell must be quoted. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return [",", ";", "\t"].find((candidate) => header.includes(candidate)) ?? ",";
}

function goodHeader(header: string[], { file, schema }: Table<z.ZodObject>, problems: Problem[]): boolean {
  const place = { kind: "file" as const, file, where: "line 1", value: "" };
  const known = Object.keys(schema.shape);
  const before = problems.length;
  for (const [i, column] of header.entries()) {
    if (!known.includes(column))
      problems.push({
        ...place,
        field: column,
        problem: "is a column this table does not have",
        remedy: `Correct or remove it. Columns are: ${known.join(", ")}.`,
      });
    if (header.indexOf(column) !== i)
      problems.push({
        ...place,
        field: column,
        problem: "is there twice",
        remedy: "Keep one column of that name.",
      });
  }
  for (const column of known.filter((name) => isRequired(schema, name) && !header.includes(name)))
    problems.push({
      ...place,
      field: column,
      problem: "is a missing column",
      remedy: `Add it: the first line names the columns (${known.join(", ")}).`,
    });
  return problems.length === before;
}

function isRequired(schema: z.ZodObject, column: string): boolean {
  const field = schema.shape[column];
  return field !== undefined && !z.safeParse(field, undefined).success;
}

function ragged(place: { file: string; where: string }, record: string[], expected: number): Problem {
  return {
    ...place,
    kind: "file",
    field: "",
    value: oneLine(record.join(",")),
    problem: `has ${record.length} cells, the first line has ${expected}`,
    remedy: 'Add or remove separators; write a cell that holds a comma in "quotes".',
  };
}

function typed(column: string, cell: string, table: Table<z.ZodObject>): unknown {
  if (table.lists.includes(column))
    return cell
      .split(";")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  if (table.numbers.includes(column)) return /^-?\d+$/.test(cell) ? Number(cell) : cell;
  if (table.booleans.includes(column)) return cell === "true" ? true : cell === "false" ? false : cell;
  return cell;
}
