import { TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLimits } from "../../../server/edge/rateLimits.ts";
import { sent } from "../visitors.ts";
import { openPlace, PASSWORD, type Place, signIn } from "./people.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  for (const login of ["ada", "bea", "cleo", "dora", "eva"]) await place.add(login, "planner");
});
afterAll(() => place.close());

const address = "192.0.2.7";
const office = () => ({ address, limits: openLimits() });
const times = async (n: number, ask: (i: number) => Promise<Response>) => {
  const found: number[] = [];
  for (let i = 0; i < n; i++) found.push((await ask(i)).status);
  return [...new Set(found)];
};

test("an office whose people sign in one after the other behind one address is never shut out", async () => {
  const here = office();
  expect(await times(30, () => signIn(place.browse(here), { login: "ada" }))).toEqual([200]);
});

test("the question for a code is no wrong guess, nor is a new password that is too weak", async () => {
  const here = office();
  const page = place.browse(here);
  await signIn(page, { login: "bea" });
  const weak = { old: PASSWORD, new: "too short" };
  expect(await times(25, () => page.ask("/api/account/password", sent("PUT", weak)))).toEqual([422]);
  const begun = await (await page.ask("/api/account/totp", sent("POST", { password: PASSWORD }))).json();
  const code = new TOTP({ secret: begun.secret }).generate({ timestamp: place.at() });
  expect((await page.ask("/api/account/totp", sent("PUT", { code }))).status).toBe(200);
  expect(await times(25, () => signIn(place.browse(here), { login: "bea" }))).toEqual([401]);
  expect((await signIn(place.browse(here), { login: "ada" })).status).toBe(200);
});

test("twenty wrong passwords, links and codes in ten minutes shut an address out for a while", async () => {
  const here = office();
  const link = { token: "made-up", password: PASSWORD };
  expect(await times(10, () => place.browse(here).ask("/api/invite", sent("POST", link)))).toEqual([410]);
  const wrong = (i: number) => signIn(place.browse(here), { login: `nobody ${i}`, password: "wrong" });
  expect(await times(10, wrong)).toEqual([401]);
  const answer = await signIn(place.browse(here), { login: "ada" });
  expect(await answer.json()).toMatchObject({ status: 429, title: "Too many requests" });
});
