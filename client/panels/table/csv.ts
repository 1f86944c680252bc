/**
 * Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read accents; lines of notes come first, with "#".
 * A cell that a spreadsheet would run as a formula is made text.
 */
export function csv(
  notes: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const lines = [...notes.map((note) => cell(`# ${note}`)), ...rows.map((row) => row.map(cell).join(","))];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
