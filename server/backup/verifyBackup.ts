import { existsSync } from "node:fs";
import { chmod, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { closeDb, openDb, rows, sql } from "../db.ts";

const Meta = z.object({ network: z.string(), schema_version: z.number() });

/**
 * Opens every database of a backup, reads it to its end and writes its log into it.
 * @throws Error when one is missing, damaged or of another network, or the secret is not there
 */
export async function verifyBackup(folder: string, network?: string): Promise<{ network: string }> {
  const found = [];
  for (const database of ["published", "vault", "accounts"]) {
    const path = join(folder, `${database}.duckdb`);
    if (existsSync(path)) found.push(await networkOf(path));
  }
  const [owner] = found;
  if (owner === undefined || !existsSync(join(folder, "published.duckdb")))
    throw new Error(`${folder} is no backup of Sguardo: published.duckdb is not in it.`);
  if (found.some((other) => other !== owner) || (network !== undefined && owner !== network))
    throw new Error(`${folder} is a backup of the network "${owner}", not of "${network ?? found.join()}".`);
  if (existsSync(join(folder, "vault.duckdb"))) {
    const secret = await readFile(join(folder, "secret")).catch(() => Buffer.alloc(0));
    if (secret.length < 32) throw new Error(`${folder} has no secret: its vault cannot be used without.`);
  }
  return { network: owner };
}

async function networkOf(path: string): Promise<string> {
  const db = await openDb(path, "");
  try {
    const [meta] = await rows(db, Meta, sql`SELECT network, schema_version FROM meta`);
    if (!meta) throw new Error(`${path} belongs to no network.`);
    const tables = await rows(
      db,
      z.object({ name: z.string() }),
      sql`SELECT table_name AS name FROM duckdb_tables() WHERE NOT temporary`,
    );
    for (const { name } of tables) await db.connection.run(`SELECT count(COLUMNS(*)) FROM "${name}"`);
    await db.connection.run("CHECKPOINT");
    return meta.network;
  } finally {
    closeDb(db);
    await rm(`${path}.wal`, { force: true });
    await chmod(path, 0o600);
  }
}
