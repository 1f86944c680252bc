import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTrail } from "../../../server/accounts/trail.ts";
import { digestOf, Entry } from "../../../server/accounts/trailEntry.ts";
import { verifyTrail } from "../../../server/accounts/verifyTrail.ts";
import { rows, run, sql } from "../../../server/db.ts";
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

  test("nor is it forgotten when the trail goes on: who opens it again notes it, once, before anything else", async () => {
    const { accounts, data } = place;
    const open = () => openTrail({ db: accounts.db, now: accounts.now, data });
    const head = await readFile(join(data, "trail.head"), "utf8");
    await tamper("DELETE FROM audit WHERE seq > 20");
    for (const object of ["x", "y"])
      await (await open()).note({ who: "server", action: "test.noted", object });
    const { entries } = await (await place.as("ada")).read("/api/audit?limit=4");
    expect(entries.map(({ action }: { action: string }) => action)).toEqual([
      ...["session.opened", "test.noted", "test.noted", "trail.broken"],
    ]);
    expect(entries[3].detail).toEqual({ seq: 21, what: "cut off" });
    expect(await fault()).toEqual({ seq: 21, what: "cut off" });
    await writeFile(join(data, "trail.head"), head);
  });

  test("a chain made anew after a change is found by the head, also once more was noted", async () => {
    const { accounts, data } = place;
    const head = await readFile(join(data, "trail.head"), "utf8");
    const entries = await rows(accounts.db, Entry, sql`SELECT * FROM audit ORDER BY seq`);
    await tamper("DELETE FROM audit");
    let before = "0".repeat(64);
    for (const { digest: _, ...entry } of entries) {
      const forged = { ...entry, login: entry.seq === 2 ? "bea" : entry.login };
      before = digestOf(forged, before);
      const { seq, noted_at, login, role, action, object, detail } = forged;
      await run(
        accounts.db,
        sql`INSERT INTO audit VALUES (${seq}, ${noted_at}, ${login}, ${role}, ${action}, ${object}, ${detail}, ${before})`,
      );
    }
    await openTrail({ db: accounts.db, now: accounts.now, data });
    await accounts.trail.note({ who: "server", action: "test.noted", object: "z" });
    expect(await fault()).toEqual({ seq: 26, what: "changed" });
    await writeFile(join(data, "trail.head"), head);
  });
});
