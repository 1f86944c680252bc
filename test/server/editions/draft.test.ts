import { afterAll, beforeAll, expect, test } from "vitest";
import { PARTS } from "../../../server/editions/parts.ts";
import { bikeUnit, openTownDesk, type TownDesk } from "./openTownDesk.ts";

let town: TownDesk;
beforeAll(async () => {
  town = await openTownDesk();
});
afterAll(() => town.close());

test("where nothing was edited yet the draft reads as the network folder, and there is no edition", async () => {
  for (const part of PARTS) expect((await town.rows(part)).rows.length, part).toBeGreaterThan(0);
  const { rows, revision } = await town.rows("services");
  expect(revision).toBe(0);
  expect(rows[0]).toMatchObject({ id: "night", needs: "housing;health;addiction", alternate_name: "" });
  expect((await town.ask("GET", "editions")).body).toEqual({
    current: 0,
    editions: [],
    withdrawn: [],
    draft: null,
  });
});

test("rows written back as they were read change nothing", async () => {
  for (const part of PARTS) {
    const { status, body } = await town.edit(part, (rows) => rows);
    expect(status, part).toBe(200);
    expect(body, part).toMatchObject({ problems: [], takes_effect: null });
  }
  const { body } = await town.ask("GET", "editions");
  expect(body["draft"]).toMatchObject({ changes: [], problems: [], by: "a-coordinator" });
  await town.discard();
});

test("a draft may hold problems, each told with its file, row, id and field", async () => {
  const { status, body } = await town.edit("services", (rows) => [
    ...rows,
    { ...bikeUnit, needs: "food;bread" },
  ]);
  expect(status).toBe(200);
  expect(body["problems"]).toEqual([
    expect.objectContaining({
      file: "services.csv",
      part: "services",
      row: 4,
      id: "bike",
      field: "needs",
      value: "bread",
    }),
  ]);
  const draft = (await town.ask("GET", "editions")).body["draft"];
  expect(draft).toMatchObject({
    changes: [{ file: "services.csv", kind: "added", id: "bike" }],
    takes_effect: null,
  });
  expect((await town.publish()).status).toBe(422);
  expect((await town.rows("services")).rows).toHaveLength(5);
});

test("of two who edit the second is told, and what either wrote is not lost", async () => {
  const { revision, rows } = await town.rows("needs");
  const first = await town.ask("PUT", "draft/needs", { revision, rows: rows.slice(0, 4) });
  expect(first.status).toBe(200);
  const second = await town.ask("PUT", "draft/needs", { revision, rows });
  expect(second.status).toBe(409);
  expect(await town.rows("needs")).toMatchObject({ revision: revision + 1, rows: rows.slice(0, 4) });
});

test("who looked at an older draft throws nothing of the newer one away", async () => {
  const { revision, rows } = await town.rows("needs");
  const [first, ...others] = rows;
  const saved = [{ ...first, name: "Somebody else's" }, ...others];
  expect((await town.ask("PUT", "draft/needs", { revision, rows: saved })).status).toBe(200);
  expect((await town.ask("DELETE", "draft", { revision })).status).toBe(409);
  expect((await town.ask("DELETE", "draft", {})).status).toBe(400);
  expect((await town.ask("DELETE", "draft")).status).toBe(400);
  expect(await town.rows("needs")).toEqual({ revision: revision + 1, rows: saved });
});

test("a draft survives the desk, and one thrown away leaves its revision taken", async () => {
  const before = await town.rows("needs");
  await town.reopen();
  expect(await town.rows("needs")).toEqual(before);
  expect((await town.discard()).body).toEqual({ revision: before.revision + 1 });
  const { rows, revision } = await town.rows("needs");
  expect([rows.length, revision]).toEqual([5, before.revision + 1]);
  const late = await town.ask("PUT", "draft/needs", { revision: before.revision, rows });
  expect(late.status).toBe(409);
});
