import { afterEach, beforeEach, expect, test } from "vitest";
import { run, sql } from "../../../server/db.ts";
import { networkInForce } from "../../../server/editions/networkInForce.ts";
import { thirdQuarter } from "../town.ts";
import { bikeUnit, openTownDesk, type Row, type TownDesk } from "./openTownDesk.ts";

let town: TownDesk;
beforeEach(async () => {
  town = await openTownDesk(async (published) => {
    await thirdQuarter(published);
    await run(
      published,
      sql`INSERT INTO outing VALUES ('night', 'harbour', '2026-09-04 20:00:00', '2026-09-04 22:00:00', 'i1')`,
    );
  });
});
afterEach(() => town.close());

const NEW_YEAR = Date.UTC(2027, 0, 1, 9);
const inForce = () => networkInForce({ network: town.seed, data: town.data }, town.clock.now);
const withBike = (rows: Row[]) => [...rows, bikeUnit];
const zoneIds = async (day?: string) => {
  const { network, networkOn } = await inForce();
  return (day ? networkOn(day) : network).zones.map(({ id }) => id).sort();
};

/** The harbour and the market give way to a quay that holds both. */
const quay = (rows: Row[]): Row[] => {
  const [harbour, , ...others] = rows;
  const ring = [
    [12.22, 44.12],
    [12.26, 44.12],
    [12.26, 44.135],
    [12.22, 44.135],
    [12.22, 44.12],
  ];
  const properties = { id: "quay", name: "Quay", population: 4600 };
  return [{ ...harbour, properties, geometry: { type: "Polygon", coordinates: [ring] } }, ...others];
};
const onTheQuay = (rows: Row[]): Row[] =>
  rows.map((row) => ({
    ...row,
    zones: String(row["zones"]).replace(/(harbour|market)(;(harbour|market))?/, "quay"),
  }));

const redraw = async () => {
  await town.edit("schedules", onTheQuay);
  return town.edit("zones", quay);
};

test("a new service is in force at once, the edition says what changed, and the seed is kept as it was", async () => {
  expect((await town.edit("services", withBike)).body).toMatchObject({
    problems: [],
    takes_effect: "2026-11-23",
  });
  expect((await town.publish("The bike unit starts")).body).toEqual({
    edition: 1,
    takes_effect: "2026-11-23",
  });
  const { body } = await town.ask("GET", "editions");
  expect(body).toMatchObject({
    current: 1,
    editions: [
      {
        number: 1,
        by: "a-coordinator",
        note: "The bike unit starts",
        changes: [{ kind: "added", id: "bike" }],
      },
    ],
    draft: null,
  });
  const { network, number, seedChanged } = await inForce();
  expect([number, seedChanged, network.services.length]).toEqual([1, false, 5]);
  expect((await town.ask("POST", "editions/0/restore")).status).toBe(200);
  expect((await town.rows("services")).rows).toHaveLength(4);
});

test("an edition is noted once it is written, before it comes into force", async () => {
  const seen: unknown[] = [];
  town.changeOver.onPublished = async () => void seen.push("in force");
  const noted = async ({ number }: { number: number }) => void seen.push(number, (await inForce()).number);
  const { body } = await town.edit("services", withBike);
  const asked = { note: "The bike unit", by: "ada", noted };
  await town.desk().publish({ ...asked, revision: Number(body["revision"]) });
  expect(seen).toEqual([1, 1, "in force"]);
});

test("a zone redrawn waits for 1 January, and the days before count in the old zones for ever", async () => {
  expect((await redraw()).body).toMatchObject({ problems: [], takes_effect: "2027-01-01" });
  expect((await town.publish()).body).toEqual({ edition: 1, takes_effect: "2027-01-01" });
  const old = ["fields", "harbour", "hill", "market"];
  expect(await zoneIds()).toEqual(old);
  expect((await town.ask("GET", "editions")).body).toMatchObject({ current: 0 });
  town.clock.now = NEW_YEAR;
  expect(await zoneIds()).toEqual(["fields", "hill", "quay"]);
  expect(await zoneIds("2026-12-31")).toEqual(old);
  expect(await zoneIds("2027-01-01")).toEqual(["fields", "hill", "quay"]);
  expect((await inForce()).everyZone.map(({ id }) => id).sort()).toEqual([...old, "quay"].sort());
});

test("a service that starts while a redraw waits is in force at once, and in the redraw too", async () => {
  await redraw();
  await town.publish("The quay");
  await town.edit("services", withBike);
  expect((await town.publish("The bike unit")).body).toMatchObject({ takes_effect: "2026-11-23" });
  const now = (await inForce()).network;
  expect([now.services.length, now.zones.length]).toEqual([5, 4]);
  town.clock.now = NEW_YEAR;
  const then = (await inForce()).network;
  expect([then.services.length, then.zones.length]).toEqual([5, 3]);
});

test("an edition restored is published as it was, and takes back the one that waits", async () => {
  await town.edit("services", withBike);
  await town.publish();
  await redraw();
  await town.publish();
  expect((await town.ask("POST", "editions/1/restore")).status).toBe(200);
  expect((await town.ask("POST", "editions/0/restore")).status).toBe(409);
  expect((await town.publish("No quay")).body).toMatchObject({ edition: 3, takes_effect: "2026-11-23" });
  expect((await town.ask("GET", "editions")).body).toMatchObject({ current: 3, withdrawn: [2] });
  town.clock.now = NEW_YEAR;
  expect((await inForce()).number).toBe(3);
  expect((await town.ask("POST", "editions/9/restore")).status).toBe(404);
});

test("what was edited before another edition came into force goes on top of it", async () => {
  await redraw();
  await town.publish();
  await town.edit("needs", (rows) => rows.map((row) => ({ ...row, name: `${row["name"]}s` })));
  town.clock.now = NEW_YEAR;
  const { body } = await town.ask("GET", "editions");
  expect(body["draft"]).toMatchObject({
    problems: [],
    changes: Array(5).fill({ kind: "changed", fields: ["name"] }),
  });
  expect((await town.rows("zones")).rows).toHaveLength(3);
});

test("before anything is recorded every change is in force at once, and for all days", async () => {
  await run(town.published, sql`DELETE FROM closed_period`);
  await run(town.published, sql`DELETE FROM published_cell`);
  await run(town.published, sql`DELETE FROM outing`);
  await town.reopen();
  expect((await redraw()).body).toMatchObject({ problems: [], takes_effect: "2026-11-23" });
  await town.publish();
  expect(await zoneIds()).toEqual(["fields", "hill", "quay"]);
  expect(await zoneIds("2025-05-05")).toEqual(["fields", "hill", "quay"]);
});

test("nothing to publish, an old revision and a note with a telephone number are refused", async () => {
  expect((await town.publish()).status).toBe(409);
  const { body } = await town.edit("services", withBike);
  const revision = Number(body["revision"]);
  const ask = (asked: object) => town.ask("POST", "draft/publish", asked);
  expect((await ask({ revision: revision - 1, note: "Late" })).status).toBe(409);
  expect((await ask({ revision, note: "chiamare Mario Rossi al 347 1234567" })).status).toBe(422);
  expect((await ask({ revision, note: "" })).status).toBe(400);
  expect((await town.ask("GET", "editions")).body).toMatchObject({ current: 0, editions: [] });
});
