import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyTrail } from "../../../server/accounts/verifyTrail.ts";
import { sent } from "../visitors.ts";
import { openPlace, type Place, signIn } from "./people.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await place.add("ada", "coordinator");
});
afterAll(() => place.close());

const tamper = (text: string) => place.accounts.db.connection.run(text);

describe("the trail", () => {
  test("says who did what to which object, newest first, page by page, and holds no password", async () => {
    const page = await place.as("ada");
    const made = await page.ask("/api/users", sent("POST", { login: "bea", role: "planner" }));
    const { id, invite } = await made.json();
    await signIn(place.browse(), { login: "ada", password: "a password mistyped" });
    await signIn(place.browse(), { login: "the password typed as login", password: "x" });
    const { entries, more, verified } = await page.read("/api/audit?limit=3");
    expect(entries.map((one: Record<string, unknown>) => [one["seq"], one["login"], one["action"]])).toEqual([
      [4, "", "session.refused"],
      [3, "ada", "session.refused"],
      [2, "ada", "user.invited"],
    ]);
    expect(entries[2]).toMatchObject({
      role: "coordinator",
      object: `account/${id}`,
      detail: { login: "bea" },
    });
    expect([more, verified]).toEqual([true, expect.objectContaining({ ok: true, entries: 4, fault: null })]);
    const before = await page.read("/api/audit?before=2");
    expect(before.entries.map(({ action }: { action: string }) => action)).toEqual(["session.opened"]);
    expect(before.more).toBe(false);
    const whole = JSON.stringify(await page.read("/api/audit"));
    for (const word of ["mistyped", "typed as login", invite.slice(10)]) expect(whole).not.toContain(word);
  });

  test("is taken away as CSV, and that it was is noted", async () => {
    const page = await place.as("ada");
    const csv = await (await page.ask("/api/audit.csv")).text();
    const lines = csv.trim().split("\r\n");
    expect(lines[0]).toBe("seq,at,login,role,action,object,detail,digest");
    expect(lines.at(-1)).toMatch(
      /^6,2026-11-23T12:00:00.000Z,ada,coordinator,trail.exported,trail,\{\},[0-9a-f]{64}$/,
    );
  });

  test("is whole when many things are noted at once", async () => {
    const note = (i: number) =>
      place.accounts.trail.note({
        who: "server",
        action: "test.noted",
        object: `thing/${i}`,
        detail: { b: 1, a: "à" },
      });
    await Promise.all(Array.from({ length: 20 }, (_, i) => note(i)));
    expect(await verifyTrail(place.accounts)).toMatchObject({ ok: true, entries: 26 });
  });
});

describe("what was done to the trail is found:", () => {
  beforeEach(async () => {
    await tamper("CREATE OR REPLACE TEMP TABLE kept AS FROM audit");
    return async () => {
      await tamper("DELETE FROM audit");
      await tamper("INSERT INTO audit FROM kept ORDER BY seq");
      expect((await verifyTrail(place.accounts)).ok).toBe(true);
    };
  });
  const fault = async () => (await verifyTrail(place.accounts)).fault;

  test.each([
    ["login", "'bea'"],
    ["noted_at", "noted_at + 1"],
    ["detail", "'{}'"],
    ["object", "'account/other'"],
    ["role", "'planner'"],
    ["digest", "repeat('0', 64)"],
  ])("a changed %s", async (column, value) => {
    await tamper(`UPDATE audit SET ${column} = ${value} WHERE seq = 2`);
    expect(await fault()).toEqual({ seq: 2, what: "changed" });
  });

  test("an entry removed, whether a gap is left or the others move up", async () => {
    await tamper("DELETE FROM audit WHERE seq = 3");
    expect(await fault()).toEqual({ seq: 3, what: "missing" });
    await tamper(
      "CREATE OR REPLACE TEMP TABLE up AS SELECT * REPLACE (seq - 1 AS seq) FROM audit WHERE seq > 3",
    );
    await tamper("DELETE FROM audit WHERE seq > 3");
    await tamper("INSERT INTO audit FROM up");
    expect(await fault()).toEqual({ seq: 3, what: "changed" });
  });

  test("two entries that changed places", async () => {
    await tamper(
      "CREATE OR REPLACE TEMP TABLE two AS SELECT * REPLACE (9 - seq AS seq) FROM kept WHERE seq IN (4, 5)",
    );
    await tamper("DELETE FROM audit WHERE seq IN (4, 5)");
    await tamper("INSERT INTO audit FROM two");
    expect(await fault()).toEqual({ seq: 4, what: "changed" });
  });

  test("entries cut off at the end, by the head that is kept beside the database", async () => {
    await tamper("DELETE FROM audit WHERE seq > 20");
    expect(await fault()).toEqual({ seq: 21, what: "cut off" });
    await tamper("DELETE FROM audit");
    expect(await fault()).toEqual({ seq: 1, what: "cut off" });
  });

  test("a head that is gone, or is of another trail", async () => {
    const head = join(place.data, "trail.head");
    const text = await readFile(head, "utf8");
    await rm(head);
    expect((await fault())?.what).toBe("no head");
    await writeFile(head, text.replace(/[0-9a-f]{64}/, "0".repeat(64)));
    expect(await fault()).toEqual({ seq: 26, what: "changed" });
    await writeFile(head, text);
  });
});
