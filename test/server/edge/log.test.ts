import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { configure } from "../../../server/config.ts";
import { closeDb } from "../../../server/db.ts";
import { openLog } from "../../../server/edge/log.ts";
import { openTown } from "../town.ts";
import { as } from "../visitors.ts";

let town: Awaited<ReturnType<typeof openTown>>;
let lines: string[] = [];
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => {
  lines = [];
});

const log = openLog("info", {}, { write: (line) => lines.push(line) });
const config = configure(
  {},
  { SGUARDO_PROXY: "127.0.0.1", SGUARDO_PUBLIC_URL: "https://sguardo.example.org" },
);
const app = () => createApp(town.sources, as("planner"), { ...config, log });
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

test("a request is one line: its id, the pattern of its route, how it was answered, in which role", async () => {
  const answer = await app().request("/api/zones?x=1");
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    id: answer.headers.get("x-request-id"),
    route: "GET /api/zones",
    status: 200,
    ms: expect.any(Number),
    role: "planner",
  });
});

const MARIO = "mario.rossi@example.org";
const RSSMRA = "RSSMRA80A01H501U";
const telling = {
  headers: {
    cookie: `sguardo=${RSSMRA}`,
    authorization: `Bearer ${RSSMRA}`,
    "user-agent": MARIO,
    referer: `https://sguardo.example.org/?zone=${MARIO}`,
    "x-forwarded-for": "203.0.113.77",
    "x-request-id": MARIO,
  },
};

test("nothing of address, cookies, headers or body is in the log, whatever the answer", async () => {
  const asked = [
    `/api/coverage?period=${MARIO}`,
    `/api/why?zone=${MARIO}&period=2026-Q3`,
    `/basemap/${MARIO}`,
    `/api/${MARIO}`,
    `/${MARIO}`,
    `/glyphs/${MARIO}`,
    "/status",
  ];
  for (const path of asked) await app().request(path, telling, from("127.0.0.1"));
  const body = JSON.stringify({ login: MARIO, password: RSSMRA });
  for (const method of ["POST", "PUT", "DELETE"])
    await app().request(`/api/zones?who=${MARIO}`, { ...telling, method, body }, from("127.0.0.1"));
  expect(lines).toHaveLength(asked.length + 3);
  expect(lines.join("")).not.toMatch(/mario|rossi|RSSMRA|203\.0\.113|127\.0\.0\.1/i);
});

test("what went wrong inside is in the log with where, and without what was asked; who asked is told nothing", async () => {
  const published = { connection: null } as never;
  const failing = createApp({ ...town.sources, published }, as("planner"), { ...config, log });
  const answer = await failing.request(`/api/cells?period=2026-Q3`, telling);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/\.ts|node_modules|at /);
  const [error = "", request = ""] = lines;
  expect(JSON.parse(error)).toMatchObject({
    level: "error",
    id: answer.headers.get("x-request-id"),
    route: "GET /api/cells",
    error: expect.stringMatching(/Error: .*\n +at /),
  });
  expect(JSON.parse(request)).toMatchObject({ status: 500 });
  expect(error).not.toContain("2026-Q3");
});

test("a health check says so when its database does not answer", async () => {
  const broken = await openTown();
  await closeDb(broken.published);
  const answer = await createApp(broken.sources, as("public")).request("/status");
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ ok: false, closed: null, overdue: null });
});

test("an id is taken over from a believed proxy only", async () => {
  const headers = { "x-request-id": "0123abcd-from-the-proxy" };
  const answered = async (remote: string) =>
    (await app().request("/status", { headers }, from(remote))).headers.get("x-request-id");
  expect(await answered("127.0.0.1")).toBe("0123abcd-from-the-proxy");
  expect(await answered("192.0.2.7")).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
});

test("on a terminal there is no log unless asked, elsewhere there is; a level that is none is refused", () => {
  expect(openLog(undefined, { isTTY: true })).toBeNull();
  expect(openLog("silent", {})).toBeNull();
  expect(openLog(undefined, {})).not.toBeNull();
  expect(openLog("error", { isTTY: true })).not.toBeNull();
  expect(() => openLog("loud", {})).toThrow('--log-level: "loud" (expected silent, error, warn, info)');
});
