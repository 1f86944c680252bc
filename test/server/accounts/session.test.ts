import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTown } from "../town.ts";
import { sent } from "../visitors.ts";
import { type Browsing, browsing } from "./browsing.ts";

let town: Awaited<ReturnType<typeof openTown>>;
let page: Browsing;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

describe("a demo", () => {
  test("lets in as any role without a password, says who that is, and lets out again", async () => {
    page = browsing(town);
    expect((await page.ask("/api/zones")).status).toBe(401);
    expect(await page.read("/api/session")).toEqual({
      signed_in: false,
      network: "The town",
      demo: true,
      roles: ["operator", "coordinator", "planner", "supervisor"],
      oidc: null,
      locale: "en",
    });
    const signedIn = { signed_in: true, login: "demo-operator", role: "operator", demo: true, totp: false };
    const service = town.network.services[0]?.id;
    const answer = await page.ask("/api/session/demo", sent("POST", { role: "operator" }));
    expect(await answer.json()).toMatchObject({ ...signedIn, service, idle_minutes: 60 });
    expect(await page.read("/api/session")).toMatchObject(signedIn);
    expect((await page.ask("/api/zones")).status).toBe(200);
    expect(await (await page.ask("/api/session", sent("DELETE"))).json()).toMatchObject({ signed_in: false });
    expect((await page.ask("/api/zones")).status).toBe(401);
  });

  test("knows no password: none of its users has one", async () => {
    const refused = { status: 401, title: "Not signed in" };
    for (const password of ["demo", "password", "demo-coordinator", "null", " "]) {
      const answer = await page.ask("/api/session", sent("POST", { login: "demo-coordinator", password }));
      expect(await answer.json()).toMatchObject(refused);
    }
  });
});

describe("the cookie of a session", () => {
  test("is for this server only, out of the reach of scripts, and new at every sign-in", async () => {
    const first = await page.ask("/api/session/demo", sent("POST", { role: "planner" }));
    const cookie = first.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^sguardo=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const before = page.cookie();
    await page.ask("/api/session/demo", sent("POST", { role: "planner" }));
    expect(page.cookie()).not.toBe(before);
    expect((await page.ask("/api/zones", { headers: { cookie: before } })).status).toBe(401);
  });

  test("opens nothing when it is made up", async () => {
    const made = `sguardo=${"A".repeat(43)}`;
    expect((await page.ask("/api/zones", { headers: { cookie: made } })).status).toBe(401);
  });
});

describe("a change", () => {
  const json = { "content-type": "application/json" };
  test.each([
    ["another site", { ...json, "sec-fetch-site": "cross-site" }, 403],
    ["another port of this machine", { ...json, "sec-fetch-site": "same-site" }, 403],
    ["another site that names itself", { ...json, origin: "https://evil.example" }, 403],
    ["nowhere that is told", json, 403],
    ["a form", { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" }, 415],
    ["a form as text", { "sec-fetch-site": "same-origin", "content-type": "text/plain" }, 415],
    ["the page, in a browser that tells its origin only", { ...json, origin: "http://localhost" }, 200],
    ["the page", { ...json, "sec-fetch-site": "same-origin" }, 200],
  ])("from %s", async (_, headers: Record<string, string>, status) => {
    const body = JSON.stringify({ role: "planner" });
    const answer = await page.ask("/api/session/demo", { method: "POST", headers, body });
    expect(answer.status).toBe(status);
  });
});

test("what is not JSON, or not what is asked for, is refused in words that do not repeat it", async () => {
  const broken = { ...sent("POST"), body: '{"login": "secret-word' };
  const answers = [broken, sent("POST", { login: 7, password: "secret-word" }), sent("POST", {})];
  for (const init of answers) {
    const answer = await page.ask("/api/session", init);
    const said = await answer.text();
    expect([answer.status, said.includes("secret-word")], said).toEqual([400, false]);
  }
});
