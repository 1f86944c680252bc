import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAccount, findAccount } from "../../../server/accounts/accountRows.ts";
import { everyNight } from "../../../server/accounts/everyNight.ts";
import { firstInvite } from "../../../server/accounts/firstInvite.ts";
import { openAccounts } from "../../../server/accounts/openAccounts.ts";
import { closeDb, run, sql } from "../../../server/db.ts";
import { openTown } from "../town.ts";
import { sent } from "../visitors.ts";
import { type Browsing, browsing } from "./browsing.ts";
import { openPlace, PASSWORD, type Place, signIn } from "./people.ts";

const HOUR = 3_600_000;
let place: Place;
let page: Browsing;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const tokenOf = (path: string | null) => /^\/#invite=([\w-]{43})$/.exec(path ?? "")?.[1] ?? "";
const takeUp = (link: string | null, password = PASSWORD, browser = place.browse()) =>
  browser.ask("/api/invite", sent("POST", { token: tokenOf(link), password }));

describe("the first coordinator", () => {
  test("comes in by a link that is new at every start, once, and then there is none", async () => {
    const [first, second] = [await firstInvite(place.accounts), await firstInvite(place.accounts)];
    expect((await takeUp(first)).status).toBe(410);
    expect((await takeUp(second, "short")).status).toBe(422);
    page = place.browse();
    const answer = await takeUp(second, PASSWORD, page);
    expect(await answer.json()).toMatchObject({ signed_in: true, login: "coordinator", role: "coordinator" });
    expect((await takeUp(second)).status).toBe(410);
    expect(await firstInvite(place.accounts)).toBeNull();
  });

  test("is still waited for when somebody else came in first, who keeps what is theirs", async () => {
    const other = await openPlace();
    const { accounts } = other;
    await addAccount(accounts, { login: "sara", role: "planner", service: null, oidc: "a digest" });
    const id = await addAccount(accounts, {
      ...{ login: "coordinator", role: "operator", service: "care", oidc: "another" },
    });
    const disabled = await addAccount(accounts, {
      login: "x",
      role: "coordinator",
      service: null,
      oidc: "y",
    });
    await run(accounts.db, sql`UPDATE account SET disabled = true WHERE id = ${disabled}`);
    const link = await firstInvite(accounts);
    const theirs = other.browse();
    expect((await takeUp(link, PASSWORD, theirs)).status).toBe(200);
    expect(await theirs.read("/api/session")).toMatchObject({ login: "coordinator-2", role: "coordinator" });
    expect(await findAccount(accounts, id)).toMatchObject({ role: "operator", password: null });
    expect(await firstInvite(accounts)).toBeNull();
    await other.close();
  });

  test("can be neither disabled nor demoted nor sent a new link while nobody else could do the work", async () => {
    const [{ id }] = (await page.read("/api/users")).users;
    const refused = { status: 409, type: "urn:sguardo:last-coordinator" };
    for (const change of [{ disabled: true }, { role: "planner" }])
      expect(await (await page.ask(`/api/users/${id}`, sent("PATCH", change))).json()).toMatchObject(refused);
    expect(await (await page.ask(`/api/users/${id}/invite`, sent("POST"))).json()).toMatchObject(refused);
    const second = await page.ask("/api/users", sent("POST", { login: "vice", role: "coordinator" }));
    expect((await page.ask(`/api/users/${id}`, sent("PATCH", { role: "planner" }))).status).toBe(409);
    await takeUp((await second.json()).invite);
    expect((await page.ask(`/api/users/${id}`, sent("PATCH", { role: "planner" }))).status).toBe(200);
    page = await place.as("vice");
  });
});

