import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { refusing } from "../../domain/pii/personalData.ts";
import { closeDb, type Db, openDb, rows, sql } from "../../server/db.ts";
import { reference } from "../domain/stats/reference.ts";

/** A18: what looks like somebody's data, in every place a text can come in. */
export const planted = [
  ...(reference("pii_italian_texts").cases as { text: string; types: string[] }[])
    .filter(({ types }) => types.length > 0)
    .map(({ text }) => text),
  ...["RZUPLN28E16D612N", "TSM BZX LNH6P GN7P U", "IT72 V695 1794 6969 7085 3601 726"],
];

/** What of a planted text tells who it is about: what was found in it, and the text itself. */
const secretsOf = (text: string) => [text, ...refusing(text).map(({ from, to }) => text.slice(from, to))];
export const tellsOn = (told: string, text: string) =>
  secretsOf(text).some((secret) => told.includes(secret));

/**
 * Which of the planted texts stand anywhere under a folder: in the bytes of a file, as UTF-8 or UTF-16, or in any row of a
 * database there (which may keep texts compressed).
 * @param open databases of the folder that are open already
 */
export async function foundIn(folder: string, open: readonly Db[] = []): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const bytes = await Promise.all(files.map((path) => readFile(path)));
  const kept = await Promise.all(open.map(everyRow));
  for (const path of open.length > 0 ? [] : files.filter((name) => name.endsWith(".duckdb"))) {
    const db = await openDb(path, "");
    kept.push(await everyRow(db).finally(() => closeDb(db)));
  }
  const holds = (secret: string) =>
    kept.some((rows) => rows.includes(secret)) ||
    bytes.some((one) => one.includes(secret) || one.includes(Buffer.from(secret, "utf16le")));
  return planted.filter((text) => secretsOf(text).some(holds));
}

/** All a database holds, as text. */
async function everyRow(db: Db): Promise<string> {
  const Name = z.object({ name: z.string() });
  const tables = await rows(
    db,
    Name,
    sql`SELECT table_name AS name FROM duckdb_tables() WHERE NOT temporary`,
  );
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const reader = await db.connection.runAndReadAll(`FROM "${name}"`);
      return JSON.stringify(reader.getRowsJson());
    }),
  );
  return texts.join("\n").replaceAll('\\"', '"');
}

export const cell = (text: string) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
