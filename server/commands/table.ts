import { say } from "./options.ts";

export type Cell = string | number | null;

/** Says rows as columns under each other; numbers stand to the right. The first row is the header. */
export function sayTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? "")].length)));
  const numeric = widths.map((_, i) => rows.slice(1).every((row) => /^[×÷]?[\d.,–]*$/.test(row[i] ?? "")));
  for (const row of rows) {
    const cells = row.map((cell, i) => {
      const room = " ".repeat((widths[i] ?? 0) - [...cell].length);
      return numeric[i] ? room + cell : cell + room;
    });
    say(cells.join("  ").trimEnd());
  }
}

/** Says rows as CSV (RFC 4180, comma and point), notes first with "#". A cell a spreadsheet would run is made text. */
export function sayCsv(notes: readonly string[], rows: readonly (readonly Cell[])[]): void {
  for (const note of notes) say(`# ${note}`);
  for (const row of rows) say(row.map(written).join(","));
}

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(Math.round(cell * 100) / 100);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
