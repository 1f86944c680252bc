import { afterAll, beforeAll, expect, test } from "vitest";
import { openTownDesk, type Row, type TownDesk } from "./openTownDesk.ts";

let town: TownDesk;
let good: { revision: number; rows: Record<string, Row[]> };
beforeAll(async () => {
  town = await openTownDesk();
  const rows: Record<string, Row[]> = {};
  for (const part of ["services", "schedules", "needs", "slots", "zones", "settings", "relations"])
    rows[part] = (await town.rows(part)).rows;
  good = { revision: 0, rows };
});
afterAll(() => town.close());

const rowsOf = (part: string): Row[] => structuredClone(good.rows[part] ?? []);
const with0 = (part: string, fields: Row): Row[] =>
  rowsOf(part).map((row, i) => (i === 0 ? { ...row, ...fields } : row));
const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);

test.each<[string, string, unknown, RegExp]>([
  ["rows that are no list", "services", "all of them", /rows/],
  ["a row that is no object", "services", [7], /rows\[0\]/],
  ["a number where the file has text", "schedules", [{ interval: 2 }], /rows\[0\]\.interval/],
  ["a column the table does not have", "needs", [{ id: "a", colour: "red" }], /rows\[0\]/],
  ["a line break in a cell", "services", [{ id: "a\nb" }], /rows\[0\]\.id/],
  ["a cell of five thousand letters", "services", [{ name: "a".repeat(5000) }], /rows\[0\]\.name/],
  ["six thousand rows", "relations", Array(6000).fill({ a: "x", b: "y" }), /rows/],
  ["a zone that is no feature", "zones", [{ type: "Zone" }], /rows\[0\]/],
  [
    "a shape nested without end",
    "zones",
    [{ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: deep(40) } }],
    /nested/,
  ],
  [
    "a hundred thousand numbers",
    "zones",
    [{ type: "Feature", properties: {}, geometry: { type: "P", coordinates: Array(120_000).fill(1) } }],
    /positions/,
  ],
  ["two objects of settings", "settings", [{}, {}], /rows/],
  ["a setting nobody knows", "settings", [{ basemap: "x" }], /rows\[0\]/],
])("%s are refused with their place, and no draft is begun", async (...[, part, rows, said]) => {
  const { status, body } = await town.ask("PUT", `draft/${part}`, { revision: 0, rows });
  expect([status, body["detail"]]).toEqual([400, expect.stringMatching(said)]);
  expect((await town.ask("GET", "editions")).body["draft"]).toBeNull();
});

test("names that are about somebody are refused and not told back", async () => {
  const rows = with0("services", { name: "Sportello di Mario Rossi, 347 1234567" });
  const { status, body } = await town.ask("PUT", "draft/services", { revision: 0, rows });
  expect(status).toBe(422);
  expect(JSON.stringify(body)).not.toMatch(/Rossi|1234567/);
  expect((await town.ask("GET", "editions")).body["draft"]).toBeNull();
});

const shape = (coordinates: unknown, type = "Polygon") => with0("zones", { geometry: { type, coordinates } });

test.each<[string, string, () => Row[], object]>([
  [
    "an id twice",
    "services",
    () => [...rowsOf("services"), { ...rowsOf("services")[0], initials: "XX" }],
    { row: 4, id: "night", field: "id" },
  ],
  [
    "a zone nobody drew",
    "schedules",
    () => with0("schedules", { zones: "atlantis" }),
    { row: 0, field: "zones", value: "atlantis" },
  ],
  [
    "a turn that ends before it begins",
    "schedules",
    () => with0("schedules", { until: "2020-01-01" }),
    { row: 0, field: "until" },
  ],
  [
    "a thirty-second day",
    "schedules",
    () => with0("schedules", { dtstart: "2026-01-32" }),
    { row: 0, field: "dtstart" },
  ],
  [
    "an hour in two slots",
    "slots",
    () => with0("slots", { to: 14 }),
    { file: "network.json", part: "slots", row: null },
  ],
  [
    "a slot without an end",
    "slots",
    () => with0("slots", { to: null }),
    { part: "slots", row: 0, field: "to" },
  ],
  ["no needs at all", "needs", () => [], { file: "needs.csv" }],
  [
    "a ring of two points",
    "zones",
    () =>
      shape([
        [
          [12, 44],
          [12, 44],
        ],
      ]),
    { row: 0, id: "harbour" },
  ],
  ["a shape of words", "zones", () => shape("all of it"), { row: 0, id: "harbour" }],
  ["a point", "zones", () => shape([12, 44], "Point"), { row: 0, id: "harbour", field: "geometry.type" }],
  [
    "an outline across itself",
    "zones",
    () =>
      shape([
        [
          [12.22, 44.12],
          [12.24, 44.13],
          [12.24, 44.12],
          [12.22, 44.13],
          [12.22, 44.12],
        ],
      ]),
    { row: 0 },
  ],
  [
    "numbers beyond the Earth",
    "zones",
    () =>
      shape([
        [
          [1e308, 1e308],
          [-1e308, 0],
          [0, 1e308],
          [1e308, 1e308],
        ],
      ]),
    { row: 0 },
  ],
  ["no zones", "zones", () => [], { file: "zones.geojson" }],
  [
    "a view of what there is not",
    "settings",
    () => with0("settings", { disclosure: { views: 7 } }),
    { part: "settings", row: 0 },
  ],
])("%s may be drafted, is told with its place, and is not published", async (...[, part, rows, problem]) => {
  const { revision } = await town.rows(part);
  const { status, body } = await town.ask("PUT", `draft/${part}`, { revision, rows: rows() });
  expect([status, body["takes_effect"]]).toEqual([200, null]);
  expect(body["problems"]).toContainEqual(expect.objectContaining(problem));
  expect((await town.publish()).status).toBe(422);
  await town.discard();
});

test.each([
  ["PUT", "draft/kitchens", { revision: 0, rows: [] }, 400],
  ["PUT", "draft/services", { rows: [] }, 400],
  ["PUT", "draft/services", { revision: -1, rows: [] }, 400],
  ["POST", "editions/one/restore", {}, 400],
  ["POST", "editions/99/restore", {}, 404],
  ["POST", "draft/publish", { revision: 0 }, 400],
  ["POST", "draft/publish", { revision: 0, note: ["x"] }, 400],
])("%s /api/%s with %j is refused", async (...[method, path, body, status]) => {
  expect((await town.ask(method, path, body)).status).toBe(status);
});
