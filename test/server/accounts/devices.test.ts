import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browsing } from "./browsing.ts";
import { openPlace, type Place, signIn } from "./people.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  for (const login of ["ada", "bea", "cleo", "dora"]) await place.add(login, "planner");
});
afterAll(() => place.close());

const lock = async (page: Browsing, login: string) => {
  for (let i = 0; i < 5; i++) expect((await signIn(page, { login, password: "wrong" })).status).toBe(401);
  expect((await signIn(page, { login, password: "wrong" })).status).toBe(429);
};

test("strangers who try a login do not shut out the browser it signed in from, nor does that one shut out others", async () => {
  const own = await place.as("ada");
  await lock(place.browse(), "ada");
  expect((await signIn(place.browse(), { login: "ada" })).status).toBe(429);
  expect((await signIn(own, { login: "ada" })).status).toBe(200);
  const other = await place.as("bea");
  await lock(other, "bea");
  expect((await signIn(other, { login: "bea" })).status).toBe(429);
  expect((await signIn(place.browse(), { login: "bea" })).status).toBe(200);
});

test("a known browser is known for its own logins only, also when colleagues share it", async () => {
  const shared = place.browse();
  for (const login of ["bea", "cleo"]) expect((await signIn(shared, { login })).status).toBe(200);
  await lock(place.browse(), "dora");
  expect((await signIn(shared, { login: "dora" })).status).toBe(429);
  await lock(place.browse(), "cleo");
  await lock(place.browse(), "bea");
  for (const login of ["cleo", "bea"]) expect((await signIn(shared, { login })).status).toBe(200);
});

test("its cookie lasts, is out of the reach of scripts and other sites, and names nobody", async () => {
  place.pass(24 * 3_600_000);
  const answer = await signIn(place.browse(), { login: "ada" });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("sguardo-device="));
  expect(cookie).toMatch(
    /^sguardo-device=[\w-]{22}\.[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  Object.assign(place.accounts, { secure: true });
  const overHttps = await signIn(place.browse(), { login: "ada" });
  Object.assign(place.accounts, { secure: false });
  expect(overHttps.headers.getSetCookie().find((one) => one.startsWith("__Host-sguardo-device="))).toMatch(
    /Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
});

test("a made-up cookie, or another network's, makes no browser known", async () => {
  const made = `sguardo-device=${"A".repeat(22)}.${"A".repeat(43)}~x.y~`;
  await lock(place.browse(), "dora");
  const page = place.browse();
  const asked = { login: "dora", password: "wrong" };
  const init = {
    method: "POST",
    headers: { cookie: made, "sec-fetch-site": "same-origin", "content-type": "application/json" },
    body: JSON.stringify(asked),
  };
  expect((await page.ask("/api/session", init)).status).toBe(429);
});
