import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCESS } from "../../../server/access.ts";
import { faultOf, fuzzedTown } from "./fuzzedTown.ts";
import { hostileJson, hostileText, inputs, spoiled } from "./hostile.ts";

let town: Awaited<ReturnType<typeof fuzzedTown>>;
beforeAll(async () => {
  town = await fuzzedTown();
});
afterAll(() => town.close());

const NAMES = [
  ...["period", "hours", "needs", "services", "zone", "need", "epoch", "a", "b", "whatif", "slots", "vista"],
  ...["limit", "before", "allowed", "of", "view", "kind", "from", "to", "code", "state", "__proto__"],
];
const good: Record<string, string> = {
  ...{ period: "2026-Q3", a: "mattina", b: "notte", hours: "fri-22-06", zone: "harbour", need: "housing" },
};
const querying = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), fc.option(hostileText, { nil: undefined, freq: 4 })), {
    maxLength: 5,
  })
  .map((pairs) =>
    pairs.map(
      ([name, value]) =>
        `${name}=${encodeURIComponent(toWellFormed(value ?? (Object.hasOwn(good, name) ? good[name] : undefined) ?? "1"))}`,
    ),
  )
  .map((pairs) => pairs.join("&"));

/** Percent-encoding refuses halves of surrogate pairs; the bytes a client could send instead are tried raw below. */
const toWellFormed = (text: string) => Buffer.from(text).toString("utf8");

const bodies: Record<string, unknown> = {
  "POST /api/session": { login: "nobody", password: "nothing", code: "123456" },
  "POST /api/session/demo": { role: "nobody" },
  "PUT /api/draft/:part": { revision: 0, rows: [{ id: "x", name: "x", aims: "care", needs: "housing" }] },
  "DELETE /api/draft": { revision: 999 },
  "POST /api/draft/publish": { revision: 999, note: "x" },
};
const fallback = {
  token: "x",
  password: "long enough a password",
  login: "x",
  role: "planner",
  service: null,
};

const unsafe = Object.keys(ACCESS).filter((route) => !route.startsWith("GET "));
const bodyOf = (route: string) =>
  fc.oneof(
    spoiled(bodies[route] ?? fallback).map((value) => JSON.stringify(value)),
    hostileJson,
  );

const pathOf = (route: string, texts: readonly string[]) => {
  let at = 0;
  return (route.split(" ")[1] ?? "").replace(/:\w+|\*/g, () => {
    at += 1;
    return encodeURIComponent(toWellFormed(texts[at % texts.length] ?? "x"));
  });
};
const parts = fc.array(
  fc.oneof(hostileText, fc.constantFrom("services", "zones", "settings", "slots", "1")),
  {
    minLength: 2,
    maxLength: 2,
  },
);
const roles = fc.constantFrom("public", "operator", "coordinator", "supervisor");

test.each([
  [{ status: 500, type: "application/problem+json", text: "{}" }, "failed (500)"],
  [{ status: 400, type: "text/plain", text: "no" }, "400 without a reason"],
  [
    { status: 400, type: "application/problem+json", text: "Error\n    at rows (db.ts:63)" },
    "tells the inside",
  ],
  [{ status: 404, type: "application/problem+json", text: "no /data/here/vault.duckdb" }, "tells the inside"],
  [{ status: 404, type: "application/problem+json", text: "nothing here" }, null],
])("an answer like %j is judged", (answer, fault) => {
  expect(faultOf(answer, "/data/here")).toBe(fault);
});

test("no query, path or role makes a question fail inside", async () => {
  const questions = Object.keys(ACCESS).filter((route) => route.startsWith("GET "));
  const before = await town.kept();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...questions),
      parts,
      querying,
      roles,
      async (...[route, path, query, role]) => {
        await town.answered(role, new Request(`http://localhost${pathOf(route, path)}?${query}`));
      },
    ),
    inputs(6500),
  );
  expect(await town.kept()).toEqual(before);
}, 240_000);

test("no body makes a change fail inside, and what is refused changed nothing", async () => {
  const before = await town.kept();
  const one = fc.constantFrom(...unsafe).chain((route) => fc.tuple(fc.constant(route), parts, bodyOf(route)));
  await fc.assert(
    fc.asyncProperty(
      one,
      fc.constantFrom("coordinator", "coordinator", "supervisor", "public"),
      async ([route, path, body], role) => {
        const method = route.split(" ")[0] ?? "";
        const headers = { "sec-fetch-site": "same-origin", "content-type": "application/json" };
        const was = await town.files();
        const request = new Request(`http://localhost${pathOf(route, path)}`, { method, headers, body });
        const status = await town.answered(role, request);
        if (status >= 400) expect(await town.files()).toBe(was);
      },
    ),
    inputs(2000),
  );
  expect(await town.kept()).toEqual(before);
}, 240_000);

const HEADERS = [
  ...["cookie", "authorization", "host", "origin", "accept", "accept-encoding", "if-none-match", "range"],
  ...["x-forwarded-for", "x-request-id", "content-type", "content-length", "sec-fetch-site", "forwarded"],
];
const headerValue = hostileText.map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, "").trim());

test("no header makes anything fail inside", async () => {
  const pairs = fc.array(fc.tuple(fc.constantFrom(...HEADERS), headerValue), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(ACCESS)),
      pairs,
      roles,
      async (...[route, headers, role]) => {
        const [method = "GET"] = route.split(" ");
        const path = pathOf(route, ["services", "1"]);
        await town.answered(role, new Request(`http://localhost${path}`, { method, headers }));
      },
    ),
    inputs(1500),
  );
}, 240_000);
