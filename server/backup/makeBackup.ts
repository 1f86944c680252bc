import { existsSync } from "node:fs";
import { cp, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "../db.ts";
import { copyDb } from "./copyDb.ts";
import { verifyBackup } from "./verifyBackup.ts";

/** What a backup holds: the databases that exist, the secret they were made with, and the folders of what was edited. */
export const DATABASES = ["published", "vault", "accounts"] as const;
export type Open = Partial<Record<(typeof DATABASES)[number], Db>>;
const BESIDE = [
  ...["secret", "editions", "draft", "mappings"],
  ...["accounts", "vault"].map((database) => `${database}.rewrite`),
];
/** Copied first: the trail may grow beyond its head meanwhile, never end before it. */
const HEAD = "trail.head";

type Making = { data: string; network: string; to: string; now: number; open: Open };

/**
 * Makes one whole, opened and checked copy of a data folder, in a folder of its own under `to`; killed half-way it leaves
 * only a `.partial`. The published database first and the vault after it: what was published is then always in the vault.
 * @param open the databases, open: those that are not are not copied
 * @returns the folder made
 */
export async function makeBackup({ data, network, to, now, open: dbs }: Making): Promise<string> {
  const name = `sguardo-${network}-${new Date(now).toISOString().slice(0, 19).replaceAll(":", "")}`;
  const partial = join(to, `${name}.partial`);
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const left of await readdir(to))
    if (left.startsWith(`sguardo-${network}-`) && left.endsWith(".partial"))
      await rm(join(to, left), { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  await copyBeside(data, partial, [HEAD]);
  for (const database of DATABASES) {
    const db = dbs[database];
    const file = `${database}.duckdb`;
    if (db) await copyDb(db, join(data, file), join(partial, file));
  }
  await copyBeside(data, partial, BESIDE);
  await verifyBackup(partial, network);
  await syncAll(partial);
  await rename(partial, join(to, name));
  return join(to, name);
}

async function copyBeside(data: string, to: string, names: readonly string[]): Promise<void> {
  for (const name of names.filter((one) => existsSync(join(data, one))))
    await cp(join(data, name), join(to, name), { recursive: true, preserveTimestamps: true });
}

/** Whole backups of a network in a folder, oldest first. */
export async function backupsIn(folder: string, network: string): Promise<string[]> {
  const pattern = new RegExp(`^sguardo-${network}-\\d{4}-\\d{2}-\\d{2}T\\d{6}$`);
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names.filter((name) => pattern.test(name)).sort();
}

/** Removes backups that are over their time, never the newest; with `keep` also those beyond so many. */
export async function pruneBackups(pruning: {
  to: string;
  network: string;
  now: number;
  days: number;
  keep?: number | undefined;
}): Promise<string[]> {
  const { to, network, now, days, keep = Number.POSITIVE_INFINITY } = pruning;
  const oldest = new Date(now - days * 86_400_000).toISOString().slice(0, 19).replaceAll(":", "");
  const names = await backupsIn(to, network);
  const over = names.filter(
    (name, i) => i < names.length - 1 && (i < names.length - keep || name.slice(-17) < oldest),
  );
  for (const name of over) await rm(join(to, name), { recursive: true, force: true });
  return over;
}

async function syncAll(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!(await stat(path)).isFile()) continue;
    const file = await open(path, "r+");
    await file.sync().finally(() => file.close());
  }
}
