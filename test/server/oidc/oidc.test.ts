import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { rows, run, sql } from "../../../server/db.ts";
import { openProvider } from "../../../server/oidc/openProvider.ts";
import { browsing } from "../accounts/browsing.ts";
import type { openTown } from "../town.ts";
import { sent } from "../visitors.ts";
import { enter, openMunicipality } from "./municipality.ts";
import { signInThere } from "./realProvider.ts";

const PEOPLE = {
  anna: { preferred_username: "a.verdi", groups: ["staff", "coordinators"] },
  bea: { preferred_username: "b.neri", groups: ["street", "staff"], works_for: "Street unit" },
  carlo: { preferred_username: "c.rossi", groups: ["street"], works_for: "Nobody's" },
  dina: { preferred_username: "d.bianchi", groups: ["staff"] },
  elio: { preferred_username: "a.verdi", groups: "planners" },
};

let municipality: Awaited<ReturnType<typeof openMunicipality>>;
let town: Awaited<ReturnType<typeof openTown>>;
const opened = (more?: object) => municipality.opened(more);
beforeAll(async () => {
  municipality = await openMunicipality(PEOPLE);
  town = municipality.town;
});
afterAll(() => municipality.close());

describe("somebody whom the identity provider knows", () => {
  test("is sent there with PKCE, state and nonce, comes back to the same view, signed in with the claims' role", async () => {
    const page = browsing(town);
    const away = new URL((await page.ask("/oidc/login")).headers.get("location") ?? "");
    expect(Object.fromEntries(away.searchParams)).toMatchObject({
      ...{ response_type: "code", code_challenge_method: "S256", scope: "openid profile" },
      redirect_uri: "http://localhost/oidc/callback",
    });
    for (const name of ["state", "nonce", "code_challenge"])
      expect(away.searchParams.get(name)?.length).toBeGreaterThan(30);
    expect(await enter(page, "anna", { to: "?screen=notte&zone=hill" })).toBe("/?screen=notte&zone=hill");
    expect(await page.read("/api/session")).toMatchObject({
      login: "a.verdi",
      role: "coordinator",
      service: null,
    });
    expect((await page.ask("/api/zones")).status).toBe(200);
  });

  test("an operator is of the service the claim tells", async () => {
    const page = browsing(town);
    expect(await enter(page, "bea")).toBe("/");
    const service = town.network.services[0]?.id;
    expect(await page.read("/api/session")).toMatchObject({ role: "operator", service });
  });

  test.each([
    ["carlo", "no-service"],
    ["dina", "no-role"],
  ])("%s has no place here: %s, and no account is made", async (login, why) => {
    const page = browsing(town);
    expect(await enter(page, login)).toBe(`/#oidc=${why}`);
    expect(await page.read("/api/session")).toMatchObject({
      signed_in: false,
      oidc: { name: "City of Town" },
    });
    const Logins = z.object({ login: z.string() });
    const all = await rows(town.accounts.db, Logins, sql`SELECT login FROM account WHERE oidc IS NOT NULL`);
    expect(all.map((account) => account.login).sort()).toEqual(["a.verdi", "b.neri"]);
  });

  test("is not the account of another that has the same login", async () => {
    const page = browsing(town);
    await enter(page, "elio");
    expect(await page.read("/api/session")).toMatchObject({ login: "a.verdi (2)", role: "planner" });
  });

  test("who lost a group loses the role at the next sign-in, and older sessions end", async () => {
    const [before, after] = [browsing(town), browsing(town)];
    await enter(before, "anna");
    PEOPLE.anna.groups = ["planners"];
    await enter(after, "anna");
    expect(await after.read("/api/session")).toMatchObject({ login: "a.verdi", role: "planner" });
    expect((await before.ask("/api/zones")).status).toBe(401);
  });

  test("who was disabled here stays out, whatever the provider says", async () => {
    await run(town.accounts.db, sql`UPDATE account SET disabled = true WHERE login = 'b.neri'`);
    expect(await enter(browsing(town), "bea")).toBe("/#oidc=disabled");
  });

  test("has no password to try", async () => {
    const answer = await browsing(town).ask(
      "/api/session",
      sent("POST", { login: "a.verdi", password: "any" }),
    );
    expect(answer.status).toBe(401);
  });
});

describe("an answer that was not asked for", () => {
  test("in a browser that did not begin it: nobody signs in", async () => {
    const [mine, other] = [browsing(town), browsing(town)];
    const away = await mine.ask("/oidc/login");
    const back = await signInThere(away.headers.get("location") ?? "", "elio");
    const answer = await other.ask(`${back.pathname}${back.search}`);
    expect(answer.headers.get("location")).toBe("/#oidc=late");
    expect((await other.ask("/api/zones")).status).toBe(401);
  });

  test("twice, with another state, with a made-up code, or as an error of the provider", async () => {
    const page = browsing(town);
    const begun = async () =>
      signInThere((await page.ask("/oidc/login")).headers.get("location") ?? "", "elio");
    const back = await begun();
    await page.ask(`${back.pathname}${back.search}`);
    expect((await page.ask(`${back.pathname}${back.search}`)).headers.get("location")).toBe("/#oidc=late");
    for (const change of [
      { state: "x".repeat(43) },
      { code: "made-up" },
      { error: "access_denied", code: "" },
    ]) {
      const changed = await begun();
      for (const [name, value] of Object.entries(change)) changed.searchParams.set(name, value);
      const answer = await page.ask(`${changed.pathname}${changed.search}`);
      expect(answer.headers.get("location"), JSON.stringify(change)).toBe("/#oidc=failed");
    }
  });

  test.each(["https://evil.example", "//evil.example", "?a=1#x", "?x=<script>", "/api/audit"])(
    "never leads elsewhere: %s",
    async (to) => {
      expect(await enter(browsing(town), "elio", { to })).toBe("/");
    },
  );
});

test("where the provider does not answer, the page says so and stays", async () => {
  const { oidc } = town.sources as { oidc?: unknown };
  Object.assign(town.sources, await opened({ issuer: "http://127.0.0.1:9" }));
  expect((await browsing(town).ask("/oidc/login")).headers.get("location")).toBe("/#oidc=unreachable");
  Object.assign(town.sources, { oidc });
});

test.each([
  [{ issuer: "http://login.example.org" }, "issuer"],
  [{ roles: { claim: "groups", values: { x: "mayor" } } }, "roles.values.x"],
  [{ service: undefined }, "service"],
  [{ service: { claim: "works_for", values: { x: "nobody" } } }, "nobody"],
  [{ client_secret_file: "none" }, "client_secret_file"],
  [{ surprise: 1 }, "surprise"],
])("settings that make no sense keep the server from starting: %j", async (more, said) => {
  await expect(opened(more)).rejects.toThrow(said);
});

test("a demo has no identity provider", async () => {
  const open = openProvider({ oidc: municipality.file }, { ...town.network, simulated: true });
  await expect(open).rejects.toThrow("demo");
});
