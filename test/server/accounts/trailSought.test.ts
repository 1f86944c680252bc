import { afterAll, beforeAll, expect, test } from "vitest";
import { sent } from "../visitors.ts";
import { openPlace, type Place, signIn } from "./people.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await place.add("ada", "coordinator");
});
afterAll(() => place.close());

test("the trail is searched whole by a part of a login and by kind, page by page", async () => {
  await signIn(place.browse(), { login: "ada", password: "a password mistyped" });
  const page = await place.as("ada");
  await page.ask("/api/users", sent("POST", { login: "bea", role: "planner" }));
  const mine = await page.read("/api/audit?login=AD&kind=session&limit=1");
  expect(mine.entries.map(({ action }: { action: string }) => action)).toEqual(["session.opened"]);
  expect(mine.more).toBe(true);
  const older = await page.read(`/api/audit?login=AD&kind=session&before=${mine.entries[0].seq}`);
  const found = older.entries.map(({ login, action }: Record<string, string>) => [login, action]);
  expect(found).toContainEqual(["ada", "session.refused"]);
  expect(found.every(([login, action]: string[]) => login === "ada" && action?.startsWith("session."))).toBe(
    true,
  );
  expect((await page.read("/api/audit?kind=sess")).entries).toEqual([]);
  expect((await page.read("/api/audit?login=%25")).entries).toEqual([]);
  expect((await page.ask("/api/audit?kind=session.opened")).status).toBe(400);
});