describe("a user", () => {
  test("is of a service exactly when an operator, and of a login nobody else has", async () => {
    const invite = async (user: object) => (await page.ask("/api/users", sent("POST", user))).status;
    const [service] = place.network.services;
    expect(await invite({ login: "eva", role: "operator" })).toBe(422);
    expect(await invite({ login: "eva", role: "operator", service: "nowhere" })).toBe(422);
    expect(await invite({ login: "eva", role: "planner", service: service?.id })).toBe(422);
    expect(await invite({ login: "eva", role: "operator", service: service?.id })).toBe(200);
    const taken = await page.ask("/api/users", sent("POST", { login: "EVA", role: "planner" }));
    expect(await taken.json()).toMatchObject({ status: 409, type: "urn:sguardo:login-taken" });
    expect(await invite({ login: "e va", role: "planner" })).toBe(400);
    for (const login of ["RSSMRA80A01H501U", "rssmra-80a01-h501u", "CA12345AA", "333.1234567", "m3331234567"])
      expect([login, await invite({ login, role: "planner" })]).toEqual([login, 400]);
    for (const login of ["m.rossi", "mario.rossi@comune.example.it", "oper4tore", "unita-strada-02"])
      expect([login, await invite({ login, role: "planner" })]).toEqual([login, 200]);
    expect(await invite({ login: "eve", role: "public" })).toBe(400);
  });

  test("of a service that is no more can be shut out and let in, but given no right that is none", async () => {
    const id = await place.add("vecchio", "operator", "long-gone");
    const change = async (what: object) => (await page.ask(`/api/users/${id}`, sent("PATCH", what))).status;
    expect([await change({ disabled: true }), await change({ disabled: false })]).toEqual([200, 200]);
    expect(await change({ service: "long-gone" })).toBe(422);
  });

  test("whose rights change is signed out, and signs in again with the new ones", async () => {
    const id = await place.add("fede", "planner");
    const theirs = await place.as("fede");
    await page.ask(`/api/users/${id}`, sent("PATCH", { role: "supervisor" }));
    expect((await theirs.ask("/api/zones")).status).toBe(401);
    expect(await (await signIn(theirs, { login: "fede" })).json()).toMatchObject({ role: "supervisor" });
    await page.ask(`/api/users/${id}`, sent("PATCH", { disabled: true }));
    expect((await theirs.ask("/api/zones")).status).toBe(401);
    expect((await signIn(theirs, { login: "fede" })).status).toBe(401);
  });

  test("with a new link has no password, no codes and no session any more; the link is valid for 48 hours", async () => {
    const id = await place.add("gaia", "planner");
    const theirs = await place.as("gaia");
    const { invite } = await (await page.ask(`/api/users/${id}/invite`, sent("POST"))).json();
    expect((await theirs.ask("/api/zones")).status).toBe(401);
    expect((await signIn(theirs, { login: "gaia" })).status).toBe(401);
    place.pass(48 * HOUR);
    expect((await takeUp(invite)).status).toBe(410);
    page = await place.as("vice");
    const again = await (await page.ask(`/api/users/${id}/invite`, sent("POST"))).json();
    place.pass(48 * HOUR - 1);
    expect((await takeUp(again.invite)).status).toBe(200);
  });
});

test("every night what ended is swept out, and whoever is still in stays in", async () => {
  await place.as("vice");
  place.pass(61 * 60_000);
  const still = await place.as("vice");
  await signIn(place.browse(), { login: "vice", password: "wrong" });
  let anew = 0;
  const night = everyNight(place.accounts, async () => {
    anew += 1;
  });
  await night.now();
  expect(anew).toBe(0);
  night.stop();
  const held = async (table: string) =>
    (await place.accounts.db.connection.runAndReadAll(`SELECT * FROM ${table}`)).currentRowCount;
  expect(await held("session")).toBe(1);
  expect(await held("attempt")).toBe(1);
  expect((await still.ask("/api/zones")).status).toBe(200);
});

test("a demo begins anew every night; where no demo is served, none of its users is left", async () => {
  const town = await openTown();
  const theirs = browsing(town);
  await theirs.ask("/api/session/demo", sent("POST", { role: "coordinator" }));
  await theirs.ask("/api/users", sent("POST", { login: "hedda", role: "planner" }));
  const logins = async () =>
    (await theirs.read("/api/users")).users.map(({ login }: { login: string }) => login);
  expect(await logins()).toContain("hedda");
  let anew = 0;
  const night = everyNight(town.accounts, async () => {
    anew += 1;
  });
  await night.now();
  night.stop();
  expect((await theirs.ask("/api/users")).status).toBe(401);
  await theirs.ask("/api/session/demo", sent("POST", { role: "coordinator" }));
  expect([(await logins()).sort(), anew]).toEqual([
    ["demo-coordinator", "demo-operator", "demo-planner", "demo-supervisor"],
    1,
  ]);
  const cookie = theirs.cookie();
  await closeDb(town.accounts.db);
  const network = { ...town.network, simulated: false };
  const real = await openAccounts({ data: town.data, network });
  const page = browsing({ sources: { ...town.sources, network, accounts: real } });
  expect((await page.ask("/api/zones", { headers: { cookie } })).status).toBe(401);
  Object.assign(town.accounts, real);
  await town.close();
});
