import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeDb } from "../../../server/db.ts";
import { editionFolder, history } from "../../../server/editions/history.ts";
import { networkInForce } from "../../../server/editions/networkInForce.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { sguardo } from "../commands/commandLine.ts";
import { bikeUnit, openTownDesk, type TownDesk } from "./openTownDesk.ts";

const cli = join(import.meta.dirname, "..", "..", "..", "dist", "server", "cli.js");
let town: TownDesk;
const folders = () => ["--network", town.seed, "--data", town.data];
const rename = async (from: string, to: string) => {
  const file = join(town.seed, "services.csv");
  await writeFile(file, (await readFile(file, "utf8")).replaceAll(from, to));
};
const names = async () => {
  const { network } = await networkInForce({ network: town.seed, data: town.data }, Date.now());
  return network.services.map(({ name }) => name);
};

/** A data folder with one edition, and no server on it. */
beforeEach(async () => {
  town = await openTownDesk();
  town.clock.now = Date.now();
  await town.edit("services", (rows) => [...rows, bikeUnit]);
  await town.publish();
  await closeDb(town.published);
});
afterEach(() => rm(dirname(town.seed), { recursive: true }));

/** What the data folder holds of drafts and editions, as a list of names. */
const held = () =>
  ["draft", "editions"].flatMap((part) => {
    try {
      return readdirSync(join(town.data, part), { recursive: true, encoding: "utf8" }).map(
        (name) => `${part}/${name}`,
      );
    } catch {
      return [];
    }
  });

/** Kills the command as soon as the data folder looks like this. */
async function adoptKilledWhen(reached: (names: string[]) => boolean): Promise<string | null> {
  const child = spawn(process.execPath, [cli, "editions", "adopt", ...folders()], { stdio: "ignore" });
  const ended = once(child, "exit");
  while (!reached(held()) && child.exitCode === null) await new Promise((next) => setImmediate(next));
  child.kill("SIGKILL");
  return (await ended)[1];
}

const has = (part: RegExp) => (found: string[]) => found.some((name) => part.test(name));
const moments = [
  has(/^draft\/\.half/),
  has(/^editions\/\.half.*(json|csv)/),
  (found: string[]) => found.filter((name) => /^editions\/\d+$/.test(name)).length > 2,
];

test("a publication killed anywhere leaves the edition before or the whole new one, and can be done again", async () => {
  const signals: (string | null)[] = [];
  for (const [i, moment] of moments.entries()) {
    await rename(i === 0 ? "Canteen" : `Canteen ${i - 1}`, `Canteen ${i}`);
    const before = (await history(town.data)).length;
    signals.push(await adoptKilledWhen(moment));
    const after = await history(town.data);
    expect(after.length - before).toBeLessThanOrEqual(1);
    expect(await names()).toContain(after.length > before ? `Canteen ${i}` : await beforeIt(after.length));
    expect((await sguardo("editions", "discard-draft", ...folders())).code).toBe(0);
    expect(held().filter((name) => name.includes(".half"))).toEqual([]);
  }
  expect(signals).toContain("SIGKILL");
  await rename("Canteen 2", "Soup kitchen");
  expect((await sguardo("editions", "adopt", ...folders())).out).toMatch(/^Edition \d+, in force from /);
  expect(await names()).toContain("Soup kitchen");
});

/** What the canteen is called in the newest of so many editions. */
async function beforeIt(count: number): Promise<string> {
  const { services } = await loadNetwork(editionFolder(town.data, count - 1));
  return services.find(({ id }) => id === "canteen")?.name ?? "";
}

test("a folder changed by hand after an edition is told with what to do, then adopted, or written over", async () => {
  await rename("Canteen", "Mensa");
  expect(await names()).toEqual(["Night unit", "Town police", "Canteen", "Youth project", "Bike unit"]);
  const told = await sguardo("imports", ...folders());
  expect(told.err).toMatch(/^Network in force: edition 1\n.*editions adopt.*editions export/);
  expect((await sguardo("editions", "export", town.seed, ...folders())).err).toMatch(/--overwrite/);
  expect((await sguardo("editions", "export", town.seed, "--overwrite", ...folders())).code).toBe(0);
  expect((await sguardo("imports", ...folders())).err).toBe("Network in force: edition 1\n");
  await rename("Bike unit", "Cyclists");
  expect((await sguardo("editions", "adopt", ...folders())).out).toMatch(/^Edition 2, /);
  expect(await names()).toContain("Cyclists");
  await town.edit("services", (rows) => rows.map((row) => ({ ...row, name_en: "Somebody" })));
  expect((await sguardo("editions", "discard-draft", ...folders())).code).toBe(0);
  const { out: noted } = await sguardo("trail", "--csv", "--network", town.seed, "--data", town.data);
  expect(noted.split("\r\n").map((line) => line.split(",").slice(2, 6).join())).toEqual([
    "login,role,action,object",
    "command line,,network.published,edition/2",
    "command line,,draft.discarded,draft",
    "command line,,trail.exported,trail",
    "",
  ]);
  expect((await sguardo("editions", "list", ...folders())).out).toMatch(/^1 .*\n2 .* in force .* 1 change/);
});
