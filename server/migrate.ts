import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { schemas } from "./config.ts";
import { type Db, run, runScript, sql, transaction } from "./db.ts";

/** Raised with every change of `data/schema.sql` or `data/vault.sql`, with a file in `data/migrations/` for each of them. */
export const SCHEMA = 6;
/** Likewise of `data/accounts.sql`. */
export const ACCOUNTS_SCHEMA = 1;

export type Database = "published" | "vault" | "accounts";

/** The version a database of this code has. */
export const versionOf = (database: Database): number => (database === "accounts" ? ACCOUNTS_SCHEMA : SCHEMA);

/** Brings a database from an older version to this one, all or nothing: `2.sql` leads from version 1 to 2, and so on. */
export async function migrate(db: Db, database: Database, from: number): Promise<void> {
  await transaction(db, async (inside) => {
    for (let version = from + 1; version <= versionOf(database); version++) {
      const file = join(schemas.migrations, database, `${version}.sql`);
      await runScript(inside, await readFile(file, "utf8"));
    }
    await run(inside, sql`UPDATE meta SET schema_version = ${versionOf(database)}`);
  });
}
