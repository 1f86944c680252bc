import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bench, openBench, townFile } from "./openBench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const good = "2026-09-01,notte,harbour,night,health,1,contact,";
const bad = "2026-09-01,notte,harbour,night,Fame,1,contact,";
const REFUSED = "file.csv.refused.csv";

test("an import that fails leaves the refused rows of the one before it as they were", async () => {
  const file = await bench.write("file.csv", townFile(good, bad));
  await bench.observations(file);
  const before = await bench.read(REFUSED);
  await appendFile(file, `${bad}\n${"x".repeat(70_000)}\n`);
  await expect(bench.observations(file)).rejects.toThrow("longer than");
  expect(await bench.read(REFUSED)).toBe(before);
  expect((await bench.files()).filter((name) => name.endsWith(".new"))).toEqual([]);
});

test("when nothing is refused any more, the old file of refused rows goes; a dry run leaves it", async () => {
  const file = await bench.write("file.csv", townFile(good, bad));
  await bench.observations(file);
  await bench.write("file.csv", townFile(good, good));
  await bench.observations(file, { dryRun: true });
  expect(await bench.files()).toContain(REFUSED);
  expect(await bench.observations(file)).toMatchObject({ refusedFile: null });
  expect(await bench.files()).not.toContain(REFUSED);
});

test("a mapping is remembered once its import has happened, and cannot take it back", async () => {
  const file = await bench.write("file.csv", townFile(good));
  await expect(bench.observations(file, { remember: "no/name" })).rejects.toThrow("no name for a mapping");
  expect(await bench.counts()).toMatchObject({ kept: 0 });
  await writeFile(join(bench.data, "mappings"), "a file where the folder should be");
  const { warnings } = await bench.observations(file, { remember: "kobo" });
  expect(warnings.join()).toContain("their mapping could not be kept");
  expect(await bench.counts()).toMatchObject({ kept: 1, imports: 1 });
});
