import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb } from "../../../server/db.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { openAccountsFile } from "../../../server/store.ts";
import { sguardo } from "../commands/commandLine.ts";
import { bikeUnit, openTownDesk } from "../editions/openTownDesk.ts";
import { townFolder } from "../town.ts";

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "sguardo-users-"));
});
afterAll(() => rm(data, { recursive: true }));

const called = (...words: string[]) => sguardo(...words, "--network", townFolder, "--data", data);

test("with the server stopped users are invited, changed and listed from a terminal, and the trail says so", async () => {
  const invited = await called("users", "invite", "Ada", "coordinator");
  expect([invited.code, invited.err]).toEqual([0, ""]);
  expect(invited.out.trim().split("\n").at(-1)).toMatch(/^\/#invite=[\w-]{43}$/);
  expect((await called("users", "invite", "ada", "planner")).err).toBe("There is a user of that login.\n");
  expect((await called("users", "invite", "bea", "king")).err).toMatch(/^role: "king" \(expected operator,/);
  expect((await called("users", "invite", "bea", "operator")).err).toMatch(
    /^service: An operator is of one service/,
  );
  expect((await called("users", "role", "ada", "supervisor")).code).toBe(0);
  expect((await called("users", "disable", "nobody")).err).toMatch(/^There is no user "nobody"/);
  expect((await called("users", "reset", "ada")).out).toMatch(/\/#invite=[\w-]{43}\n$/);
  expect((await called("users", "list")).out).toBe("ada  supervisor  -  never  invited\n");
  const { out } = await called("trail");
  expect(
    out
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split(",").slice(2, 5).join()),
  ).toEqual(["command line,,user.invited", "command line,,user.changed", "command line,,user.invited"]);
  expect((await called("trail", "--verify")).out).toMatch(
    /^The trail is whole: 3 entries, head [0-9a-f]{64}\.\n$/,
  );
});

test("operators may be of a service that was published on screen", async () => {
  const town = await openTownDesk();
  const by = (...words: string[]) => sguardo(...words, "--network", town.seed, "--data", town.data);
  expect((await by("users", "invite", "eva", "operator", "--service", "bike")).code).toBe(1);
  await town.edit("services", (all) => [...all, bikeUnit]);
  await town.publish();
  expect((await by("users", "invite", "eva", "operator", "--service", "bike")).code).toBe(0);
  expect((await by("users", "list")).out).toBe("eva  operator  bike  never  invited\n");
  await town.close();
});

test("with a network folder that cannot be read users are listed, shut out and let in again all the same", async () => {
  const broken = await mkdtemp(join(tmpdir(), "sguardo-broken-"));
  const by = (...words: string[]) => sguardo(...words, "--network", broken, "--data", data);
  expect((await by("users", "list")).out).toBe("ada  supervisor  -  never  invited\n");
  expect((await by("users", "disable", "ada")).out).toBe("Done. Sessions of this user are ended.\n");
  expect((await by("users", "enable", "ada")).code).toBe(0);
  expect((await by("users", "reset", "ada")).code).toBe(0);
  expect((await by("users", "invite", "bea", "planner")).code).toBe(1);
  const nothing = sguardo("users", "list", "--network", broken, "--data", broken);
  expect((await nothing).code).toBe(1);
  await rm(broken, { recursive: true });
});

test("a trail that was tampered with makes the command fail, and it names the entry", async () => {
  const db = await openAccountsFile(data, await loadNetwork(townFolder));
  await db.connection.run("UPDATE audit SET login = 'ada' WHERE seq = 2");
  await closeDb(db);
  const { code, out } = await called("trail", "--verify");
  expect([code, out]).toEqual([1, "Entry 2 is not as it was noted, or not in its place.\n"]);
});

test("an import and its undoing are noted by their id and nothing else, a dry run is not", async () => {
  const file = join(data, "outings.csv");
  await writeFile(file, "service,zones,from,to\nnight,harbour,2026-09-01T22:00,2026-09-01T23:00\n");
  await called("import", "outings", file, "--dry-run");
  const { out } = await called("import", "outings", file);
  const id = /-- undo (\S+)/.exec(out)?.[1] ?? "";
  await called("undo", id);
  const lines = (await called("trail")).out.trim().split("\n").slice(-2);
  expect(lines.map((line) => line.split(",").slice(2).join())).toEqual([
    `command line,,import.made,import/${id},"{""kind"":""outings""}"`,
    `command line,,import.undone,import/${id},{}`,
  ]);
});
