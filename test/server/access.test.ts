import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACCESS, ROLES, refuseUnwritten } from "../../server/access.ts";
import { createApp } from "../../server/app.ts";
import { root } from "../../server/config.ts";
import { openTown, thirdQuarter, zonesBySlot } from "./town.ts";
import { as, sent } from "./visitors.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    await zonesBySlot(published);
  });
});
afterAll(() => town.close());

/** A path and a body that each route takes; without one, the route's own path. */
const examples: Record<string, { path?: string; body?: object; answers?: number }> = {
  "GET /api/coverage": { path: "/api/coverage?period=2026-Q3" },
  "GET /api/cells": { path: "/api/cells?period=2026-Q3" },
  "GET /api/gaps": { path: "/api/gaps?period=2026-Q3" },
  "GET /api/advice": { path: "/api/advice?period=2026-Q3&hours=3" },
  "GET /api/overlaps": { path: "/api/overlaps?period=2026-Q3" },
  "GET /api/why": { path: "/api/why?period=2026-Q3" },
  "GET /api/compare": { path: "/api/compare?period=2026-Q3&a=mattina&b=notte" },
  "POST /api/session": { body: { login: "nobody", password: "nothing" } },
  "POST /api/session/demo": { body: { role: "planner" } },
  "PUT /api/account/password": { body: { old: "nothing", new: "nothing else" } },
  "POST /api/account/totp": { body: { password: "nothing" } },
  "PUT /api/account/totp": { body: { code: "000000" } },
  "DELETE /api/account/totp": { body: { password: "nothing" } },
  "POST /api/invite": { body: { token: "none", password: "nothing" } },
  "POST /api/users": { body: { login: "somebody", role: "planner" } },
  "PATCH /api/users/:user": { path: "/api/users/nobody", body: { disabled: true } },
  "POST /api/users/:user/invite": { path: "/api/users/nobody/invite" },
  "DELETE /api/draft": { body: { revision: 0 } },
  "GET /api/draft/:part": { path: "/api/draft/services" },
  "POST /api/editions/:number/restore": { path: "/api/editions/7/restore" },
  "GET /oidc/login": { answers: 404 },
  "GET /oidc/callback": { answers: 404 },
  "GET /basemap/:layer": { path: "/basemap/roads.geojson" },
  "GET /glyphs/*": { path: "/glyphs/Noto%20Sans%20Regular/0-255.pbf" },
  "GET /assets/*": { path: `/assets/${readdirSync(join(root, "dist", "client", "assets"))[0]}` },
  "GET /*": { path: "/" },
};

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];
const exampleOf = (route: string) => {
  const [method = "", pattern = ""] = route.split(" ");
  return { method: method as Method, path: examples[route]?.path ?? pattern, body: examples[route]?.body };
};

/** Every route, asked by every role about its own service and about another's. */
const walk = Object.entries(ACCESS).flatMap(([route, policy]) =>
  ROLES.flatMap((role) => (["own", "other"] as const).map((of) => ({ route, role, of, policy }))),
);

test("every route is walked by every role, for its own and another service", () => {
  expect(walk.length).toBe(Object.keys(ACCESS).length * ROLES.length * 2);
});

const mayAsk = ({ role, of, policy: { roles, own } }: Omit<(typeof walk)[number], "route">) =>
  roles.includes(role) && !(own && role === "operator" && of === "other");

test.each(walk)("$route, $role, of $of service: as written", async ({ route, role, of, policy }) => {
  const { method, path, body } = exampleOf(route);
  const [first = "", second = ""] = town.network.services.map(({ id }) => id);
  const service = role === "operator" ? (of === "own" ? first : second) : null;
  const app = createApp(town.sources, as(role, service));
  const asked = path.replace(":service", first);
  const answer = await app.request(asked, method === "GET" ? {} : sent(method, body));
  const allowed = mayAsk({ role, of, policy });
  if (!allowed) expect(answer.status).toBe(role === "public" ? 401 : 403);
  else if (method === "GET") expect(answer.status).toBe(examples[route]?.answers ?? 200);
  const said = await answer.text();
  // Who is let through may still send what the route refuses, in words of its own.
  if (allowed) expect(said).not.toMatch(/Sign in first|may not do this here/);
});

describe.each(ROLES)("the role %s", (role) => {
  const ask = (method: Method, path: string, body?: object) =>
    town.as(role).request(path, method === "GET" ? {} : sent(method, body));

  test("cannot use a method that no route names", async () => {
    for (const route of Object.keys(ACCESS)) {
      const { path } = exampleOf(route);
      for (const method of methods
        .slice(1)
        .filter((one) => !Object.hasOwn(ACCESS, `${one} ${pattern(route)}`)))
        expect((await ask(method, path)).status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
    }
  });
});

const pattern = (route: string) => route.split(" ")[1] ?? "";

test("every registered route is one that ACCESS names", () => {
  const named = Object.keys(ACCESS);
  const routes = town.as("supervisor").routes.filter(({ method }) => method !== "ALL");
  expect(routes.map(({ method, path }) => `${method} ${path}`).filter((one) => !named.includes(one))).toEqual(
    [],
  );
});

test("a server with a route that nobody's policy names does not start", () => {
  expect(() => refuseUnwritten([{ method: "GET", path: "/api/secrets" }])).toThrow("GET /api/secrets");
});

test("the public sees no answer of the network", () => {
  const open = Object.entries(ACCESS).filter(([, { roles }]) => roles.includes("public"));
  expect(open.map(([route]) => route)).toEqual([
    "GET /api/session",
    "POST /api/session",
    "POST /api/session/demo",
    "DELETE /api/session",
    "POST /api/invite",
    "GET /oidc/login",
    "GET /oidc/callback",
    "GET /status",
    "GET /metrics",
    "GET /glyphs/*",
    "GET /assets/*",
    "GET /*",
  ]);
});

test("a name that is not this machine's is refused, whatever the route", async () => {
  const headers = { host: "sguardo.example.org" };
  for (const path of ["/", "/status", "/api/zones", "/glyphs/x"]) {
    expect((await town.as("supervisor").request(path, { headers })).status).toBe(403);
  }
});

test("the page may load from this server only", async () => {
  const policy = (await town.as("supervisor").request("/")).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});
