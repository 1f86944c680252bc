import type { Network } from "../../domain/network.ts";
import type { Columns } from "./findColumns.ts";
import { ImportRefused } from "./ImportRefused.ts";
import { Refusal } from "./Refusal.ts";
import type { ImportOptions } from "./report.ts";
import { plain, type WordFinder, wordFinder, wordsOf } from "./wordFinder.ts";

/** Reads the fields of a row: trimmed text, or a word of the network. */
export class RowCells {
  private readonly columns: Columns;
  private readonly finders: ReadonlyMap<string, WordFinder>;

  /** @throws ImportRefused when a value is mapped to a word the network does not have */
  constructor(columns: Columns, options: Pick<ImportOptions, "network" | "values">, file: string) {
    this.columns = columns;
    this.finders = findersOf(options, { file, columns });
  }

  has(field: string): boolean {
    return this.columns.has(field);
  }

  text(cells: readonly string[], field: string): string {
    const place = this.columns.get(field);
    return place === undefined ? "" : (cells[place] ?? "").trim();
  }

  /** The id a row's field means, or why it means none. */
  word(cells: readonly string[], field: string): string | Refusal {
    return this.meaning(field, this.text(cells, field));
  }

  meaning(field: string, said: string): string | Refusal {
    if (said === "") return new Refusal(`${field} is empty`, field);
    const id = this.finders.get(field)?.(said);
    return id ?? new Refusal(`${field} is not one of the network's`, field, { value: said, unknown: true });
  }
}

function findersOf(
  { network, values }: { network: Network; values: ImportOptions["values"] },
  { file, columns }: { file: string; columns: Columns },
): Map<string, WordFinder> {
  const words = wordsOf(network);
  for (const [field, meanings] of Object.entries(values)) {
    const known = words[field];
    if (!known)
      throw new ImportRefused(file, {
        problem: `${field} is no field whose values can be mapped`,
        remedy: `They are ${Object.keys(words).join(", ")}.`,
      });
    const find = wordFinder(known);
    for (const [said, meant] of Object.entries(meanings)) {
      if (find(meant) !== undefined) continue;
      throw new ImportRefused(file, {
        problem: `the values of ${field} map ${plain(said)} to something the network does not have`,
        field,
        value: meant,
        remedy: `Known: ${known
          .slice(0, 40)
          .map(({ id }) => id)
          .join(", ")}.`,
      });
    }
  }
  return new Map(
    Object.entries(words)
      .filter(([field]) => columns.has(field))
      .map(([field, known]) => [field, wordFinder(known, values[field])]),
  );
}
