import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Network } from "../domain/network.ts";
import { HOURS, slotOf, weekpartOf } from "../domain/week.ts";
import { schemas } from "./config.ts";
import { type Db, openDb, rows, run, sql } from "./db.ts";

/** The database the API reads: presence and published cells, with the words of `data/domain.sql`. */
export async function openPublished(data: string, network: Network): Promise<Db> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const db = await openDb(join(data, "published.duckdb"), schemas.published);
  await belongsTo(db, network.id, data);
  await run(db, hoursOfWeek(network));
  await db.connection.run(await readFile(schemas.domain, "utf8"));
  return db;
}

/** The vault: raw anonymous observations. Only ingestion and the close job may call this (a test reads the imports). */
export async function openVault(data: string, network: Network): Promise<Db> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const vault = await openDb(join(data, "vault.duckdb"), schemas.vault);
  // A very long file is staged on disk, in file order: what a killed import left there must not stay. Swept only now that
  // the vault is ours, or it could be the staging of an import that still runs elsewhere.
  await rm(join(data, "vault.duckdb.tmp"), { recursive: true, force: true });
  await chmod(join(data, "vault.duckdb"), 0o600);
  await belongsTo(vault, network.id, data);
  return vault;
}

/** The network's secret, 32 random bytes: made at first use, readable by its owner only, never logged, never in a database. */
export async function openSecret(data: string): Promise<Buffer> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const path = join(data, "secret");
  if (!existsSync(path)) await makeSecret(path);
  const secret = await readFile(path);
  if (secret.length < 32)
    throw new Error(`${path} is ${secret.length} bytes, expected 32: restore it from a backup.`);
  return secret;
}

/** Whole or not at all: a process killed here leaves no half a secret under its name. */
async function makeSecret(path: string): Promise<void> {
  await rm(`${path}.new`, { force: true });
  const file = await open(`${path}.new`, "wx", 0o600);
  await file.writeFile(randomBytes(32));
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}

/** Raised with every change of `data/schema.sql` or `data/vault.sql`. */
const SCHEMA = 1;
const Meta = z.object({ network: z.string(), schema_version: z.number() });

async function belongsTo(db: Db, network: string, data: string): Promise<void> {
  const [owner] = await rows(db, Meta, sql`SELECT network, schema_version FROM meta`);
  if (!owner) return run(db, sql`INSERT INTO meta VALUES (${SCHEMA}, ${network})`);
  if (owner.schema_version !== SCHEMA) {
    throw new Error(
      `${data} was written by another version of Sguardo (schema ${owner.schema_version}, this one reads ${SCHEMA}): use that version, or another folder with --data.`,
    );
  }
  if (owner.network !== network) {
    throw new Error(
      `${data} holds the data of network "${owner.network}", not of "${network}": name another folder with --data.`,
    );
  }
}

function hoursOfWeek({ slots, day_start }: Network) {
  const hours = Array.from({ length: HOURS }, (_, hour) => ({
    hour,
    slot: slotOf(hour, slots).id,
    weekpart: weekpartOf(hour, day_start),
  }));
  return sql`CREATE OR REPLACE TABLE hour_of_week AS
    SELECT unnest(from_json(${JSON.stringify(hours)}, '[{"hour":"USMALLINT","slot":"VARCHAR","weekpart":"VARCHAR"}]'), recursive := true)`;
}
