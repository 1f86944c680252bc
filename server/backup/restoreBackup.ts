import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { verifyBackup } from "./verifyBackup.ts";

/**
 * Puts a backup where a data folder is to be. It never writes over one, and killed half-way it leaves the place empty.
 * @throws Error when there is something already, or the backup cannot be used
 */
export async function restoreBackup(backup: string, data: string): Promise<{ network: string }> {
  if (basename(backup).endsWith(".partial"))
    throw new Error(`${backup}: was never finished. Choose another backup. Nothing was changed.`);
  if (existsSync(data) && (await readdir(data)).length > 0)
    throw new Error(
      `${data} is not empty: a backup is never written over data. Move it away, or name another folder with --data. Nothing was changed.`,
    );
  const coming = `${data}.restoring`;
  await rm(coming, { recursive: true, force: true });
  await mkdir(dirname(data), { recursive: true });
  await cp(backup, coming, { recursive: true });
  // The copy is opened, never the backup itself.
  const restored = await verifyBackup(coming).catch(async (error: unknown) => {
    await rm(coming, { recursive: true, force: true });
    throw error;
  });
  if (existsSync(data)) await rmdir(data);
  await rename(coming, data);
  return restored;
}
