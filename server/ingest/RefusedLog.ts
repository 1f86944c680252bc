import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { masked } from "../../domain/pii/personalData.ts";
import type { Columns } from "./findColumns.ts";
import { ImportRefused } from "./ImportRefused.ts";
import { isCoordinate } from "./personalCells.ts";
import { quoted } from "./quoted.ts";
import type { Refusal } from "./Refusal.ts";
import type { FileRecord } from "./readRecords.ts";
import type { ImportReport, RefusedRows } from "./report.ts";

const mostUnknown = 1000;

/**
 * Refused rows: counted by reason, and written beside the file with line, reason and the columns that were read; a cell that
 * looks like personal data is not written out again, nor is any column nobody asked for.
 */
export class RefusedLog {
  count = 0;
  private readonly reasons = new Map<string, RefusedRows>();
  private readonly unknown = new Map<string, ImportReport["unknown"][number]>();
  private readonly header: readonly string[];
  private readonly columns: Columns;
  private readonly delimiter: string;
  private readonly path: string | null;
  private readonly written: string;
  private out: WriteStream | undefined;
  private failure: Error | undefined;

  /** @param path where refused rows go once the import has happened; null writes none */
  constructor(path: string | null, file: { header: readonly string[]; columns: Columns; delimiter: string }) {
    this.path = path;
    this.written = `${path}.new`;
    this.header = file.header;
    this.columns = file.columns;
    this.delimiter = file.delimiter;
  }

  async add(record: FileRecord, refusal: Refusal): Promise<void> {
    this.count += 1;
    const { reason, value } = refusal;
    const rows = this.reasons.get(reason) ?? { reason, count: 0, firstLines: [], examples: [] };
    this.reasons.set(reason, rows);
    rows.count += 1;
    if (rows.firstLines.length < 5) rows.firstLines.push(record.line);
    if (value !== null && rows.examples.length < 3) addNew(rows.examples, quoted(value));
    if (value !== null && refusal.unknown) this.addUnknown(refusal.field, value);
    await this.write([String(record.line), reason, ...this.readCells(record.cells)]);
  }

  /** Ends the file of refused rows. */
  async end(): Promise<{
    refused: RefusedRows[];
    unknown: ImportReport["unknown"];
    refusedFile: string | null;
  }> {
    if (this.out) await new Promise<void>((done) => this.out?.end(done));
    if (this.failure) throw this.failure;
    const byCount = <T extends { count: number }>(list: Iterable<T>) =>
      [...list].sort((a, b) => b.count - a.count);
    return {
      refused: byCount(this.reasons.values()),
      unknown: byCount(this.unknown.values()),
      refusedFile: this.out ? this.path : null,
    };
  }

  /** The import has happened: these are the file's refused rows now, or it has none any more. */
  async keep(): Promise<void> {
    if (this.path === null) return;
    if (this.out) await rename(this.written, this.path);
    else await rm(this.path, { force: true });
  }

  /** The import did not happen: the refused rows of an earlier one stay as they were. */
  async discard(): Promise<void> {
    if (!this.out) return;
    this.out.destroy();
    await rm(this.written, { force: true });
  }

  /** The cells of the columns that were read, in the file's order; coordinates are no text. */
  private readCells(cells: readonly string[]): string[] {
    const fields = new Map([...this.columns].map(([field, place]) => [place, field]));
    return cells.flatMap((cell, place) => {
      const field = fields.get(place);
      if (field === undefined) return [];
      return [isCoordinate(field, cell) ? cell : masked(cell)];
    });
  }

  private addUnknown(field: string, value: string): void {
    const key = `${field}\n${value}`;
    const known = this.unknown.get(key);
    if (known) known.count += 1;
    else if (this.unknown.size < mostUnknown)
      this.unknown.set(key, { field, value: unquoted(value), count: 1 });
  }

  private async write(cells: readonly string[]): Promise<void> {
    if (this.path === null) return;
    if (!this.out) {
      this.out = createWriteStream(this.written, { mode: 0o600 });
      this.out.on("error", (error: NodeJS.ErrnoException) => {
        this.failure = new ImportRefused(String(this.path), {
          problem: `refused rows cannot be written beside the file (${error.code})`,
          remedy: "Copy the file to a folder you may write to.",
        });
      });
      await this.write(["line", "reason", ...this.readCells(this.header)]);
    }
    if (this.failure) throw this.failure;
    const line = `${cells.map((cell) => this.cell(cell)).join(this.delimiter)}\n`;
    if (!this.out.write(line)) await Promise.race([once(this.out, "drain"), once(this.out, "close")]);
  }

  private cell(text: string): string {
    return /["\r\n]/.test(text) || text.includes(this.delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  }
}

function addNew(list: string[], text: string): void {
  if (!list.includes(text)) list.push(text);
}

function unquoted(value: string): string {
  return quoted(value).replace(/^"(.*)"$/, "$1");
}
