/** How a spreadsheet of this language reads a file by double click: an Italian Excel wants 1,25 and semicolons. */
export type Dialect = { separator: "," | ";"; decimal: "," | "." };
export const dialects = {
  it: { separator: ";", decimal: "," },
  en: { separator: ",", decimal: "." },
} as const satisfies Record<string, Dialect>;

/**
 * Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read accents; lines of notes come first, with "#".
 * A cell that a spreadsheet would run as a formula is made text.
 */
export function csv(
  notes: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  dialect: Dialect,
): string {
  const write = (value: string | number | null) => cell(value, dialect);
  const lines = [
    ...notes.map((note) => write(`# ${note}`)),
    ...rows.map((row) => row.map(write).join(dialect.separator)),
  ];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** Numbers have at most two decimals: more would be noise. */
function cell(value: string | number | null, { decimal }: Dialect): string {
  if (value === null) return "";
  if (typeof value === "number") return written(value).replace(".", decimal);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const written = (value: number): string => String(Math.round(value * 100) / 100);
