import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACCESS, ROLES, refuseUnwritten } from "../../server/access.ts";
import { root } from "../../server/config.ts";
import { openTown, thirdQuarter, zonesBySlot } from "./town.ts";
import { sent } from "./visitors.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    await zonesBySlot(published);
  });
});
afterAll(() => town.close());

/** A path and a body that each route takes; without one, the route's own path. */
const examples: Record<string, { path?: string; body?: object }> = {
  "GET /api/coverage": { path: "/api/coverage?period=2026-Q3" },
  "GET /api/cells": { path: "/api/cells?period=2026-Q3" },
  "GET /api/gaps": { path: "/api/gaps?period=2026-Q3" },
  "GET /api/advice": { path: "/api/advice?period=2026-Q3&hours=3" },
  "GET /api/overlaps": { path: "/api/overlaps?period=2026-Q3" },
  "GET /api/why": { path: "/api/why?period=2026-Q3" },
  "GET /api/compare": { path: "/api/compare?period=2026-Q3&a=mattina&b=notte" },
  "POST /api/session": { body: { login: "nobody", password: "nothing" } },
  "POST /api/session/demo": { body: { role: "planner" } },
  "GET /api/draft/:part": { path: "/api/draft/services" },
  "POST /api/editions/:number/restore": { path: "/api/editions/7/restore" },
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

describe.each(ROLES)("the role %s", (role) => {
  const ask = (method: Method, path: string, body?: object) =>
    town.as(role).request(path, method === "GET" ? {} : sent(method, body));

  test.each(Object.entries(ACCESS))(
    "is let through or refused at %s as written",
    async (route, { roles }) => {
      const { method, path, body } = exampleOf(route);
      const answer = await ask(method, path, body);
      const allowed = roles.includes(role);
      if (!allowed) expect(answer.status).toBe(role === "public" ? 401 : 403);
      else if (method === "GET") expect(answer.status).toBe(200);
      const said = await answer.text();
      // Who is let through may still send what the route refuses, in words of its own.
      if (allowed) expect(said).not.toMatch(/Sign in first|may not do this here/);
    },
  );

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
