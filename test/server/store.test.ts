import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeDb, type Db, run, sql } from "../../server/db.ts";
import { openPublished, openSecret, openVault } from "../../server/store.ts";
import { twoZones } from "./twoZones.ts";

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "sguardo-store-"));
});
const opened: Db[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await closeDb(db);
  await rm(data, { recursive: true });
});

let vault: Db;
const openTheVault = async () => {
  vault = await openVault(data, twoZones([]));
  opened.push(vault);
};

test("the secret is made once, whole, for its owner only, also after a first start killed half-way", async () => {
  await writeFile(join(data, "secret.new"), "half");
  await openTheVault();
  const made = await openSecret(data, { vault });
  expect(made).toHaveLength(32);
  expect(await openSecret(data, { vault })).toEqual(made);
  expect(await readFile(join(data, "secret"))).toEqual(made);
  expect((await stat(join(data, "secret"))).mode & 0o777).toBe(0o600);
  expect((await readdir(data)).filter((file) => file.startsWith("secret"))).toEqual(["secret"]);
});

test("a secret that is gone is not made anew under closed periods or known rows: only a backup has it", async () => {
  await openTheVault();
  const published = await openPublished(data, twoZones([]));
  opened.push(published);
  await run(
    published,
    sql`INSERT INTO closed_period VALUES ('2026-W36', 'week', '2026-08-31', '2026-09-06', '2026-09-09')`,
  );
  await expect(openSecret(data, { vault, published })).rejects.toThrow(/secret is missing.*from its backup/);
  await run(published, sql`DELETE FROM closed_period`);
  await run(vault, sql`INSERT INTO source_seen VALUES (1, 'import')`);
  await expect(openSecret(data, { vault, published })).rejects.toThrow("Nothing was changed");
  expect(await readdir(data)).not.toContain("secret");
  await run(vault, sql`DELETE FROM source_seen`);
  expect(await openSecret(data, { vault, published })).toHaveLength(32);
});

test("a folder of another network or of a newer version is refused by name", async () => {
  const network = twoZones([]);
  const published = await openPublished(data, network);
  await run(published, sql`UPDATE meta SET schema_version = 7`);
  await closeDb(published);
  await expect(openPublished(data, network)).rejects.toThrow("newer version of Sguardo (schema 7");
  const elsewhere = join(data, "elsewhere");
  await closeDb(await openPublished(elsewhere, network));
  await expect(openPublished(elsewhere, { ...network, id: "other" })).rejects.toThrow('network "two"');
});
