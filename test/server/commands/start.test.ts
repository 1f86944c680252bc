import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeDb } from "../../../server/db.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { openPublished } from "../../../server/store.ts";
import { townFolder } from "../town.ts";
import { start } from "./commandLine.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sguardo-start-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a taken port costs nobody a first start", async () => {
  const other = createServer();
  const port = await new Promise<number>((listening) => {
    other.listen(0, "127.0.0.1", () => listening((other.address() as { port: number }).port));
  });
  const data = join(folder, "data");
  const { code, err } = await start("--network", townFolder, "--data", data, "--port", String(port));
  other.close();
  expect(code).toBe(1);
  expect(err).toBe(`Port ${port} is in use: stop what uses it, or choose another with --port N.\n`);
  expect(existsSync(data)).toBe(false);
});

test("a data folder in use is left to who uses it, whose number is told", async () => {
  const published = await openPublished(folder, await loadNetwork(townFolder));
  const { code, err } = await start("--network", townFolder, "--data", folder, "--port", "0");
  await closeDb(published);
  expect(code).toBe(1);
  expect(err).toMatch(
    new RegExp(`published.duckdb is in use by another Sguardo \\(process ${process.pid}\\)`),
  );
});

test.each([
  [["--port", "abc"], 'port: "abc" (expected 0 to 65535)'],
  [["--lang", "de"], '--lang: "de" (expected it or en)'],
  [["--network", "HERE/nowhere"], "there is no such folder"],
  [["--data", "HERE/file"], "a file is where a folder is needed"],
])("a start with %j is refused in a sentence", async (args, words) => {
  await writeFile(join(folder, "file"), "");
  const defaults = ["--network", townFolder, "--data", join(folder, "data"), "--port", "0"];
  const { code, err } = await start(...defaults, ...args.map((arg) => arg.replace("HERE", folder)));
  expect(code).toBe(1);
  expect(err).toContain(words);
  expect(err).not.toMatch(/^\s+at /m);
});
