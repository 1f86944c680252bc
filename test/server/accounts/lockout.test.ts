import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAccounts, openAccounts } from "../../../server/accounts/openAccounts.ts";
import { CHEAP } from "../town.ts";
import { browsing } from "./browsing.ts";
import { openPlace, type Place, signIn } from "./people.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  for (const login of ["ada", "bea", "cleo", "dora"]) await place.add(login, "planner");
});
afterAll(() => place.close());

const wrong = async (login: string, times: number) => {
  const page = place.browse();
  const answers: string[] = [];
  for (let i = 0; i < times; i++) {
    const answer = await signIn(page, { login, password: `wrong ${i}` });
    answers.push(`${answer.status} ${answer.headers.get("retry-after")} ${await answer.text()}`);
  }
  return answers;
};
const status = async (login: string) => (await signIn(place.browse(), { login })).status;

test("after five wrong answers one waits, each time twice as long, and not even the right password opens meanwhile", async () => {
  const answers = await wrong("ada", 6);
  expect(answers.map((said) => said.split(" ", 2).join(" "))).toEqual([
    ...Array(5).fill("401 null"),
    "429 15",
  ]);
  expect(await status("ada")).toBe(429);
  place.pass(15_000);
  expect((await wrong("ada", 2))[1]).toMatch(/^429 30 /);
  place.pass(30_000);
  expect(await status("ada")).toBe(200);
  expect((await wrong("ada", 4)).every((said) => said.startsWith("401"))).toBe(true);
});

test("whether there is such a login cannot be told: the answers are the same, first to last", async () => {
  expect(await wrong("nobody", 8)).toEqual(await wrong("bea", 8));
});

test("many guesses at once are no more than as many one after the other", async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => signIn(place.browse(), { login: "cleo", password: "wrong" })),
  );
  expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
});

test("a wait is not over because the server begins again", async () => {
  await wrong("dora", 5);
  expect(await status("dora")).toBe(429);
  const { data, network, accounts, sources } = place;
  await closeAccounts(accounts);
  const again = await openAccounts({ data, network, cost: CHEAP, now: place.at });
  const page = browsing({ sources: { ...sources, accounts: again } });
  expect((await signIn(page, { login: "dora" })).status).toBe(429);
  place.pass(15_000);
  expect((await signIn(page, { login: "dora" })).status).toBe(200);
  Object.assign(accounts, again);
});
