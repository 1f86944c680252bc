import { TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAccount } from "../../../server/accounts/accountRows.ts";
import { sent } from "../visitors.ts";
import { openPlace, PASSWORD, type Place, signIn } from "./people.ts";

const MINUTE = 60_000;
let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const statusAt = async (page: { ask: (path: string) => Promise<Response> }) =>
  (await page.ask("/api/zones")).status;

test("a server that is no demo has no demo users, and no door to one", async () => {
  const page = place.browse();
  expect(await page.read("/api/session")).toMatchObject({ signed_in: false, demo: false });
  expect((await page.ask("/api/session/demo", sent("POST", { role: "coordinator" }))).status).toBe(404);
  expect(await findAccount(place.accounts, "demo-coordinator")).toBeUndefined();
});

describe("a session", () => {
  test("ends after an hour in which it was not used, and is kept alive by being used", async () => {
    await place.add("ada", "planner");
    const page = await place.as("Ada ");
    for (let i = 0; i < 3; i++) {
      place.pass(50 * MINUTE);
      expect(await statusAt(page)).toBe(200);
    }
    place.pass(60 * MINUTE);
    expect(await statusAt(page)).toBe(401);
  });

  test("ends after twelve hours however much it is used", async () => {
    const page = await place.as("ada");
    for (let i = 0; i < 14; i++) {
      place.pass(50 * MINUTE);
      expect(await statusAt(page)).toBe(200);
    }
    place.pass(20 * MINUTE);
    expect(await statusAt(page)).toBe(401);
  });

  test("is one of those that are listed, and all of them end at once", async () => {
    const [here, there] = [await place.as("ada"), await place.as("ada")];
    const { sessions } = await here.read("/api/sessions");
    expect(sessions.map((one: { this: boolean }) => one.this).sort()).toEqual([false, true]);
    await here.ask("/api/sessions", sent("DELETE"));
    expect([await statusAt(here), await statusAt(there)]).toEqual([401, 401]);
  });
});

describe("a password", () => {
  const change = (page: Awaited<ReturnType<Place["as"]>>, chosen: string, old = PASSWORD) =>
    page.ask("/api/account/password", sent("PUT", { old, new: chosen }));

  beforeAll(async () => {
    await place.add("benedetta", "planner");
  });

  test.each([
    ["vespa-4-mont", "password-common", false],
    ["undicilette", "password-short", true],
    ["x".repeat(129), "password-long", true],
    ["1QAZ2wsx3edc", "password-common", true],
    ["passwordpassword", "password-common", true],
    ["aaaaaaaaaaaaaaaa", "password-common", true],
    ["benedetta-vespa-montone", "password-told", true],
    ["The Town vespa montone", "password-told", true],
  ])("%s is %s: %s", async (chosen, type, refused) => {
    const page = await place.as("benedetta");
    const answer = await change(page, chosen);
    const said = await answer.text();
    if (refused) {
      expect(JSON.parse(said)).toMatchObject({ status: 422, type: `urn:sguardo:${type}` });
      expect(said).not.toContain(chosen);
    } else {
      expect(answer.status).toBe(200);
      expect((await change(page, PASSWORD, chosen)).status).toBe(200);
    }
  });

  test("is changed by who knows the old one; every other session ends and this one is given a new cookie", async () => {
    await place.add("clara", "planner");
    const [here, there] = [await place.as("clara"), await place.as("clara")];
    expect((await change(here, "trombone-abete-lume-19", "not the old one")).status).toBe(422);
    const cookie = here.cookie();
    expect((await change(here, "trombone-abete-lume-19")).status).toBe(200);
    expect([await statusAt(here), await statusAt(there)]).toEqual([200, 401]);
    expect(here.cookie()).not.toBe(cookie);
    const page = place.browse();
    expect((await signIn(page, { login: "clara" })).status).toBe(401);
    expect((await signIn(page, { login: "clara", password: "trombone-abete-lume-19" })).status).toBe(200);
  });
});

describe("codes of an app", () => {
  const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: place.at() });

  test("are asked for once a first one was right; none opens twice, a recovery code opens once", async () => {
    const id = await place.add("dora", "coordinator");
    const page = await place.as("dora");
    const begun = await page.ask("/api/account/totp", sent("POST", { password: PASSWORD }));
    const { secret, uri } = await begun.json();
    expect(uri).toMatch(/^otpauth:\/\/totp\/Sguardo/);
    expect((await signIn(place.browse(), { login: "dora" })).status).toBe(200);
    expect((await page.ask("/api/account/totp", sent("PUT", { code: "000000" }))).status).toBe(422);
    const confirmed = await page.ask("/api/account/totp", sent("PUT", { code: codeOf(secret) }));
    const { recovery_codes } = await confirmed.json();
    expect(recovery_codes).toHaveLength(10);

    const needed = await signIn(place.browse(), { login: "dora" });
    expect(await needed.json()).toMatchObject({ status: 401, type: "urn:sguardo:code-needed" });
    expect((await signIn(place.browse(), { login: "dora", code: codeOf(secret) })).status).toBe(401);
    place.pass(30_000);
    const code = codeOf(secret);
    expect((await signIn(place.browse(), { login: "dora", code })).status).toBe(200);
    expect((await signIn(place.browse(), { login: "dora", code })).status).toBe(401);
    const [recovery] = recovery_codes;
    const byRecovery = place.browse();
    expect((await signIn(byRecovery, { login: "dora", code: recovery.toUpperCase() })).status).toBe(200);
    expect(await byRecovery.read("/api/session")).toMatchObject({ totp: true, recovery_codes: 9 });
    const detail = { by: "recovery code", left: 9 };
    expect((await byRecovery.read("/api/audit")).entries[0]).toMatchObject({
      action: "session.opened",
      detail,
    });
    expect((await signIn(place.browse(), { login: "dora", code: recovery })).status).toBe(401);

    const kept = await findAccount(place.accounts, id);
    expect(kept?.totp).not.toContain(secret);
    expect(JSON.stringify(kept)).not.toContain(PASSWORD);
  });

  test("cannot be guessed by asking in between without one", async () => {
    place.pass(24 * 60 * MINUTE);
    const codes: number[] = [];
    for (let i = 0; i < 7; i++) {
      await signIn(place.browse(), { login: "dora" });
      codes.push((await signIn(place.browse(), { login: "dora", code: `00000${i}` })).status);
    }
    expect(codes).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });
});
