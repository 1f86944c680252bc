import { existsSync } from "node:fs";
import { chmod, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { closeDb, openDb, rows, runScript, sql } from "../db.ts";

const Meta = z.object({ network: z.string(), schema_version: z.number() });

/**
 * Opens every database of a backup, reads it to its end and writes its log into it.
 * @throws Error when one is missing, damaged or of another network, or the secret is not there
 */
export async function verifyBackup(folder: string, network?: string): Promise<{ network: string }> {
  const has = (file: string) => existsSync(join(folder, file));
  if (!has("published.duckdb"))
    throw new Error(`${folder} is no backup of Sguardo: published.duckdb is not in it.`);
  const owner = await networkOf(join(folder, "published.duckdb"));
  const others = network === undefined ? [] : [network];
  for (const file of ["vault.duckdb", "accounts.duckdb"].filter(has))
    others.push(await networkOf(join(folder, file)));
  const stranger = others.find((other) => other !== owner);
  if (stranger !== undefined)
    throw new Error(`${folder} is of the network "${owner}", not of "${stranger}".`);
  if (has("vault.duckdb")) await checkSecret(folder);
  return { network: owner };
}

async function checkSecret(folder: string): Promise<void> {
  const secret = await readFile(join(folder, "secret")).catch(() => Buffer.alloc(0));
  if (secret.length < 32) throw new Error(`${folder} has no secret: its vault cannot be used without.`);
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
    for (const { name } of tables) await runScript(db, `SELECT count(COLUMNS(*)) FROM "${name}"`);
    await runScript(db, "CHECKPOINT");
    return meta.network;
  } finally {
    await closeDb(db);
    await rm(`${path}.wal`, { force: true });
    await chmod(path, 0o600);
  }
}
