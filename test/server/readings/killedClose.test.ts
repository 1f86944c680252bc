import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sguardo } from "../commands/commandLine.ts";
import { townFolder } from "../town.ts";
import { folderLike, openReadTown, openTownIn, storedIn } from "./readTown.ts";

const cli = join(import.meta.dirname, "..", "..", "..", "dist", "server", "cli.js");
const close = (data: string) => ["close", "--network", townFolder, "--data", data];

/** Kills the command once it has closed, brought presence up to date and written `writes` times more. */
async function killedAfter(data: string, writes: number): Promise<string | null> {
  const child = spawn(process.execPath, [cli, ...close(data)], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  let [size, grown] = [0, 0];
  while (grown <= writes && child.exitCode === null) {
    await new Promise((next) => setTimeout(next, 2));
    const now = statSync(join(data, "published.duckdb.wal"), { throwIfNoEntry: false })?.size ?? 0;
    if (now > size) grown++;
    size = now;
  }
  child.kill("SIGKILL");
  return (await ended)[1];
}

async function readIn(data: string) {
  const town = await openTownIn(data);
  const stored = await storedIn(town.published);
  await town.close();
  return stored;
}

test("a command killed while it reads leaves whole readings, and the next one finishes to the same bytes", async () => {
  const town = await openReadTown(18);
  const [killed, half, whole] = [await folderLike(town), await folderLike(town), await folderLike(town)];
  await town.close();
  expect((await sguardo(...close(whole))).out).toMatch(/Read 7 closes, up to 2026-W27\./);
  const expected = await readIn(whole);
  expect(await killedAfter(half, 3)).toBe("SIGKILL");
  const left = await readIn(half);
  expect(left.length).toBeLessThan(7);
  expect(left).toEqual(expected.slice(0, left.length));
  expect(await killedAfter(killed, 3)).toBe("SIGKILL");
  expect((await sguardo(...close(killed))).code).toBe(0);
  expect(await readIn(killed)).toEqual(expected);
});
