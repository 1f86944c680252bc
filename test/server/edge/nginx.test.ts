import type { Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { whoAsks } from "../../../server/accounts/whoAsks.ts";
import { createApp } from "../../../server/app.ts";
import { configure } from "../../../server/config.ts";
import { finish, listen } from "../../../server/edge/listen.ts";
import { openLog } from "../../../server/edge/log.ts";
import { openLimits } from "../../../server/edge/rateLimits.ts";
import { openTown } from "../town.ts";
import { NAME, nginx, startNginx } from "./throughNginx.ts";

if (!nginx) console.warn("nginx is not on this machine: its recipe (tools/proxy/nginx.conf) was NOT tested.");

describe.skipIf(!nginx)("behind nginx, set up as tools/proxy/nginx.conf says,", () => {
  let town: Awaited<ReturnType<typeof openTown>>;
  let server: Server;
  let proxy: Awaited<ReturnType<typeof startNginx>>;
  const lines: string[] = [];

  beforeAll(async () => {
    town = await openTown();
    const env = { SGUARDO_PUBLIC_URL: `https://${NAME}`, SGUARDO_PROXY: "127.0.0.1" };
    const sources = { ...town.sources, accounts: { ...town.accounts, secure: true } };
    const limits = openLimits({ address: 30, account: 100, guesses: 3 });
    const log = openLog("info", {}, { write: (line) => lines.push(line) });
    const app = createApp(sources, whoAsks(sources), { ...configure({}, env), limits, log });
    const port = await new Promise<number>((told) => {
      server = listen({ fetch: app.fetch, port: 0, host: "127.0.0.1" }, told);
    });
    proxy = await startNginx(nginx ?? "", port);
  });
  afterAll(async () => {
    await proxy.stop();
    await finish(server, 0);
    await town.close();
  });

  const page = { origin: `https://${NAME}`, "content-type": "application/json" };

  test("the page is served over https, and the browser told to stay there", async () => {
    const { status, headers } = await proxy.ask("/");
    expect(status).toBe(200);
    expect(headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    const plain = await fetch(`http://127.0.0.1:${proxy.plain}/?screen=emerge`, { redirect: "manual" });
    expect([plain.status, plain.headers.get("location")]).toEqual([301, `https://${NAME}/?screen=emerge`]);
  });

  test("signing in gives a cookie for this host over https alone, and it opens the answers", async () => {
    const body = JSON.stringify({ role: "planner" });
    const signedIn = await proxy.ask("/api/session/demo", { method: "POST", headers: page, body });
    expect(signedIn.status).toBe(200);
    const [cookie = ""] = signedIn.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^__Host-sguardo=[^;]+;.*Path=\/;.*HttpOnly;.*Secure;.*SameSite=Strict/);
    const opened = await proxy.ask("/api/zones", { headers: { cookie: cookie.split(";")[0] ?? "" } });
    expect(opened.status).toBe(200);
    const foreign = { ...page, origin: "https://evil.test" };
    expect((await proxy.ask("/api/session/demo", { method: "POST", headers: foreign, body })).status).toBe(
      403,
    );
  });

  test("a name that is not the server's own gets no answer", async () => {
    await expect(proxy.ask("/", { name: "evil.test" })).rejects.toThrow(/alert|handshake|unrecognized/i);
    const { status, text } = await proxy.ask("/api/session", { headers: { host: "evil.test" } });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toContain("signed_in");
  });

  test("wrong guesses count for the client that makes them, whoever it says it is", async () => {
    const body = JSON.stringify({ login: "nobody", password: "guess" });
    const guess = async (from: string, forwarded: string) =>
      (
        await proxy.ask("/api/session", {
          ...{ method: "POST", body, from },
          headers: { ...page, "x-forwarded-for": forwarded },
        })
      ).status;
    for (const invented of ["203.0.113.1", "203.0.113.2", "203.0.113.3"])
      expect(await guess("127.0.0.7", invented)).toBe(401);
    expect(await guess("127.0.0.7", "203.0.113.4")).toBe(429);
    expect(await guess("127.0.0.8", "127.0.0.7")).toBe(401);
  });

  test("bodies too long stop at the proxy or at the server, metrics at the proxy", async () => {
    const longer = (bytes: number) =>
      proxy.ask("/api/session", { method: "POST", headers: page, body: "x".repeat(bytes) });
    expect((await longer(20 * 1024)).status).toBe(413);
    expect((await longer(5 * 1024 * 1024)).status).toBe(413);
    const { status, text } = await proxy.ask("/metrics");
    expect([status, text.includes("sguardo_")]).toEqual([404, false]);
  });

  test("the two logs share the request's id, and neither has the query", async () => {
    const { headers } = await proxy.ask("/api/session?mario=rossi");
    const id = String(headers["x-request-id"]);
    expect(id).toMatch(/^[\da-f]{32}$/);
    expect(lines.some((line) => line.includes(id))).toBe(true);
    await expect.poll(proxy.log).toContain(id);
    expect((await proxy.log()) + lines.join("")).not.toMatch(/mario|rossi/);
  });
});
