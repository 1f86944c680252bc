import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { plainError } from "../../server/plainError.ts";
import { openPublished } from "../../server/store.ts";
import { townFolder } from "./town.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sguardo-refused-"));
  await chmod(folder, 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const said = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "it worked",
    (error: unknown) => plainError(error),
  );

/** Root may write everywhere: here it does not. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test("a data folder in a folder that may not be written to", async () => {
  const network = await loadNetwork(townFolder);
  await chmod(folder, 0o555);
  const words = await withoutRights(() => said(openPublished(join(folder, "data"), network)));
  expect(words).toBe(
    `${join(folder, "data")}: not allowed. Give the user who runs Sguardo the right to read and write there, or name another place (--data, --out).`,
  );
});

test("a read-only data folder that holds a database", async () => {
  const network = await loadNetwork(townFolder);
  await writeFile(join(folder, "published.duckdb"), "");
  await chmod(join(folder, "published.duckdb"), 0o444);
  await chmod(folder, 0o555);
  const words = await withoutRights(() => said(openPublished(folder, network)));
  expect(words).toContain(`${join(folder, "published.duckdb")}: not allowed.`);
});

test("a folder where the database should be", async () => {
  await mkdir(join(folder, "published.duckdb"));
  const network = await loadNetwork(townFolder);
  expect(await said(openPublished(folder, network))).toContain("a folder is where a file is needed");
});

test.skipIf(process.platform !== "linux")("a full disk", async () => {
  expect(await said(writeFile("/dev/full", "x"))).toContain("no room is left on its disk");
});

test("our own sentences stay as they are", () => {
  expect(plainError(new RangeError('port: "x" (expected 0 to 65535)'))).toBe(
    'port: "x" (expected 0 to 65535)',
  );
});
