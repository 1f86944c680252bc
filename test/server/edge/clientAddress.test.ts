import { Hono } from "hono";
import { expect, test } from "vitest";
import { configure } from "../../../server/config.ts";
import { clientAddress } from "../../../server/edge/clientAddress.ts";

const { proxies } = configure({}, { SGUARDO_PROXY: "127.0.0.1, 10.0.0.0/8, fd00::/8" });
const app = new Hono().get("/", (c) => c.json(clientAddress(c, proxies)));

async function from(remoteAddress: string | null, headers: Record<string, string> = {}) {
  const connection = remoteAddress ? { incoming: { socket: { remoteAddress } } } : {};
  return (await (await app.request("/", { headers }, connection)).json()) as ReturnType<typeof clientAddress>;
}

test.each([
  ["nobody in between", "192.0.2.7", undefined, "192.0.2.7"],
  ["an IPv4 address on an IPv6 socket", "::ffff:192.0.2.7", undefined, "192.0.2.7"],
  ["a stranger who writes what it likes", "192.0.2.7", "203.0.113.1", "192.0.2.7"],
  ["a believed proxy", "127.0.0.1", "203.0.113.1", "203.0.113.1"],
  ["a believed proxy on an IPv6 socket", "::ffff:127.0.0.1", "203.0.113.1", "203.0.113.1"],
  ["a client that invents a hop before the proxy's", "127.0.0.1", "198.51.100.9, 203.0.113.1", "203.0.113.1"],
  ["two believed proxies", "127.0.0.1", "198.51.100.9, 203.0.113.1, 10.1.2.3", "203.0.113.1"],
  ["an IPv6 client behind an IPv6 proxy", "fd00::1", "2001:db8::7", "2001:db8::7"],
  ["a believed proxy that says nothing", "127.0.0.1", undefined, "127.0.0.1"],
  ["a believed proxy that says nonsense", "127.0.0.1", "203.0.113.1, <script>", "127.0.0.1"],
])("%s", async (...[, connected, forwarded, address]) => {
  const found = await from(connected, forwarded ? { "x-forwarded-for": forwarded } : {});
  expect(found.address).toBe(address);
});

test("a request that came through somebody is known to, believed or not", async () => {
  expect(await from("127.0.0.1", { via: "1.1 cache" })).toMatchObject({ proxied: true });
  expect(await from("127.0.0.1")).toMatchObject({ proxied: false });
  expect(await from(null)).toEqual({ address: null, believed: false, proxied: false });
});
