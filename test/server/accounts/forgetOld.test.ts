import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetOld } from "../../../server/accounts/forgetOld.ts";
import { closeAccounts, openAccounts } from "../../../server/accounts/openAccounts.ts";
import { verifyTrail } from "../../../server/accounts/verifyTrail.ts";
import { makeBackup } from "../../../server/backup/makeBackup.ts";
import { restoreBackup } from "../../../server/backup/restoreBackup.ts";
import { sent } from "../visitors.ts";
import { openPlace, type Place } from "./people.ts";

const DAY = 86_400_000;
let place: Place;
beforeEach(async () => {
  place = await openPlace();
  await place.add("ada", "coordinator");
});
afterEach(() => place.close());

const note = (object: string) => place.accounts.trail.note({ who: "server", action: "test.noted", object });
const forget = (dryRun = false) =>
  forgetOld({ ...place.accounts, data: place.data, network: place.network, who: "server", dryRun });
const seqs = async () => {
  const read = await place.accounts.db.connection.runAndReadAll("SELECT seq FROM audit ORDER BY seq");
  return read.getRows().map(([seq]) => Number(seq));
};
const verified = async () => (await verifyTrail(place.accounts)).fault;

describe("whole months of the trail go after two years, and what is left is still a chain:", () => {
  beforeEach(async () => {
    for (const object of ["a", "b"]) await note(object);
    place.pass(20 * DAY);
    await note("december");
  });

  test("nothing before, and nothing of the month in which the two years end", async () => {
    place.pass(711 * DAY);
    expect(await forget()).toEqual({ trailUpTo: null, accounts: 0 });
    expect(await seqs()).toEqual([1, 2, 3]);
  });

  test("then the beginning, which a dry run only tells", async () => {
    place.pass(730 * DAY);
    expect(await forget(true)).toEqual({ trailUpTo: "2026-11-23", accounts: 0 });
    expect(await seqs()).toEqual([1, 2, 3]);
    expect(await forget()).toEqual({ trailUpTo: "2026-11-23", accounts: 0 });
    expect([await seqs(), await verified()]).toEqual([[3, 4], null]);
    expect(await forget()).toEqual({ trailUpTo: null, accounts: 0 });
    place.pass(31 * DAY);
    await forget();
    expect([await seqs(), await verified()]).toEqual([[4, 5], null]);
    place.pass(1000 * DAY);
    await forget();
    expect([await seqs(), await verified()]).toEqual([[6], null]);
    await note("later");
    expect([await seqs(), await verified()]).toEqual([[6, 7], null]);
  });

  test("killed before the entries went, they are verified and go the next time", async () => {
    place.pass(730 * DAY);
    const { connection } = place.accounts.db;
    await connection.run("CREATE TEMP TABLE before AS FROM audit");
    await forget();
    await connection.run("INSERT INTO audit FROM before WHERE seq <= 2");
    expect([await seqs(), await verified()]).toEqual([[1, 2, 3, 4], null]);
    await forget();
    expect([await seqs(), await verified()]).toEqual([[3, 4, 5], null]);
  });

  test("a beginning that somebody took away is missing, also with a shortening added by hand", async () => {
    place.pass(730 * DAY);
    const head = await readFile(join(place.data, "trail.head"), "utf8");
    await forget();
    await writeFile(join(place.data, "trail.head"), head);
    expect(await verified()).toEqual({ seq: 1, what: "missing" });
    await note("the head is newer again");
    expect(await verified()).toBe(null);
    await place.accounts.db.connection.run("DELETE FROM audit WHERE seq = 3");
    expect(await verified()).toEqual({ seq: 1, what: "missing" });
  });
});

test("a disabled user not seen for a year goes, with everything that hangs on the account; others stay", async () => {
  const page = await place.as("ada");
  const invited = async (login: string): Promise<string> =>
    (await (await page.ask("/api/users", sent("POST", { login, role: "planner" }))).json()).id;
  const [gone] = [await invited("bea"), await invited("cleo")];
  await page.ask(`/api/users/${gone}`, sent("PATCH", { disabled: true }));
  place.pass(365 * DAY);
  expect(await forget()).toMatchObject({ accounts: 0 });
  place.pass(DAY);
  expect(await forget()).toMatchObject({ accounts: 1 });
  const again = await place.as("ada");
  const { users } = await again.read("/api/users");
  expect(users.map(({ login }: { login: string }) => login)).toEqual(["ada", "cleo"]);
  const { entries } = await again.read("/api/audit");
  expect(entries[1]).toMatchObject({ login: "server", action: "user.removed", detail: { login: "bea" } });
  const left = await place.accounts.db.connection.runAndReadAll(
    `SELECT 1 FROM invite WHERE account = '${gone}'`,
  );
  expect(left.currentRowCount).toBe(0);
});

test("what went is in no byte of the file after the next start, nor of a backup put back before it", async () => {
  const marks = Array.from({ length: 300 }, (_, i) => `marked-${i}-of-old`);
  for (const mark of marks) await note(mark);
  place.pass(800 * DAY);
  await note("new");
  await forget();
  const to = join(place.data, "..", `${place.network.id}-backups`);
  const open = { published: place.sources.published, accounts: place.accounts.db };
  const backup = await makeBackup({ data: place.data, network: "town", to, now: place.at(), open });
  expect((await readFile(join(backup, "accounts.duckdb"))).includes("marked-")).toBe(true);
  const restored = `${place.data}-restored`;
  await restoreBackup(backup, restored);
  await closeAccounts(place.accounts);
  for (const data of [place.data, restored]) {
    const found = await openAccounts({ data, network: place.network });
    expect((await verifyTrail(found)).fault).toBe(null);
    await closeAccounts(found);
    const bytes = await readFile(join(data, "accounts.duckdb"));
    expect([bytes.includes("marked-"), bytes.includes("test.noted")]).toEqual([false, true]);
    expect(existsSync(join(data, "accounts.rewrite"))).toBe(false);
  }
  for (const folder of [to, restored]) await rm(folder, { recursive: true });
  Object.assign(place.accounts, await openAccounts({ data: place.data, network: place.network }));
});
