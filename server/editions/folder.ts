import { createHash } from "node:crypto";
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { writtenRows } from "../network/readTable.ts";
import { FILES, type Folder, LISTS, NETWORK, SETTINGS, TABLES, type TablePart, ZONES } from "./parts.ts";

const Anything = z.record(z.string(), z.unknown());
const Rows = z.array(Anything);
const Collection = z.looseObject({ features: Rows });

/** The rows of a network folder that was checked before. */
export async function readFolder(dir: string): Promise<Folder> {
  const text = async (file: string) => (await readFile(join(dir, file), "utf8")).replace(/^\uFEFF/, "");
  const network = Anything.parse(JSON.parse(await text(NETWORK)));
  const { features, ...frame } = Collection.parse(JSON.parse(await text(ZONES)));
  const rows = async (part: TablePart) => {
    const { file, columns } = TABLES[part];
    const empty = Object.fromEntries(columns.map((column) => [column, ""]));
    return writtenRows(await text(file), file).map((row) => ({ ...empty, ...row }));
  };
  const settings = Object.fromEntries(
    SETTINGS.filter((key) => key in network).map((key) => [key, network[key]]),
  );
  const list = (name: (typeof LISTS)[number]) => Rows.parse(network[name]);
  return {
    parts: {
      services: await rows("services"),
      schedules: await rows("schedules"),
      needs: await rows("needs"),
      relations: await rows("relations"),
      groups: list("groups"),
      slots: list("slots"),
      aims: list("aims"),
      zones: features,
      settings: [settings],
    },
    frame,
  };
}

/** The files of a network folder, file name → text. */
export function filesOf({ parts, frame }: Folder): Record<string, string> {
  const lists = Object.fromEntries(LISTS.map((list) => [list, parts[list]]));
  const tables = Object.entries(TABLES).map(([part, { file, columns }]) => {
    const lines = parts[part as TablePart].map((row) => columns.map((column) => cell(row[column])).join(","));
    return [file, `${[columns.join(","), ...lines].join("\n")}\n`];
  });
  const features = parts.zones.map((zone) => JSON.stringify(zone)).join(",\n");
  return {
    [NETWORK]: `${JSON.stringify({ ...parts.settings[0], ...lists }, null, 2)}\n`,
    [ZONES]: `${JSON.stringify({ ...frame, features: [] }).replace(/\[\]\}$/, () => `[\n${features}\n]}`)}\n`,
    ...Object.fromEntries(tables),
  };
}

function cell(value: unknown): string {
  const text = typeof value === "string" ? value : "";
  return /[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A folder written whole or not at all: under a temporary name first, every file on the disk before the name is given.
 * A process killed half-way leaves a name that begins with a point, which nobody reads (`sweepHalf`).
 */
export async function writeWhole(dir: string, files: Readonly<Record<string, string>>): Promise<void> {
  const above = dirname(dir);
  const half = await tried(above, files);
  for (const file of Object.keys(files)) await settle(join(half, file));
  await settle(half);
  await rename(half, dir);
  await settle(above);
}

/** Files in a folder of their own under a temporary name; whoever asks takes it away again, or gives it its name. */
export async function tried(above: string, files: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(above, { recursive: true, mode: 0o700 });
  const half = await mkdtemp(join(above, ".half-"));
  for (const [file, text] of Object.entries(files)) await writeFile(join(half, file), text, { mode: 0o600 });
  return half;
}

/** What a killed process left half-way. */
export async function sweepHalf(above: string): Promise<void> {
  for (const name of await readdir(above).catch(() => []))
    if (name.startsWith(".half-")) await rm(join(above, name), { recursive: true, force: true });
}

/** A file, or a folder's list of names, reaches the disk. */
async function settle(dir: string): Promise<void> {
  const opened = await open(dir, "r");
  await opened.sync().finally(() => opened.close());
}

/** SHA-256 of the files of a network folder, in hex: tells whether somebody changed one. */
export async function digestOf(dir: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of FILES) {
    const bytes = await readFile(join(dir, file));
    hash.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}
