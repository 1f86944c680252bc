import { basename } from "node:path";
import { refusing } from "../../domain/pii/personalData.ts";
import type { Columns } from "./findColumns.ts";
import { ImportRefused } from "./ImportRefused.ts";
import { Refusal } from "./Refusal.ts";
import type { ImportOptions } from "./report.ts";

/** Words come back row after row. */
const mostRemembered = 20_000;

/**
 * Looks for personal data in the columns of a file that are read; a row that holds any is refused, wherever it stands and
 * whether or not the cell would be kept. Coordinates are no text, and columns nobody mapped are never read.
 */
export function personalIn(columns: Columns): (cells: readonly string[]) => Refusal | undefined {
  const known = new Map<string, boolean>();
  const isPersonal = (field: string, cell: string): boolean => {
    // Numbered rows are often filled with zeros, and look like the number of a landline.
    if (cell.length < 2 || (field === "id" && /^0\d+$/.test(cell)) || isCoordinate(field, cell)) return false;
    const before = known.get(cell);
    if (before !== undefined) return before;
    const found = refusing(cell).length > 0;
    if (known.size >= mostRemembered) known.clear();
    known.set(cell, found);
    return found;
  };
  return (cells) => {
    const found = [...columns].find(([field, place]) => isPersonal(field, cells[place] ?? ""));
    return found ? new Refusal(`${found[0]} holds what looks like personal data`, found[0]) : undefined;
  };
}

/** Whether a cell is what its column should hold: degrees, and nothing that is written between degrees. */
export const isCoordinate = (field: string | undefined, cell: string): boolean =>
  (field === "lat" || field === "lon") && /^[+-]?\d{1,3}(?:[.,]\d+)?$/.test(cell);

/**
 * The name of a file is kept with its import, and a mapping may be kept too: neither may hold personal data.
 * @throws ImportRefused when one does
 */
export function checkPersonal({ file, mapping, values }: ImportOptions): void {
  const name = basename(file);
  const refuse = (what: string, remedy: string): never => {
    throw new ImportRefused(name, { problem: `${what} what looks like personal data`, remedy });
  };
  if (refusing(name).length > 0) refuse("the file is named with", "Rename it: its name is kept.");
  const texts = [
    ...Object.entries(mapping).flat(),
    ...Object.entries(values).flatMap(([field, meanings]) => [field, ...Object.entries(meanings).flat()]),
  ];
  if (texts.some((text) => refusing(text).length > 0))
    refuse("the mapping holds", "Map columns and words only, never what is about somebody.");
}
