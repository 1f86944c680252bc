import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACCESS, ROLES, refuseUnwritten } from "../../server/access.ts";
import { root } from "../../server/config.ts";
import { openTown, thirdQuarter, zonesBySlot } from "./town.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await thirdQuarter(published);
    await zonesBySlot(published);
  });
});
afterAll(() => town.close());

const examples: Record<string, string> = {
  "GET /api/coverage": "/api/coverage?period=2026-Q3",
  "GET /api/cells": "/api/cells?period=2026-Q3",
  "GET /api/gaps": "/api/gaps?period=2026-Q3",
  "GET /api/advice": "/api/advice?period=2026-Q3&hours=3",
  "GET /api/overlaps": "/api/overlaps?period=2026-Q3",
  "GET /api/why": "/api/why?period=2026-Q3",
  "GET /api/compare": "/api/compare?period=2026-Q3&a=mattina&b=notte",
  "GET /api/draft/:part": "/api/draft/services",
  "GET /basemap/:layer": "/basemap/roads.geojson",
  "GET /glyphs/*": "/glyphs/Noto%20Sans%20Regular/0-255.pbf",
  "GET /assets/*": `/assets/${readdirSync(join(root, "dist", "client", "assets"))[0]}`,
  "GET /*": "/",
};

describe.each(ROLES)("the role %s", (role) => {
  test.each(Object.entries(ACCESS).filter(([route]) => route.startsWith("GET ")))(
    "is let through or refused at %s as written",
    async (route, { roles }) => {
      const answer = await town.as(role).request(examples[route] ?? route.split(" ")[1] ?? "");
      expect(answer.status).toBe(roles.includes(role) ? 200 : role === "public" ? 401 : 403);
      await answer.arrayBuffer();
    },
  );

  test.each(["POST", "PUT", "PATCH", "DELETE"])("cannot %s what no route names", async (method) => {
    const named = (path = "") => Object.hasOwn(ACCESS, `${method} ${path}`);
    for (const route of Object.keys(ACCESS).filter((one) => !named(one.split(" ")[1]))) {
      const path = examples[route] ?? route.split(" ")[1] ?? "";
      expect((await town.as(role).request(path, { method })).status, path).toBeGreaterThanOrEqual(400);
    }
  });
});

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
  expect(open.map(([route]) => route)).toEqual(["GET /status", "GET /glyphs/*", "GET /assets/*", "GET /*"]);
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
