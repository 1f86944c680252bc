import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { schemas } from "./config.ts";
import { type Db, openDb } from "./db.ts";

/** The database the API reads: presence and published cells. */
export async function openPublished(data: string): Promise<Db> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  return openDb(join(data, "published.duckdb"), schemas.published);
}

/** The vault: raw anonymous observations. Only `server/ingest/` and `server/gate/` may call this (a test reads the imports). */
export async function openVault(data: string): Promise<Db> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const vault = await openDb(join(data, "vault.duckdb"), schemas.vault);
  await chmod(join(data, "vault.duckdb"), 0o600);
  return vault;
}

/** The network's secret, 32 random bytes: made at first use, readable by its owner only, never logged, never in a database. */
export async function openSecret(data: string): Promise<Buffer> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const path = join(data, "secret");
  if (!existsSync(path)) {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(randomBytes(32));
    await file.sync();
    await file.close();
  }
  const secret = await readFile(path);
  if (secret.length < 32) throw new Error(`${path} is ${secret.length} bytes, expected 32: restore it from a backup.`);
  return secret;
}
