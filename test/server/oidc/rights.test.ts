import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { findAccount } from "../../../server/accounts/accountRows.ts";
import { openAccounts } from "../../../server/accounts/openAccounts.ts";
import { closeDb, rows, run, sql } from "../../../server/db.ts";
import { type Browsing, browsing } from "../accounts/browsing.ts";
import { CHEAP, type openTown } from "../town.ts";
import { sent } from "../visitors.ts";
import { enter, openMunicipality } from "./municipality.ts";
import type { People } from "./realProvider.ts";

const FISCAL = "RSSMRA80A01H501U";
const PEOPLE = {
  anna: { preferred_username: "anna", groups: ["coordinators"] },
  bea: { preferred_username: "bea", groups: ["street"], works_for: "Street unit" },
  nuova: { preferred_username: "nuova", groups: ["street"], works_for: "brand-new" },
  [FISCAL]: { groups: ["planners"] },
  carta: { preferred_username: "CA12345AA", groups: ["planners"] },
  vecchia: { preferred_username: "vecchia", groups: ["planners"] },
} satisfies People;

let municipality: Awaited<ReturnType<typeof openMunicipality>>;
let town: Awaited<ReturnType<typeof openTown>>;
let coordinator: Browsing;
beforeAll(async () => {
  municipality = await openMunicipality(PEOPLE);
  town = municipality.town;
  coordinator = browsing(town);
  await enter(coordinator, "anna");
});
afterAll(() => municipality.close());

type User = { id: string; login: string };
const idOf = async (login: string): Promise<string> =>
  (await coordinator.read("/api/users")).users.find((user: User) => user.login === login).id;
const newest = async () => (await coordinator.read("/api/audit")).entries[0];

describe("who comes from the identity provider", () => {
  test("may be of a service that joined after the server had started", async () => {
    expect(await enter(browsing(town), "nuova")).toBe("/#oidc=no-service");
    const [first] = town.network.services;
    if (!first) throw new Error("a town without services");
    const services = [...town.network.services, { ...first, id: "brand-new" }];
    const later = { ...town, sources: { ...town.sources, network: { ...town.network, services } } };
    const page = browsing(later);
    expect(await enter(page, "nuova")).toBe("/");
    expect(await page.read("/api/session")).toMatchObject({ role: "operator", service: "brand-new" });
  });

  test("loses the sessions there were with the last role, and the trail says whom and why", async () => {
    const page = browsing(town);
    await enter(page, "bea");
    const id = await idOf("bea");
    PEOPLE.bea.groups = ["nothing"];
    expect(await enter(browsing(town), "bea")).toBe("/#oidc=no-role");
    expect((await page.ask("/api/zones")).status).toBe(401);
    const refused = { action: "session.refused", object: `account/${id}`, login: "bea" };
    expect(await newest()).toMatchObject({ ...refused, detail: { by: "oidc", why: "no-role" } });
    PEOPLE.bea.groups = ["street"];
    expect((await coordinator.ask(`/api/users/${id}`, sent("PATCH", { disabled: true }))).status).toBe(200);
    expect(await enter(browsing(town), "bea")).toBe("/#oidc=disabled");
    expect(await newest()).toMatchObject({ ...refused, detail: { by: "oidc", why: "disabled" } });
    expect((await coordinator.ask(`/api/users/${id}`, sent("PATCH", { disabled: false }))).status).toBe(200);
    expect(await enter(browsing(town), "bea")).toBe("/");
  });

  test("gets no local password and no role here: a coordinator can only shut out and let in again", async () => {
    const id = await idOf("bea");
    const refused = { status: 409, type: "urn:sguardo:by-provider" };
    const [link, role] = [
      await coordinator.ask(`/api/users/${id}/invite`, sent("POST")),
      await coordinator.ask(`/api/users/${id}`, sent("PATCH", { role: "planner" })),
    ];
    expect(await link.json()).toMatchObject(refused);
    expect(await role.json()).toMatchObject(refused);
  });
});

describe("a codice fiscale at the provider", () => {
  test.each([FISCAL, "carta"])("is neither login nor kept: %s", async (login) => {
    const page = browsing(town);
    expect(await enter(page, login)).toBe("/");
    const first = await page.read("/api/session");
    expect(first.login).toMatch(/^user-[a-z]{6}$/);
    await enter(page, login);
    expect((await page.read("/api/session")).login).toBe(first.login);
    const all = await town.accounts.db.connection.runAndReadAll("SELECT * FROM account");
    expect(JSON.stringify(all.getRows(), (_, one) => (typeof one === "bigint" ? `${one}` : one))).not.toMatch(
      /RSSMRA80A01H501U|CA12345AA/i,
    );
  });

  test("that an older version kept is kept no more, and the account is found again", async () => {
    const page = browsing(town);
    await enter(page, "vecchia");
    const { accounts, network, data } = town;
    const Kept = z.object({ id: z.string(), oidc: z.string() });
    const [{ id, oidc } = { id: "", oidc: "" }] = await rows(
      accounts.db,
      Kept,
      sql`SELECT id, oidc FROM account WHERE login = 'vecchia'`,
    );
    const issuer = new URL((await page.ask("/oidc/login")).headers.get("location") ?? "").origin;
    const told = JSON.stringify([issuer, "vecchia"]);
    await run(
      accounts.db,
      sql`UPDATE account SET oidc = ${told}, login = 'rssmra80a01h501u', password = 'given here once' WHERE id = ${id}`,
    );
    await closeDb(accounts.db);
    Object.assign(accounts, await openAccounts({ data, network, cost: CHEAP }));
    const after = await rows(accounts.db, Kept, sql`SELECT id, oidc FROM account WHERE id = ${id}`);
    expect(after).toEqual([{ id, oidc }]);
    expect((await findAccount(accounts, id))?.password).toBeNull();
    await enter(page, "vecchia");
    expect((await page.read("/api/session")).login).toMatch(/^user-[a-z]{6}$/);
  });
});
