import { afterEach, beforeEach, expect, test } from "vitest";
import { run, sql } from "../../../server/db.ts";
import { networkInForce } from "../../../server/editions/networkInForce.ts";
import { thirdQuarter } from "../town.ts";
import { openTownDesk, type Row, type TownDesk } from "./openTownDesk.ts";

let town: TownDesk;
beforeEach(async () => {
  town = await openTownDesk(
    async (published) => {
      await thirdQuarter(published);
      await run(
        published,
        sql`INSERT INTO outing VALUES ('night', 'harbour', '2026-09-04 20:00:00', '2026-09-04 22:00:00', 'i1')`,
      );
    },
    { simulated: false },
  );
});
afterEach(() => town.close());

test("services and needs that records or closed cells name are closed, not removed", async () => {
  const without = (id: string) => (rows: Row[]) => rows.filter((row) => row["id"] !== id);
  await town.edit("schedules", (rows) => rows.filter((row) => row["service"] !== "night"));
  const removed = await town.edit("services", without("night"));
  expect(removed.body["problems"]).toMatchObject([{ part: "services", id: "night", field: "id" }]);
  await town.discard();
  const closing = (rows: Row[]) =>
    rows.map((row) => (row["id"] === "night" ? { ...row, valid_to: "2026-11-30" } : row));
  expect((await town.edit("services", closing)).body).toMatchObject({
    problems: [],
    takes_effect: "2026-11-23",
  });
  const need = await town.edit("needs", without("housing"));
  expect(need.body["problems"]).toContainEqual(
    expect.objectContaining({ part: "needs", id: "housing", field: "id" }),
  );
  const retired = (rows: Row[]) => [
    { id: "housing", name: "Housing", group: "basics", retired: "true" },
    ...rows,
  ];
  expect((await town.edit("needs", retired)).body).toMatchObject({
    problems: [],
    takes_effect: "2026-11-23",
  });
  await town.publish();
  const { network } = await networkInForce({ network: town.seed, data: town.data }, town.clock.now);
  const nights = network.schedules.filter(({ service }) => service === "night");
  expect(nights.map(({ valid_to }) => valid_to)).toEqual(["2026-11-30", "2026-11-30"]);
});

test("another shape under an old id, another id of the network and one made a demo are no draft to publish", async () => {
  const moved = (rows: Row[]) => JSON.parse(JSON.stringify(rows).replaceAll("12.26", "12.261")) as Row[];
  expect((await town.edit("zones", moved)).body["problems"]).toMatchObject([
    { part: "zones", row: 1, id: "market", field: "geometry" },
    { part: "zones", row: 3, id: "fields", field: "geometry" },
  ]);
  await town.discard();
  const settings = await town.edit("settings", ([row]) => [
    { ...row, id: "city", simulated: true, timezone: "Europe/Paris" },
  ]);
  expect(settings.body["problems"]).toMatchObject(
    ["id", "timezone", "simulated"].map((field) => ({ part: "settings", field })),
  );
});

test("a view list that was published for closed periods counts against the new one", async () => {
  const leaner = ([row]: Row[]): Row[] => {
    const settings = structuredClone(row) as { disclosure: { views: Record<string, string[][]> } };
    settings.disclosure.views["month"] = [["zone"]];
    settings.disclosure.views["quarter"] = [["zone", "need"], ["zone"], []];
    return [settings];
  };
  const alone = (await town.edit("settings", leaner)).body;
  for (const view of ["zone×need", "zone", "need", "total", "zone×slot", "slot×need", "slot"])
    for (const period of ["2026-09", "2026-Q3"])
      await run(town.published, sql`INSERT INTO closed_view VALUES (${period}, ${view}, 4)`);
  const together = (await town.edit("settings", leaner)).body;
  expect(alone).toMatchObject({ problems: [], takes_effect: "2027-01-01" });
  expect(together["problems"]).toMatchObject([
    { file: "network.json", part: "settings", field: "disclosure.views" },
  ]);
  expect((await town.publish()).status).toBe(422);
});
