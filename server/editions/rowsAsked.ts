import { z } from "zod";
import { SlotOfNetwork } from "../../domain/network.ts";
import { isTable, type Part, type Row, SETTINGS, TABLES } from "./parts.ts";

const MOST = 5000;
const POSITIONS = 50_000;
const MEMBERS = 300_000;
const DEEPEST = 12;

const Cell = z
  .string({ error: "expected a text, as in the file" })
  .max(4000, "longer than 4000 characters")
  .refine((text) => !/\p{Cc}/u.test(text), "holds a line break or another control character");

const Scalar = z.union([Cell, z.number(), z.boolean(), z.null()], {
  error: "expected a text, a number, true, false or null",
});

const Feature = z.strictObject({
  type: z.literal("Feature"),
  id: z.union([z.string().max(200), z.number()]).optional(),
  bbox: z.array(z.number()).max(6).optional(),
  properties: z.record(z.string().max(80), Scalar),
  geometry: z.looseObject({ type: z.string().max(40) }),
});

const listed = (keys: readonly string[]) => z.array(z.strictObject(optional(keys, Scalar))).max(MOST);
const optional = <S extends z.ZodType>(keys: readonly string[], schema: S) =>
  Object.fromEntries(keys.map((key) => [key, schema.optional()]));

const named = Object.keys(SlotOfNetwork.shape);
const Lists = {
  slots: listed(named),
  groups: listed(named.filter((key) => key !== "from" && key !== "to")),
  aims: listed(named.filter((key) => key !== "from" && key !== "to")),
  zones: z.array(Feature).max(MOST),
  settings: z.array(z.strictObject(optional(SETTINGS, z.unknown()))).length(1, "expected one object"),
};

/** The shape of the rows of a part: what cannot be kept as a row of its file. What it says is checked with the draft. */
function rowsSchema(part: Part): z.ZodType<Row[]> {
  if (!isTable(part)) return Lists[part];
  const columns: readonly string[] = TABLES[part].columns;
  return z.array(z.strictObject(optional(columns, Cell))).max(MOST);
}

/**
 * Rows as they can be kept, or where the first ones that cannot are: "rows[3].opens_at: expected a text". A cell left out
 * of a table is empty.
 */
export function rowsAsked(part: Part, rows: unknown): { rows: Row[] } | { refused: string } {
  const size = sizeOf(rows);
  if (size) return { refused: size };
  const parsed = rowsSchema(part).safeParse(rows);
  if (!parsed.success) return { refused: parsed.error.issues.slice(0, 5).map(said).join("; ") };
  if (!isTable(part)) return { rows: parsed.data };
  const empty = Object.fromEntries(TABLES[part].columns.map((column) => [column, ""]));
  return { rows: parsed.data.map((row) => ({ ...empty, ...row })) };
}

/** Where and what was expected; never what was found, which may be about somebody. */
function said(issue: z.core.$ZodIssue): string {
  const where = issue.path.reduce<string>(
    (text, key) => text + (typeof key === "number" ? `[${key}]` : `.${String(key).slice(0, 40)}`),
    "rows",
  );
  if (issue.code === "unrecognized_keys") return `${where}: a name that is not known here`;
  return `${where}: ${issue.message}`;
}

/** Depth and length, before anything walks it by recursion. */
function sizeOf(rows: unknown): string | null {
  let [numbers, members] = [0, 0];
  let level: unknown[] = [rows];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return `rows: nested deeper than ${DEEPEST}`;
    numbers += level.filter((value) => typeof value === "number").length;
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
    members += level.length;
    if (numbers > 2 * POSITIONS) return `rows: more than ${POSITIONS} positions`;
    if (members > MEMBERS) return `rows: more than ${MEMBERS} values`;
  }
  return null;
}
