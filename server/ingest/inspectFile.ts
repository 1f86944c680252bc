import { createHash } from "node:crypto";
import { createReadStream, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ImportRefused } from "./ImportRefused.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What one pass over a file's bytes tells, before any row of it is believed. `digest`: SHA-256 of the text's bytes, hex. */
export type Inspected = {
  path: string;
  name: string;
  size: number;
  modified: number;
  gzip: boolean;
  encoding: Encoding;
  digest: string;
};

/** How far a compressed file may grow. */
const expansion = { ratio: 200, from: 4 * 2 ** 20, bytes: 32 * 2 ** 30 };

/** Bytes read at a time. */
export const pieces = 2 ** 18;

const archives: [magic: string, name: string, remedy: string][] = [
  ["504b0304", "a ZIP archive or an Excel workbook (.xlsx)", "Unzip it first, or save the sheet as CSV."],
  ["504b0506", "an empty ZIP archive", "Unzip it first."],
  ["d0cf11e0", "an old Excel or Word file", "Save it as CSV first."],
  ["377abcaf", "a 7z archive", "Unpack it first."],
  ["52617221", "a RAR archive", "Unpack it first."],
  ["425a68", "a bzip2 file", "Unpack it first (or use .gz)."],
  ["fd377a58", "an xz file", "Unpack it first (or use .gz)."],
  ["28b52ffd", "a zstd file", "Unpack it first (or use .gz)."],
  ["25504446", "a PDF", "Export the table as CSV."],
  ["50415231", "a Parquet file", "Export it as CSV."],
];

/**
 * Reads a file once, in flat memory: what it is, how its letters are written, its digest.
 * @throws ImportRefused for anything that is not a text file of believable size
 */
export async function inspectFile(path: string): Promise<Inspected> {
  const name = basename(path);
  const { size, mtimeMs } = await plainFile(path, name);
  const gzip = (await firstBytes(path)).startsWith("1f8b");
  if (!gzip && /\.gz$/i.test(name))
    refuse(name, "is called .gz but is not gzip", "Rename or export it again.");
  const pass = new Pass(name);
  let compressed = 0;
  const raw = createReadStream(path, { highWaterMark: pieces }).on("data", (chunk) => {
    compressed += chunk.length;
  });
  for await (const chunk of unpack(raw, { name, gzip })) {
    pass.take(chunk);
    if (gzip) guardExpansion(name, pass.bytes, compressed);
  }
  return { path, name, size, modified: mtimeMs, gzip, ...pass.end() };
}

async function plainFile(path: string, name: string): Promise<Stats> {
  const file = await stat(path).catch(({ code }: NodeJS.ErrnoException) => code);
  if (file === "EACCES") return refuse(name, ...unreadable);
  if (!file || typeof file === "string") return refuse(name, "no such file", "Check the path.");
  if (!file.isFile())
    refuse(name, file.isDirectory() ? "is a folder" : "is not a regular file", "Give one CSV file.");
  if (file.size === 0) refuse(name, "is empty (0 bytes)", "Export it again.");
  if (/\.(zip|xlsx|xlsm|ods|7z|rar)$/i.test(name))
    refuse(name, "is an archive or a workbook by its name", "Unzip it first, or save the sheet as CSV.");
  return file;
}

/** The text's bytes of a file, gunzipped when it is compressed. */
export async function* unpack(raw: Readable, file: { name: string; gzip: boolean }): AsyncGenerator<Buffer> {
  const gunzip = file.gzip ? createGunzip({ chunkSize: pieces }) : undefined;
  raw.on("error", (error) => gunzip?.destroy(error));
  try {
    for await (const chunk of gunzip ? raw.pipe(gunzip) : raw) yield chunk;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!/^Z_/.test(code)) throw error;
    refuse(file.name, `is a damaged gzip file (${code})`, "Copy or export it again.");
  } finally {
    raw.destroy();
    gunzip?.destroy();
  }
}

/** One pass over the bytes: digest, encoding, and signs that this is no text. */
class Pass {
  bytes = 0;
  private readonly name: string;
  private readonly hash = createHash("sha256");
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });
  private utf8 = true;
  private utf16: Encoding | undefined;

  constructor(name: string) {
    this.name = name;
  }

  take(chunk: Buffer): void {
    if (this.bytes === 0) this.lookAtHead(chunk);
    if (!this.utf16 && chunk.includes(0))
      refuse(this.name, "is not text (it holds NUL bytes)", "Give a CSV file, in UTF-8 if you can choose.");
    this.bytes += chunk.length;
    this.hash.update(chunk);
    this.utf8 &&= this.decodes(chunk);
  }

  end(): Pick<Inspected, "encoding" | "digest"> {
    if (this.bytes === 0) refuse(this.name, "is empty once unpacked", "Export it again.");
    this.utf8 &&= this.decodes();
    return {
      encoding: this.utf16 ?? (this.utf8 ? "utf-8" : "windows-1252"),
      digest: this.hash.digest("hex"),
    };
  }

  private lookAtHead(chunk: Buffer): void {
    const head = chunk.subarray(0, 8).toString("hex");
    const archive = archives.find(([magic]) => head.startsWith(magic));
    if (archive) refuse(this.name, `is ${archive[1]}`, archive[2]);
    if (head.startsWith("1f8b")) refuse(this.name, "is compressed twice", "Unpack it once first.");
    if (head.startsWith("fffe")) this.utf16 = "utf-16le";
    if (head.startsWith("feff")) this.utf16 = "utf-16be";
  }

  private decodes(chunk?: Buffer): boolean {
    try {
      this.decoder.decode(chunk, { stream: chunk !== undefined });
      return true;
    } catch {
      return false;
    }
  }
}

function guardExpansion(name: string, bytes: number, compressed: number): void {
  const tooBig = bytes > expansion.bytes;
  if (!tooBig && (bytes < expansion.from || bytes < compressed * expansion.ratio)) return;
  const grown = tooBig ? `more than ${expansion.bytes} bytes` : `more than ${expansion.ratio} times its size`;
  refuse(name, `unpacks to ${grown}: a decompression bomb`, "Unpack it yourself and look at it.");
}

const unreadable = ["cannot be read", "Give the user who runs Sguardo the right to read it."] as const;

async function firstBytes(path: string): Promise<string> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EACCES" && error.code !== "EPERM") throw error;
    return refuse(basename(path), ...unreadable);
  });
  const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0).finally(() => file.close());
  return buffer.subarray(0, bytesRead).toString("hex");
}

function refuse(name: string, problem: string, remedy: string): never {
  throw new ImportRefused(name, { problem, remedy });
}
