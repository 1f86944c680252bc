import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backupsIn, makeBackup, pruneBackups } from "../../../server/backup/makeBackup.ts";
import { restoreBackup } from "../../../server/backup/restoreBackup.ts";
import { closeDb, run, sql } from "../../../server/db.ts";
import { openPublished, openVault } from "../../../server/store.ts";
import { type Bench, openBench, townFile } from "../ingest/openBench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  const days = ["2026-09-01", "2026-09-02"].map((day) => `${day},notte,harbour,night,health,1,contact,`);
  await bench.observations(await bench.write("file.csv", townFile(...days)));
});
afterEach(() => bench.close());

const now = Date.UTC(2026, 10, 23, 2);
const to = () => join(bench.folder, "backups");

/** As a running server makes it: the databases are open and were just written to. */
async function backUp(at = now): Promise<string> {
  const open = {
    published: await openPublished(bench.data, bench.network),
    vault: await openVault(bench.data, bench.network),
  };
  try {
    await run(
      open.published,
      sql`INSERT INTO published_cell (period, view, value) VALUES ('2026', 'total', 41)`,
    );
    return await makeBackup({ data: bench.data, network: bench.network.id, to: to(), now: at, open });
  } finally {
    await closeDb(open.vault);
    await closeDb(open.published);
  }
}

test("a backup of open databases restores to the same rows and the same secret, readable by their owner only", async () => {
  const kept = await bench.kept();
  const secret = await readFile(join(bench.data, "secret"));
  const backup = await backUp();
  await rm(bench.data, { recursive: true });
  expect(await restoreBackup(backup, bench.data)).toEqual({ network: "town" });
  expect(await bench.kept()).toEqual(kept);
  expect(await readFile(join(bench.data, "secret"))).toEqual(secret);
  for (const name of await readdir(bench.data))
    expect([name, (await stat(join(bench.data, name))).mode & 0o077]).toEqual([name, 0]);
  const again = await bench.write("again.csv", await readFile(join(bench.folder, "file.csv"), "utf8"));
  expect(await bench.observations(again)).toMatchObject({ accepted: 0, duplicates: 2 });
});

test("a backup is never written over data, and data stay as they were", async () => {
  const backup = await backUp();
  const before = await readFile(join(bench.data, "vault.duckdb"));
  await expect(restoreBackup(backup, bench.data)).rejects.toThrow("is not empty");
  expect(await readFile(join(bench.data, "vault.duckdb"))).toEqual(before);
});

test("what is no backup, is damaged, unfinished or lacks its secret is refused, and leaves nothing", async () => {
  const place = join(bench.folder, "place");
  const spoiled: [spoil: (backup: string) => Promise<unknown>, said: RegExp][] = [
    [(backup) => rm(join(backup, "published.duckdb")), /no backup/],
    [(backup) => rm(join(backup, "secret")), /no secret/],
    [(backup) => truncate(join(backup, "vault.duckdb"), 5000), /./],
    [(backup) => writeFile(join(backup, "vault.duckdb"), "something else"), /./],
  ];
  for (const [i, [spoil, said]] of spoiled.entries()) {
    const backup = await backUp(now + i * 1000);
    await spoil(backup);
    await expect(restoreBackup(backup, place)).rejects.toThrow(said);
    expect((await readdir(bench.folder)).filter((name) => name.startsWith("place"))).toEqual([]);
  }
  await mkdir(join(to(), "x.partial"));
  await expect(restoreBackup(join(to(), "x.partial"), place)).rejects.toThrow("never finished");
});

test("a restore killed half-way leaves the place empty, and the next one goes through", async () => {
  const backup = await backUp();
  await mkdir(join(backup, "editions"), { recursive: true });
  await writeFile(join(backup, "editions", "long"), Buffer.alloc(300 * 2 ** 20, 7));
  const place = join(bench.folder, "place");
  const cli = join(import.meta.dirname, "..", "..", "..", "dist", "server", "cli.js");
  const child = spawn(process.execPath, [cli, "restore", backup, "--data", place], { stdio: "ignore" });
  const ended = once(child, "exit");
  while (!existsSync(`${place}.restoring`) && child.exitCode === null)
    await new Promise((next) => setTimeout(next, 1));
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  expect(existsSync(place)).toBe(false);
  await restoreBackup(backup, place);
  expect(await readdir(place)).toContain("vault.duckdb");
  expect(existsSync(`${place}.restoring`)).toBe(false);
});

test("backups over their time go, never the newest; what was left half-made goes with the next", async () => {
  const day = 86_400_000;
  await mkdir(join(to(), "sguardo-town-2026-01-01T000000.partial"), { recursive: true });
  for (const days of [50, 40, 1, 0]) await backUp(now - days * day);
  expect(await readdir(to())).toHaveLength(4);
  const prune = { to: to(), network: "town", now, days: 30 };
  expect(await pruneBackups(prune)).toHaveLength(2);
  expect(await pruneBackups({ ...prune, now: now + 90 * day })).toHaveLength(1);
  expect(await backupsIn(to(), "town")).toEqual(["sguardo-town-2026-11-23T020000"]);
  await backUp(now + 1000);
  expect(await pruneBackups({ ...prune, keep: 1 })).toEqual(["sguardo-town-2026-11-23T020000"]);
});
