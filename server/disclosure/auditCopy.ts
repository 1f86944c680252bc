import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Network } from "../../domain/network.ts";
import { closeDb, type Db, refuseHeld } from "../db.ts";
import { openPublished, openSecret, openVault } from "../store.ts";

/** A data folder as it was copied, to be attacked and then thrown away. */
export type AuditCopy = {
  folder: string;
  published: Db;
  vault: Db;
  secret: Buffer;
  remove: () => Promise<void>;
};

const FILES = ["vault.duckdb", "vault.duckdb.wal", "published.duckdb", "published.duckdb.wal", "secret"];

/**
 * Copies the two databases and the secret of a data folder into a folder of its own that only its owner reads; nothing in
 * the data folder is changed. It is removed by `remove`, and when the process is told to end.
 * @throws Error when there is nothing to copy, or a server holds the databases
 */
export async function copyForAudit(data: string, network: Network): Promise<AuditCopy> {
  for (const file of ["vault.duckdb", "published.duckdb"]) {
    if (!existsSync(join(data, file)))
      throw new Error(`${data} holds no ${file}: name the data folder of a network with --data.`);
    await refuseHeld(join(data, file));
  }
  const folder = await mkdtemp(join(tmpdir(), "sguardo-audit-"));
  const sweep = () => rm(folder, { recursive: true, force: true });
  const end = () => sweep().finally(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  try {
    for (const file of FILES)
      if (existsSync(join(data, file))) await copyFile(join(data, file), join(folder, file));
    const published = await openPublished(folder, network);
    const vault = await openVault(folder, network);
    const secret = await openSecret(folder, { vault, published });
    const remove = async () => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, end);
      await closeDb(vault);
      await closeDb(published);
      await sweep();
    };
    return { folder, published, vault, secret, remove };
  } catch (error) {
    await sweep();
    throw error;
  }
}
