import { hkdfSync, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Network } from "../domain/network.ts";
import { HOURS, slotOf, weekpartOf } from "../domain/week.ts";
import { schemas } from "./config.ts";
import { closeDb, type Db, openDb, rewriteDb, rows, run, runScript, sql } from "./db.ts";
import { type Database, migrate, versionOf } from "./migrate.ts";
import { rewriteMark } from "./rewriteMark.ts";

/** The database the API reads: presence and published cells, with the words of `data/domain.sql`. */
export async function openPublished(data: string, network: Network): Promise<Db> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const db = await openDb(join(data, "published.duckdb"), schemas.published);
  await claim(db, { database: "published", network: network.id, data });
  await keepHours(db, [{ network, ...ALWAYS }]);
  await runScript(db, await readFile(schemas.domain, "utf8"));
  return db;
}

/** Days, both included, and the network they counted in. */
export type Stretch = { network: Network; from: string; to: string };

/** The hours of the week as the network of each stretch of days names them, for the words of `data/domain.sql`. */
export const keepHours = (db: Db, stretches: readonly Stretch[]): Promise<void> =>
  run(db, hoursOfWeek(stretches));

/** From before every day to after it. */
export const ALWAYS = { from: "0001-01-01", to: "9999-12-31" };

/** The vault: raw anonymous observations. Who may call this is in the README, and a test reads the imports. */
export async function openVault(data: string, network: Network): Promise<Db> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const vault = await openDb(join(data, "vault.duckdb"), schemas.vault);
  // A very long file is staged on disk, in file order: what a killed import left there must not stay. Swept only now that
  // the vault is ours, or it could be the staging of an import that still runs elsewhere.
  await rm(join(data, "vault.duckdb.tmp"), { recursive: true, force: true });
  await chmod(join(data, "vault.duckdb"), 0o600);
  await claim(vault, { database: "vault", network: network.id, data });
  return vault;
}

/**
 * Who signs in and who did what: a third file, which holds nothing of what is observed. `network`: null where its folder
 * cannot be read and the file, which is there, says itself whose it is.
 */
export async function openAccountsFile(data: string, network: Pick<Network, "id"> | null): Promise<Db> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const path = join(data, "accounts.duckdb");
  const mark = rewriteMark(data, "accounts");
  if (existsSync(path) && existsSync(mark)) {
    await closeDb(await openDb(path, schemas.accounts));
    await rewriteDb(path);
    await rm(mark);
  }
  const db = await openDb(path, schemas.accounts);
  await chmod(path, 0o600);
  await claim(db, { database: "accounts", network: network?.id ?? null, data });
  return db;
}

/** A key for one purpose, made of the network's secret by HKDF: with the databases alone nobody has it. */
export async function keyFor(data: string, purpose: string): Promise<Buffer> {
  const secret = await readFile(join(data, "secret"));
  return Buffer.from(hkdfSync("sha256", secret, "", `sguardo ${purpose}`, 32));
}

/**
 * The network's secret, 32 random bytes: made at first use, readable by its owner only, never logged, never in a database.
 * @throws Error when it is gone though the databases hold what was made with it: then only a backup has it
 */
export async function openSecret(data: string, opened: Opened): Promise<Buffer> {
  const path = join(data, "secret");
  if (!existsSync(path)) {
    if (await wasUsed(opened)) throw lost(path);
    await makeSecret(path);
  }
  const secret = await readFile(path);
  if (secret.length < 32)
    throw new Error(`${path} is ${secret.length} bytes, expected 32: restore it from a backup.`);
  return secret;
}

type Opened = { vault: Db; published?: Db | undefined };

async function wasUsed({ vault, published }: Opened): Promise<boolean> {
  const asked = [
    rows(vault, Used, sql`SELECT EXISTS (FROM observation) OR EXISTS (FROM source_seen) AS used`),
    published ? rows(published, Used, sql`SELECT EXISTS (FROM closed_period) AS used`) : [],
  ];
  return (await Promise.all(asked)).flat().some(({ used }) => used);
}
const Used = z.object({ used: z.boolean() });

const lost = (path: string) =>
  new Error(
    `${path} is missing, but this folder holds observations or closed periods that were made with it. Copy the file "secret" back ` +
      "into the folder from its backup (the backup of a data folder is its files: vault.duckdb, published.duckdb, accounts.duckdb with trail.head, and secret), " +
      "then start again. A new one would count known rows twice and change the noise of what is still to be published. Nothing was changed.",
  );

/** Whole or not at all: a process killed here leaves no half a secret under its name. */
async function makeSecret(path: string): Promise<void> {
  await rm(`${path}.new`, { force: true });
  const file = await open(`${path}.new`, "wx", 0o600);
  await file.writeFile(randomBytes(32));
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}

const Meta = z.object({ network: z.string(), schema_version: z.number() });
type Claim = { database: Database; network: string | null; data: string };

/** A new database is this network's; an older one of this network is brought up to date; any other is left alone. */
async function claim(db: Db, { database, network, data }: Claim): Promise<void> {
  const [owner] = await rows(db, Meta, sql`SELECT network, schema_version FROM meta`);
  const newest = versionOf(database);
  if (!owner) return run(db, sql`INSERT INTO meta VALUES (${newest}, ${network})`);
  if (owner.schema_version > newest) {
    throw new Error(
      `${data} was written by a newer version of Sguardo (schema ${owner.schema_version}, this one reads ${newest}): use that version, or another folder with --data.`,
    );
  }
  if (network !== null && owner.network !== network) {
    throw new Error(
      `${data} holds the data of network "${owner.network}", not of "${network}": name another folder with --data.`,
    );
  }
  if (owner.schema_version < newest) await migrate(db, database, owner.schema_version);
}

function hoursOfWeek(stretches: readonly Stretch[]) {
  const hours = stretches.flatMap(({ network: { slots, day_start }, from, to }) =>
    Array.from({ length: HOURS }, (_, hour) => ({
      ...{ hour, slot: slotOf(hour, slots).id, weekpart: weekpartOf(hour, day_start) },
      ...{ from_day: from, to_day: to },
    })),
  );
  return sql`CREATE OR REPLACE TABLE hour_of_week AS
    SELECT unnest(from_json(${JSON.stringify(hours)}, '[{"hour":"USMALLINT","slot":"VARCHAR","weekpart":"VARCHAR","from_day":"DATE","to_day":"DATE"}]'), recursive := true)`;
}
