import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { ImportRefused } from "./ImportRefused.ts";
import { type Encoding, type Inspected, pieces, unpack } from "./inspectFile.ts";

/** One row of a file; `line` is where it begins, counted from 1 with the header. */
export type FileRecord = { line: number; cells: string[] };

/** Longest row taken, in bytes: longer is a mistake, or a file made to fill the memory. */
const longestRow = 64 * 1024;

/** The letters CP1252 puts at 0x80–0x9F, where Latin-1 has controls (Node's streaming decoder forgets them). */
const cp1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * The records of an inspected file, header first, in flat memory.
 * @throws ImportRefused with the line when a row is too long or a quote never closes
 */
export async function* readRecords(
  file: Inspected,
  delimiter: string,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<FileRecord> {
  let at = { line: 1, empty: 0 };
  const parser = parse({
    bom: true,
    delimiter,
    max_record_size: longestRow,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // The types know records as lists only; the parser hands on whatever this returns.
    on_record: (cells, { lines, empty_lines }) => {
      const line = at.line + (empty_lines - at.empty);
      at = { line: lines + 1, empty: empty_lines };
      return { line, cells } satisfies FileRecord as unknown as string[];
    },
  });
  pipeline(Readable.from(textOf(file, onBytes)), parser, () => undefined);
  try {
    yield* parser;
  } catch (error) {
    throw asRefusal(error as CsvError, { name: file.name, line: at.line });
  } finally {
    parser.destroy();
  }
}

/** The delimiter of a header line: the commonest of `,` `;` tab outside quotes. */
export async function findDelimiter(file: Inspected): Promise<string> {
  let head = "";
  for await (const chunk of textOf(file, () => undefined)) {
    head += typeof chunk === "string" ? chunk : chunk.toString("utf8");
    if (head.length > longestRow || /\S[^\r\n]*[\r\n]/.test(head)) break;
  }
  const line = /\S[^\r\n]*/.exec(head.replaceAll(/"[^"]*"/g, ""))?.[0] ?? "";
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

async function* textOf(file: Inspected, onBytes: (bytes: number) => void): AsyncGenerator<Buffer | string> {
  const raw = createReadStream(file.path, { highWaterMark: pieces });
  raw.on("data", (chunk) => onBytes(chunk.length));
  const decode = decoderOf(file.encoding);
  for await (const chunk of unpack(raw, file)) yield decode(chunk);
}

function decoderOf(encoding: Encoding): (chunk: Buffer) => Buffer | string {
  if (encoding === "utf-8") return (chunk) => chunk;
  if (encoding === "windows-1252") {
    return (chunk) =>
      chunk.toString("latin1").replaceAll(/[\x80-\x9f]/g, (c) => cp1252[c.charCodeAt(0) - 0x80] ?? c);
  }
  const decoder = new TextDecoder(encoding);
  return (chunk) => decoder.decode(chunk, { stream: true });
}

function asRefusal(error: CsvError, { name, line }: { name: string; line: number }): Error {
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    return new ImportRefused(name, {
      line,
      problem: `a row is longer than ${longestRow} bytes`,
      remedy: "Look for a quote that never closes, or a missing end of line.",
    });
  }
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return new ImportRefused(name, {
      line,
      problem: "a quote opened here never closes",
      remedy: "Close it, or export the file again.",
    });
  }
  if (error.code?.startsWith("CSV_")) {
    return new ImportRefused(name, {
      line,
      problem: `is not CSV (${error.code})`,
      remedy: "Export it again.",
    });
  }
  return error;
}
