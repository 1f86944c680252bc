import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeDb, run, sql } from "../../server/db.ts";
import { openPublished, openSecret } from "../../server/store.ts";
import { twoZones } from "./twoZones.ts";

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "sguardo-store-"));
});
afterEach(() => rm(data, { recursive: true }));

test("the secret is made once, whole, for its owner only, also after a first start killed half-way", async () => {
  await writeFile(join(data, "secret.new"), "half");
  const made = await openSecret(data);
  expect(made).toHaveLength(32);
  expect(await openSecret(data)).toEqual(made);
  expect(await readFile(join(data, "secret"))).toEqual(made);
  expect((await stat(join(data, "secret"))).mode & 0o777).toBe(0o600);
  expect(await readdir(data)).toEqual(["secret"]);
});

test("a folder of another network or of another version is refused by name", async () => {
  const network = twoZones([]);
  const published = await openPublished(data, network);
  await run(published, sql`UPDATE meta SET schema_version = 7`);
  closeDb(published);
  await expect(openPublished(data, network)).rejects.toThrow("schema 7, this one reads 1");
  const elsewhere = join(data, "elsewhere");
  closeDb(await openPublished(elsewhere, network));
  await expect(openPublished(elsewhere, { ...network, id: "other" })).rejects.toThrow('network "two"');
});
