import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Db, type Query, run, transaction } from "../db.ts";
import type { Fields } from "./fields.ts";
import { findColumns } from "./findColumns.ts";
import { ImportRefused } from "./ImportRefused.ts";
import { type Inspected, inspectFile } from "./inspectFile.ts";
import { checkPersonal, personalIn } from "./personalCells.ts";
import { Refusal } from "./Refusal.ts";
import { RefusedLog } from "./RefusedLog.ts";
import { RowCells } from "./RowCells.ts";
import { type FileRecord, findDelimiter, readRecords } from "./readRecords.ts";
import { checkMappingName, rememberMapping } from "./rememberMapping.ts";
import type { ImportOptions, ImportReport } from "./report.ts";
import { type StagedRow, Staging } from "./Staging.ts";

type Reader = { read: (row: string[], line: number) => StagedRow[] | Refusal; finish: () => string[] };

/** What makes observations and outings different to import. */
export type FileKind = {
  kind: ImportReport["kind"];
  fields: Fields;
  staged: { table: string; create: Query };
  reader: (context: { cells: RowCells; file: Inspected }) => Reader;
  /** Moves staged rows to where they stay (or only counts them), inside the import's transaction. */
  move: (inside: Db, told: { file: Inspected; refused: number }) => Promise<Moved>;
};
export type Moved = {
  id: string | null;
  accepted: number;
  duplicates: number;
  /** Accepted rows of days already closed, and what that means for them. */
  late: number;
  notes: string[];
};

/**
 * Imports one file in one transaction and flat memory: either every good row is in, or nothing happened.
 * @throws ImportRefused when the file as a whole cannot be believed
 */
export async function importFile(db: Db, options: ImportOptions, kind: FileKind): Promise<ImportReport> {
  checkCovers(options);
  if (options.remember !== undefined) checkMappingName(options.remember);
  checkPersonal(options);
  const file = await inspectFile(options.file);
  const delimiter = await findDelimiter(file);
  const progress = progressOf(file, options.onProgress);
  const records = readRecords(file, delimiter, progress.bytes);
  const header = await readHeader(records, file.name);
  const columns = findColumns(header, { file: file.name, fields: kind.fields, mapping: options.mapping });
  const reader = kind.reader({ cells: new RowCells(columns, options, file.name), file });
  const log = new RefusedLog(options.dryRun ? null : `${options.file}.refused.csv`, {
    header,
    columns,
    delimiter,
  });
  try {
    const report = await transaction(db, async (inside) => {
      await run(inside, kind.staged.create);
      const from = { records, reader, log, width: header.length, personal: personalIn(columns) };
      const rows = await stage(new Staging(inside, kind.staged.table), from, progress.rows);
      const warnings = [...encodingNotes(file), ...reader.finish()];
      await checkWhole(file, rows, options.covers !== undefined);
      const { notes, ...moved } = await kind.move(inside, { file, refused: log.count });
      warnings.push(...notes);
      if (moved.accepted === 0) warnings.push(nothingNew(moved.id));
      const refused = await log.end();
      return { kind: kind.kind, file: options.file, rows: rows.all, ...moved, ...refused, warnings };
    });
    progress.end();
    await log.keep();
    if (options.remember !== undefined && report.id !== null)
      await rememberMapping(options, options.remember).catch(({ message }: Error) => {
        report.warnings.push(`The rows are in, but their mapping could not be kept: ${message}.`);
      });
    return { ...report, encoding: file.encoding, delimiter, dryRun: options.dryRun };
  } catch (error) {
    await log.discard();
    throw error;
  } finally {
    await records.return(undefined);
  }
}

type Source = {
  records: AsyncGenerator<FileRecord>;
  reader: Reader;
  log: RefusedLog;
  width: number;
  personal: (cells: readonly string[]) => Refusal | undefined;
};

async function stage(
  staging: Staging,
  { records, reader, log, width, personal }: Source,
  onRows: (rows: number) => void,
): Promise<{ all: number; ragged: number }> {
  const count = { all: 0, ragged: 0 };
  for await (const record of records) {
    count.all += 1;
    const ragged = raggedness(record, width);
    if (ragged) count.ragged += 1;
    const read = ragged ?? personal(record.cells) ?? reader.read(record.cells, record.line);
    if (read instanceof Refusal) await log.add(record, read);
    else if (staging.add(read)) await staging.flush();
    onRows(count.all);
  }
  await staging.flush();
  return count;
}

function raggedness({ cells }: FileRecord, width: number): Refusal | undefined {
  if (cells.length === width) return undefined;
  return new Refusal("the row has more or fewer fields than the header", "row", {
    value: `${cells.length} fields, the header has ${width}`,
  });
}

async function readHeader(records: AsyncGenerator<FileRecord>, name: string): Promise<string[]> {
  const { value } = await records.next();
  if (value) return value.cells;
  throw new ImportRefused(name, { problem: "has no rows, not even a header", remedy: "Export it again." });
}

const nothingNew = (id: string | null) =>
  id === null
    ? "No row is new and good: nothing was written."
    : "No row is new and good; noted are the days the file is of.";

/** @param mayBeEmpty a calm stretch is told by a file without rows and the days it is of */
async function checkWhole(file: Inspected, rows: { all: number; ragged: number }, mayBeEmpty: boolean) {
  const refuse = (problem: string, remedy: string): never => {
    throw new ImportRefused(file.name, { problem, remedy });
  };
  if (rows.all === 0 && !mayBeEmpty) refuse("has a header but no rows", "Export it again.");
  if (rows.ragged > 0 && rows.ragged === rows.all)
    refuse("no row has as many fields as the header", "Look at the delimiter and at the first line.");
  const now = await stat(file.path);
  if (now.size !== file.size || now.mtimeMs !== file.modified)
    refuse("changed while it was being read", "Import it when it is finished.");
}

function checkCovers({ covers, file, today }: ImportOptions): void {
  if (!covers || (covers.from <= covers.to && covers.to < today)) return;
  const remedy = "Give the first and the last day, both over before today.";
  throw new ImportRefused(basename(file), { problem: `cannot be of ${covers.from}..${covers.to}`, remedy });
}

function encodingNotes({ encoding }: Inspected): string[] {
  if (encoding !== "windows-1252") return [];
  return ["The file is not valid UTF-8: read as Windows-1252. Check that accented letters are right."];
}

/** Tells the caller at most ten times a second, and once at the end. */
function progressOf(file: Inspected, tell: ImportOptions["onProgress"]) {
  const at = { bytes: 0, totalBytes: file.size, rows: 0 };
  let next = 0;
  const told = (): void => {
    if (performance.now() < next) return;
    next = performance.now() + 100;
    tell?.({ ...at });
  };
  return {
    bytes: (bytes: number) => {
      at.bytes += bytes;
      told();
    },
    rows: (rows: number) => {
      at.rows = rows;
    },
    end: () => tell?.({ ...at }),
  };
}
