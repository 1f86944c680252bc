import { afterEach, beforeEach, expect, test } from "vitest";
import { accountOf } from "../../../server/accounts/accountRows.ts";
import { shortenTrail } from "../../../server/accounts/trail.ts";
import { run, sql } from "../../../server/db.ts";
import { history } from "../../../server/editions/history.ts";
import { noteEditions } from "../../../server/editions/noteEditions.ts";
import { openPlace, type Place } from "../accounts/people.ts";
import { sent } from "../visitors.ts";
import { bikeUnit } from "./openTownDesk.ts";

let place: Place;
beforeEach(async () => {
  place = await openPlace();
  await place.add("ada", "coordinator");
  await place.add("bea", "coordinator");
});
afterEach(() => place.close());

/** Ada publishes an edition with one name more. */
async function adaPublishes(name: string) {
  const ada = await place.as("ada");
  const { revision, rows } = await ada.read("/api/draft/services");
  const added = [...rows, { ...bikeUnit, id: name, initials: name.toUpperCase() }];
  const saved = await ada.ask("/api/draft/services", sent("PUT", { revision, rows: added }));
  const asked = { revision: (await saved.json()).revision, note: "One more" };
  expect((await ada.ask("/api/draft/publish", sent("POST", asked))).status).toBe(200);
}
const notes = async () => {
  const { entries } = await (await place.as("bea")).read("/api/audit?kind=network");
  return entries
    .map(({ login, object, detail }: Record<string, unknown>) => [login, object, detail])
    .reverse();
};

test("editions and the draft are told by login, kept by account; of an account that is no more nothing is told", async () => {
  await adaPublishes("b1");
  const bea = await place.as("bea");
  expect((await bea.ask("/api/editions/0/restore", sent("POST"))).status).toBe(200);
  expect(await bea.read("/api/editions")).toMatchObject({
    editions: [{ number: 1, by: "ada" }],
    draft: { by: "bea" },
  });
  const ada = await accountOf(place.accounts, "ada");
  expect(ada?.id).toMatch(/^[0-9a-f]{8}-/);
  expect((await history(place.data)).at(-1)?.by).toBe(ada?.id);
  await run(place.accounts.db, sql`DELETE FROM session WHERE account = ${ada?.id ?? ""}`);
  await run(place.accounts.db, sql`DELETE FROM account WHERE login = 'ada'`);
  expect(await bea.read("/api/editions")).toMatchObject({ editions: [{ by: null }], draft: { by: "bea" } });
});

test("each edition is noted once; one that was written and not noted is noted by the server, with who published it", async () => {
  await adaPublishes("b1");
  await adaPublishes("b2");
  const [first, second] = await notes();
  expect([first, second]).toMatchObject([
    ["ada", "edition/1", {}],
    ["ada", "edition/2", {}],
  ]);
  const { takes_effect } = (await history(place.data)).at(-1) ?? {};
  await noteEditions(place.accounts, await history(place.data));
  expect(await notes()).toHaveLength(2);
  await run(place.accounts.db, sql`DELETE FROM audit WHERE object = 'edition/2'`);
  for (const _ of "twice") await noteEditions(place.accounts, await history(place.data));
  expect(await notes()).toEqual([first, ["server", "edition/2", { by: "ada", takes_effect }]]);
});

test("what the trail said of editions before its beginning is not noted again", async () => {
  await adaPublishes("b1");
  const editions = await history(place.data);
  const { db, trail } = place.accounts;
  await trail.note({ who: "server", action: "test.noted", object: "x" });
  const [{ seq } = { seq: 0 }] = (
    await db.connection.runAndReadAll("SELECT max(seq)::INTEGER AS seq FROM audit")
  ).getRowObjects() as { seq: number }[];
  place.pass(86_400_000);
  await shortenTrail({ db, trail, who: "server" }, seq);
  const aged = editions.map((one) => ({
    ...one,
    published_at: new Date(place.at() - 86_400_000).toISOString(),
  }));
  await noteEditions(place.accounts, aged);
  expect(await notes()).toEqual([]);
});
