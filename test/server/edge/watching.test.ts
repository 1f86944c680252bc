import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { run, sql } from "../../../server/db.ts";
import { AT_HOME } from "../../../server/edge/edgeOptions.ts";
import { openMetrics } from "../../../server/edge/metrics.ts";
import { closesKnown } from "../../../server/edge/status.ts";
import { openTown, thirdQuarter } from "../town.ts";
import { as } from "../visitors.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(thirdQuarter);
});
afterAll(() => town.close());

const status = async () => (await (await town.as("public").request("/status")).json()) as object;

test("a week in which somebody went out, and that was never closed, is overdue", async () => {
  const { id: network } = town.network;
  expect(await status()).toEqual({ ok: true, network, simulated: true, closed: "2026-09", overdue: 0 });
  const out = (day: string) => `('care', 'hill', '${day} 08:00', '${day} 10:00', 'i')`;
  await town.published.connection.run(
    `INSERT INTO outing VALUES ${["2026-09-15", "2026-09-16", "2026-09-23", "2099-01-01"].map(out)}`,
  );
  expect(await status()).toMatchObject({ ok: true, overdue: 2 });
  await run(
    town.published,
    sql`INSERT INTO closed_period VALUES ('2026-W38', 'week', '2026-09-14', '2026-09-20', '2026-09-23 04:00:00')`,
  );
  expect(await status()).toMatchObject({ overdue: 1 });
});

test("what is overdue is found out every few seconds, however often it is asked", async () => {
  let at = Date.UTC(2026, 10, 30);
  const closes = closesKnown(town.sources, () => at);
  const overdue = async () => (await closes()).overdue;
  const before = await overdue();
  await run(
    town.published,
    sql`INSERT INTO closed_period VALUES ('2026-W39', 'week', '2026-09-21', '2026-09-27', '2026-09-30 04:00:00')`,
  );
  at += 4000;
  expect(await overdue()).toBe(before);
  at += 2000;
  expect(await overdue()).toBe(before - 1);
  await town.published.connection.run("DELETE FROM closed_period WHERE period = '2026-W39'");
});

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
const host = { host: "localhost:8080" };
const metrics = (headers: Record<string, string>, address = "127.0.0.1", metricsToken?: string) =>
  createApp(town.sources, as("public"), { ...AT_HOME, metricsToken }).request(
    "/metrics",
    { headers },
    from(address),
  );

test("metrics are this machine's, never through a proxy; or of who holds their token", async () => {
  expect((await metrics(host)).status).toBe(200);
  expect((await metrics(host, "192.0.2.7")).status).toBe(403);
  for (const name of ["x-forwarded-for", "forwarded", "via", "x-real-ip"])
    expect((await metrics({ ...host, [name]: "127.0.0.1" })).status, name).toBe(403);
  const token = { ...host, authorization: "Bearer abc123" };
  expect((await metrics(token, "192.0.2.7", "abc123")).status).toBe(200);
  expect((await metrics(token, "192.0.2.7", "abc124")).status).toBe(403);
  expect((await metrics(host, "127.0.0.1", "abc123")).status).toBe(403);
});

test("a token is not answered by the public name of a network served elsewhere", async () => {
  const publicUrl = new URL("https://sguardo.example.org");
  const app = createApp(town.sources, as("public"), { ...AT_HOME, publicUrl });
  const answer = await app.request("/metrics", { headers: { host: publicUrl.host } }, from("127.0.0.1"));
  expect(answer.status).toBe(403);
});

test("answers are measured by pattern of route; nothing of what was asked is a label", async () => {
  const app = createApp(town.sources, as("planner"), { ...AT_HOME, metrics: openMetrics(true) });
  for (const path of ["/api/zones?mario=rossi", "/basemap/mario", "/api/mario", "/mario", "/mario.png"])
    await app.request(path, { headers: { "user-agent": "mario" } });
  const text = await (await app.request("/metrics")).text();
  expect(text).toContain(
    'sguardo_http_request_duration_seconds_count{route="GET /api/zones",status="200"} 1\n',
  );
  expect(text).toContain('_count{route="GET /basemap/:layer",status="404"} 1\n');
  expect(text).toContain("sguardo_closed_periods 3\n");
  expect(text).toContain("sguardo_closes_overdue 1\n");
  expect(text).toContain("sguardo_readings_pending 0\n");
  expect(text).toContain("process_resident_memory_bytes");
  expect(text).not.toMatch(/mario|rossi|harbour|housing/);
});
