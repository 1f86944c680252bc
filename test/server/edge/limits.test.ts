import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { arrival } from "../../../server/edge/arrival.ts";
import { AT_HOME } from "../../../server/edge/edgeOptions.ts";
import { openLimits, perAddress } from "../../../server/edge/rateLimits.ts";
import { answerError, problem } from "../../../server/http.ts";
import { openTown } from "../town.ts";
import { as, asSupervisor } from "../visitors.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const few = { address: 5, account: 3, guesses: 2 };
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
const statuses = async (app: { request: Hono["request"] }, path: string, addresses: string[]) => {
  const found: number[] = [];
  for (const address of addresses) found.push((await app.request(path, {}, from(address))).status);
  return found;
};
const times = (n: number, address: string) => Array.from({ length: n }, () => address);

test("an address that asks too often is told when to come back; the next one is answered", async () => {
  const app = createApp(town.sources, as("public"), { ...AT_HOME, limits: openLimits(few) });
  expect(await statuses(app, "/api/zones", times(6, "192.0.2.7"))).toEqual([401, 401, 401, 401, 401, 429]);
  expect(await statuses(app, "/api/zones", ["192.0.2.8"])).toEqual([401]);
  const refused = await app.request("/api/zones", {}, from("192.0.2.7"));
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused.headers.get("content-type")).toContain("application/problem+json");
  expect(await refused.json()).toMatchObject({ status: 429, title: "Too many requests" });
  expect(await statuses(app, "/status", ["192.0.2.7", "192.0.2.9"])).toEqual([429, 200]);
  expect(await statuses(app, "/", times(3, "192.0.2.7"))).toEqual([200, 200, 200]);
});

test("whoever changes address within its own IPv6 network stays one", async () => {
  const app = createApp(town.sources, as("public"), { ...AT_HOME, limits: openLimits(few) });
  const own = Array.from({ length: 6 }, (_, i) => `2001:db8:0:1::${i}`);
  expect((await statuses(app, "/api/zones", own)).at(-1)).toBe(429);
  expect(await statuses(app, "/api/zones", ["2001:db8:0:2::1", "2001:DB8:0:1:9::1"])).toEqual([401, 429]);
});

test("an account is limited wherever it asks from", async () => {
  const app = createApp(town.sources, asSupervisor, { ...AT_HOME, limits: openLimits(few) });
  const everywhere = Array.from({ length: 4 }, (_, i) => `192.0.2.${i}`);
  expect(await statuses(app, "/api/zones", everywhere)).toEqual([200, 200, 200, 429]);
});

test("guesses that were wrong are few; one that was right counts for nothing", async () => {
  const app = new Hono().onError(answerError);
  app.use(arrival(AT_HOME), perAddress(openLimits({ ...few, address: 100 })));
  app.post("/api/session", (c) => {
    if (c.req.header("x-right")) return c.json({});
    throw problem(401, { title: "Not signed in", type: "urn:sguardo:refused" }, "No.");
  });
  const guess = async (headers: Record<string, string> = {}) =>
    (await app.request("/api/session", { method: "POST", headers }, from("192.0.2.7"))).status;
  const right = { "x-right": "yes" };
  expect([await guess(right), await guess(right), await guess(right)]).toEqual([200, 200, 200]);
  expect([await guess(), await guess(), await guess(), await guess(right)]).toEqual([401, 401, 429, 429]);
});

test("a server that serves this machine lets a page, a bench and a journey pass", async () => {
  const app = createApp(town.sources, asSupervisor, { ...AT_HOME, limits: openLimits() });
  expect(new Set(await statuses(app, "/api/zones", times(300, "127.0.0.1")))).toEqual(new Set([200]));
});

test("what is too long is refused before it is read", async () => {
  const app = town.as("supervisor");
  expect((await app.request(`/api/zones?x=${"x".repeat(9000)}`)).status).toBe(414);
  const body = "x".repeat(17 * 1024);
  expect((await app.request("/api/zones", { method: "POST", body })).status).toBe(413);
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(4096)) });
  const streamed = new Request("http://localhost/api/zones", {
    method: "POST",
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect((await app.request(streamed)).status).toBe(413);
});

const ownPage = { "sec-fetch-site": "same-origin", "content-type": "application/json" };

test.each([
  ["POST", "/api/zones", 405, "GET, HEAD, OPTIONS"],
  ["DELETE", "/status", 405, "GET, HEAD, OPTIONS"],
  ["PUT", "/", 405, "GET, HEAD, OPTIONS"],
  ["OPTIONS", "/api/zones", 204, "GET, HEAD, OPTIONS"],
  ["HEAD", "/api/zones", 200, null],
  ["HEAD", "/", 200, null],
  ["GET", "/api/nothing", 404, null],
  ["POST", "/api/nothing", 404, null],
  ["POST", "/nothing.php", 404, null],
  ["GET", "/glyphs/nothing.pbf", 404, null],
] as const)("%s %s is answered as the protocol says", async (...[method, path, status, allow]) => {
  const answer = await town.as("supervisor").request(path, { method, headers: ownPage });
  expect([answer.status, answer.headers.get("allow")]).toEqual([status, allow]);
  if (method === "HEAD" || status === 204) expect(await answer.text()).toBe("");
});
