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

const WRONG = "wrong";
const MANY = openLimits({ address: 9999, guesses: 9999 });
const HOUR = 3_600_000;

test("typos of weeks, each followed by right answers, do not add up", async () => {
  const here = { address: "192.0.2.8", limits: MANY };
  for (let day = 0; day < 25; day++) {
    expect((await signIn(place.browse(here), { login: "cleo", password: WRONG })).status).toBe(401);
    for (let i = 0; i < 2; i++) {
      expect((await signIn(place.browse(here), { login: "cleo" })).status).toBe(200);
      place.pass(12 * HOUR);
    }
  }
});

test("at the edge of an address's wait, right answers at the same time make nobody wait", async () => {
  const here = { address: "192.0.2.9", limits: MANY };
  const wrong = (i: number) => signIn(place.browse(here), { login: `nobody ${i}`, password: WRONG });
  expect(await times(19, wrong)).toEqual([401]);
  const both = ["ada", "cleo", "dora"].map((login) => signIn(place.browse(here), { login }));
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect([(await wrong(20)).status, (await wrong(21)).status]).toEqual([401, 429]);
  place.pass(HOUR);
  expect([(await wrong(22)).status, (await wrong(23)).status]).toEqual([401, 429]);
  place.pass(3 * HOUR);
  expect(await times(2, wrong)).toEqual([401]);
});

test("the question for a code leaves a login's wrong answers, and since when, as they were", async () => {
  const bea = (password: string) => signIn(place.browse(), { login: "bea", password });
  expect(await times(4, () => bea(WRONG))).toEqual([401]);
  place.pass(23 * HOUR + 1);
  expect(await times(3, () => bea(WRONG))).toEqual([401]);
  const asked = await Promise.all([bea(PASSWORD), bea(WRONG)]);
  expect(asked.map(({ status }) => status)).toEqual([401, 401]);
  expect((await bea(PASSWORD)).status).toBe(401);
  place.pass(HOUR / 2);
  expect([(await bea(PASSWORD)).status, (await bea(WRONG)).status]).toEqual([401, 401]);
  expect((await bea(PASSWORD)).status).toBe(429);
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
