import { existsSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { type Db, run, sql } from "../db.ts";

/**
 * Copies the file of an open database as it is at this moment, while others go on writing: what is committed meanwhile
 * goes into its log, and the file itself stands still until the copy is there.
 */
export async function copyDb(db: Db, from: string, to: string): Promise<void> {
  await run(db, sql`SET GLOBAL checkpoint_threshold = '1TB'`);
  try {
    await run(db, sql`CHECKPOINT`);
    await copyFile(from, to);
    if (existsSync(`${from}.wal`)) await copyFile(`${from}.wal`, `${to}.wal`);
  } finally {
    await run(db, sql`SET GLOBAL checkpoint_threshold = '16MB'`);
  }
}
