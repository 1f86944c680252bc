import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { configure } from "../../../server/config.ts";
import { openTown } from "../town.ts";
import { asSupervisor } from "../visitors.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const at = (env: NodeJS.ProcessEnv) => createApp(town.sources, asSupervisor, configure({}, env));
const https = { SGUARDO_PUBLIC_URL: "https://sguardo.example.org" };

test.each([
  ["sguardo.example.org", 200],
  ["Sguardo.Example.ORG:443", 200],
  ["localhost:8080", 200],
  ["[::1]:8080", 200],
  ["example.org", 403],
  ["sguardo.example.org.evil.test", 403],
  ["evil.test/sguardo.example.org", 403],
  ["", 403],
])("the name %j is answered with %d", async (host, status) => {
  expect((await at(https).request("/status", { headers: { host } })).status).toBe(status);
});

test("a browser is told to stay on https only where https is", async () => {
  const told = async (env: NodeJS.ProcessEnv) =>
    (await at(env).request("/status")).headers.get("strict-transport-security");
  expect(await told(https)).toBe("max-age=31536000; includeSubDomains");
  expect(await told({})).toBeNull();
  expect(await told({ SGUARDO_PUBLIC_URL: "http://192.168.1.5:8080" })).toBeNull();
});

test("every answer, refusals included, says what a browser may do with it", async () => {
  for (const [path, host] of [["/"], ["/api/zones"], ["/api/nothing"], ["/", "evil.test"]] as const) {
    const { headers } = await at({}).request(path ?? "/", { headers: { host: host ?? "localhost" } });
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "permissions-policy": expect.stringContaining("geolocation=()"),
    });
  }
});
