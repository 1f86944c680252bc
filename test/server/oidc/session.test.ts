import { afterAll, beforeAll, expect, test } from "vitest";
import { openLimits } from "../../../server/edge/rateLimits.ts";
import { browsing } from "../accounts/browsing.ts";
import type { openTown } from "../town.ts";
import { sent } from "../visitors.ts";
import { enter, openMunicipality } from "./municipality.ts";
import { signInThere } from "./realProvider.ts";

const PEOPLE = {
  anna: { preferred_username: "anna", groups: ["coordinators"] },
  bea: { preferred_username: "bea", groups: ["planners"] },
};

let municipality: Awaited<ReturnType<typeof openMunicipality>>;
let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  municipality = await openMunicipality(PEOPLE);
  town = municipality.town;
});
afterAll(() => municipality.close());

test("a sign-in under way outlives the publication of another edition", async () => {
  const before = browsing(town);
  const away = await before.ask("/oidc/login");
  const back = await signInThere(away.headers.get("location") ?? "", "anna");
  const after = browsing({ ...town, sources: { ...town.sources } });
  const cookie = before.cookie();
  const answer = await after.ask(`${back.pathname}${back.search}`, { headers: { cookie } });
  expect(answer.headers.get("location")).toBe("/");
});

test("an address that sets out for the provider too often waits, and pushes nobody out", async () => {
  const limits = openLimits({ departures: 3 });
  const own = browsing(town, { address: "192.0.2.1", limits });
  const away = await own.ask("/oidc/login");
  const pushing = browsing(town, { address: "192.0.2.2", limits });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) statuses.push((await pushing.ask("/oidc/login")).status);
  expect(statuses).toEqual([302, 302, 302, 429]);
  const back = await signInThere(away.headers.get("location") ?? "", "bea");
  expect((await own.ask(`${back.pathname}${back.search}`)).headers.get("location")).toBe("/");
});

test("ends the session the browser had, whose cookie it does not send on the way back", async () => {
  const page = browsing(town);
  await enter(page, "anna");
  const earlier = page.cookie();
  const away = await page.ask("/oidc/login");
  const back = await signInThere(away.headers.get("location") ?? "", "bea");
  const lax = page
    .cookie()
    .split("; ")
    .filter((one) => one.startsWith("sguardo-oidc="));
  await page.ask(`${back.pathname}${back.search}`, { headers: { cookie: lax.join() } });
  expect(await page.read("/api/session")).toMatchObject({ login: "bea" });
  expect((await page.ask("/api/zones", { headers: { cookie: earlier } })).status).toBe(401);
});

test("signing out tells where to sign out of the provider too, which then asks who one is again", async () => {
  for (const path of ["/api/session", "/api/sessions"]) {
    const [page, jar] = [browsing(town), new Map<string, string>()];
    await enter(page, "anna", { jar });
    const known = await page.ask("/oidc/login");
    const back = await signInThere(known.headers.get("location") ?? "", "nobody", jar);
    await page.ask(`${back.pathname}${back.search}`);
    expect(await page.read("/api/session")).toMatchObject({ login: "anna", oidc: true });
    const { leave } = await (await page.ask(path, sent("DELETE"))).json();
    expect(new URL(leave).searchParams.get("post_logout_redirect_uri")).toBe("http://localhost/");
    expect(await signOutThere(leave, jar)).toBe("http://localhost/");
    await enter(page, "bea", { jar });
    expect(await page.read("/api/session")).toMatchObject({ login: "bea" });
  }
});

test("who came by password is led nowhere, nor is anybody when the provider cannot sign out or be reached", async () => {
  const page = browsing(town);
  await page.ask("/api/session/demo", sent("POST", { role: "planner" }));
  expect(await (await page.ask("/api/session", sent("DELETE"))).json()).not.toHaveProperty("leave");
  await enter(page, "anna");
  const { oidc } = town.sources as { oidc?: unknown };
  Object.assign(town.sources, await municipality.opened({ issuer: "http://127.0.0.1:9" }));
  const answer = await (await page.ask("/api/session", sent("DELETE"))).json();
  Object.assign(town.sources, { oidc });
  expect(answer).toMatchObject({ signed_in: false });
  expect(answer).not.toHaveProperty("leave");
});

/** Says yes at the provider's own question, as a browser would; tells where that leads. */
async function signOutThere(leave: string, jar: Map<string, string>): Promise<string | null> {
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const asked = await fetch(leave, { headers: { cookie: cookie() } });
  for (const set of asked.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    jar.set(name, value);
  }
  const form = await asked.text();
  const body = new URLSearchParams({
    xsrf: /name="xsrf" value="(\w+)"/.exec(form)?.[1] ?? "",
    logout: "yes",
  });
  const action = /action="([^"]+)"/.exec(form)?.[1] ?? "";
  const done = await fetch(action, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { cookie: cookie() },
  });
  for (const set of done.headers.getSetCookie()) jar.delete(/^([^=]+)=/.exec(set)?.[1] ?? "");
  return done.headers.get("location");
}
