import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { townFolder } from "../town.ts";
import { type Bench, openBench, townFile } from "./openBench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const night = "2026-09-01,notte,harbour,night,health,1,contact,";

function importInChild(file: string): { child: ChildProcess; said: () => string } {
  const options = { file, data: bench.data, mapping: {}, values: {}, dryRun: false, today: "2026-11-01" };
  const script = fileURLToPath(new URL("./importInChild.js", import.meta.url));
  const child = spawn(process.execPath, [script, townFolder, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout?.on("data", (chunk) => {
    text += chunk;
  });
  return { child, said: () => text };
}

test("an import killed half-way never happened, and the vault opens again", async () => {
  await bench.observations(await bench.write("before.csv", townFile(night)));
  const file = await bench.write("big.csv", townFile() + `${night}\n`.repeat(400_000));
  const { child, said } = importInChild(file);
  const ended = once(child, "exit");
  while (!(Number(/.*rows (\d+)/s.exec(said())?.[1] ?? 0) > 30_000) && child.exitCode === null)
    await new Promise((next) => setTimeout(next, 5));
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  expect(await bench.counts()).toEqual({ kept: 1, seen: 1, imports: 1 });
  expect(await bench.observations(file)).toMatchObject({ accepted: 400_000, duplicates: 0 });
});

test("what a killed import had staged on disk is gone with the next import", async () => {
  await bench.observations(await bench.write("before.csv", townFile(night)));
  const left = join(bench.data, "vault.duckdb.tmp");
  await mkdir(left);
  await writeFile(join(left, "duckdb_temp_storage-0.tmp"), night);
  await bench.observations(await bench.write("after.csv", townFile(night, night)));
  expect(existsSync(left)).toBe(false);
});

test("a line of 200 MB is refused with its number, in flat memory", async () => {
  const file = join(bench.folder, "line.csv");
  const out = createWriteStream(file);
  out.write(townFile(night));
  const piece = Buffer.alloc(2 ** 20, "x");
  for (let i = 0; i < 200; i++) if (!out.write(piece)) await once(out, "drain");
  await new Promise<void>((done) => out.end(done));
  const { child, said } = importInChild(file);
  await once(child, "exit");
  expect(said()).toMatch(/refused line\.csv, line 3: a row is longer than 65536 bytes/);
  expect(Number(/grew (\d+) MB/.exec(said())?.[1])).toBeLessThan(100);
  expect(await bench.counts()).toEqual({ kept: 0, seen: 0, imports: 0 });
});
