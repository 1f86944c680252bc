import { describe, expect, test } from "vitest";
import { relationOf, withRelation } from "../../../client/manage/aims/relations.ts";
import type { Change, Rows, SlotEntry, ZoneFeature } from "../../../client/manage/draft.ts";
import { freeStart, sameStart, tiled } from "../../../client/manage/slots/slotHours.ts";
import { changeSaid } from "../../../client/manage/words/changeWords.ts";
import { waitOf } from "../../../client/manage/words/waits.ts";
import { readZoneFile, type ZoneImport } from "../../../client/manage/zones/readZoneFile.ts";
import { startWords, words } from "../../../client/words.ts";

const change = (part: Change["part"], kind: Change["kind"], { id = "up", fields = [] as string[] } = {}) => ({
  ...{ file: "", part, kind, id, fields },
});
const zone = (id: string, name: string, x = 0): ZoneFeature => ({
  type: "Feature",
  properties: { id, name, population: 100, approximate: true },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [x, 44],
        [x + 1, 44],
        [x + 1, 45],
        [x, 44],
      ],
    ],
  },
});
const service = { id: "up", name: "Unità Ponte", initials: "UP", aims: "care;order", phone: "" };
const turn = {
  ...{ id: "up-1", service: "up", zones: "z", freq: "WEEKLY", interval: "1", byday: "MO,TH", bymonthday: "" },
  ...{ dtstart: "2026-11-23", opens_at: "15:00", closes_at: "19:00", holidays: "open" },
};
const rows: Rows = {
  services: [service],
  schedules: [turn],
  needs: [],
  groups: [],
  slots: [],
  aims: [
    { id: "care", name: "Cura" },
    { id: "order", name: "Ordine" },
  ],
  relations: [],
  zones: [zone("z", "Porto")],
};

describe("a change is told in words", async () => {
  await startWords("it");
  const telling = (before: Partial<Rows>) => ({ t: words.t, lang: "it" as const, before, after: rows });

  test("what is new by its name, a turn by its sentence", () => {
    expect(changeSaid(telling({}), change("services", "added", { id: "up" })).title).toBe(
      "Si aggiunge: servizio Unità Ponte",
    );
    expect(changeSaid(telling({}), change("schedules", "added", { id: "up-1" })).title).toBe(
      "Si aggiunge: turno Unità Ponte, lun, gio 15–19, Porto",
    );
  });

  test("what changed by what it said and says, ids as names, empty as nothing", () => {
    const before = { services: [{ ...service, aims: "care", phone: "0547 1" }] };
    const { fields, wait } = changeSaid(
      telling(before),
      change("services", "changed", { id: "up", fields: ["aims", "phone"] }),
    );
    expect(fields).toEqual([
      { field: "aims", label: "Finalità", before: "Cura", after: "Cura, Ordine" },
      { field: "phone", label: "Telefono", before: "0547 1", after: "niente" },
    ]);
    expect(wait).toBeNull();
  });
});

describe("what changes the meaning of figures waits for 1 January", () => {
  const aims = (before: string, after: string) => ({ before, after });
  const none = aims("", "");

  test.each([
    [change("slots", "changed", { id: "sera", fields: ["from"] }), none, "slots"],
    [change("slots", "changed", { id: "sera", fields: ["name", "name_it"] }), none, null],
    [change("zones", "changed", { id: "z", fields: ["geometry"] }), none, "zones"],
    [
      change("zones", "changed", { id: "z", fields: ["properties.population", "properties.name"] }),
      none,
      null,
    ],
    [change("zones", "changed", { id: "z", fields: ["properties.parent"] }), none, "zones"],
    [change("needs", "added", { id: "acqua" }), none, null],
    [change("needs", "changed", { id: "acqua", fields: ["sensitive"] }), none, "need"],
    [change("services", "changed", { id: "up", fields: ["aims"] }), aims("care", "order;care"), "aim"],
    [change("services", "changed", { id: "up", fields: ["aims"] }), aims("care", "care;order"), null],
    [change("services", "added", { id: "up" }), aims("", "care"), null],
    [change("schedules", "removed", { id: "up-1" }), none, null],
    [change("settings", "changed", { id: "settings", fields: ["disclosure.threshold"] }), none, "settings"],
  ] as const)("%o", (one, sides, wait) => expect(waitOf(one, sides)).toBe(wait));
});

describe("a file of zones", () => {
  const town = [zone("z", "Porto"), zone("y", "Collina", 2)];
  const read = (features: unknown[]) =>
    readZoneFile(JSON.stringify({ type: "FeatureCollection", features }), town) as ZoneImport;

  test("knows the zones again by their id, else by their name", () => {
    const { properties, ...rest } = zone("z", " porto ");
    const { same, redrawn, added, removed } = read([
      { ...rest, properties: { name: properties.name } },
      zone("y", "Colle", 2),
    ]);
    expect([same.length, redrawn.length, added.length, removed.length]).toEqual([2, 0, 0, 0]);
    expect(same[1]?.properties).toMatchObject({ id: "y", name: "Colle", population: 100 });
  });

  test("gives a redrawn zone an id of its own, and keeps what was known of it", () => {
    const { redrawn, removed } = read([{ ...zone("z", "Porto", 9), properties: { id: "z", name: "Porto" } }]);
    expect(redrawn[0]?.is.properties).toEqual({
      id: "z-2",
      name: "Porto",
      population: 100,
      approximate: true,
    });
    expect(removed.map(({ properties }) => properties.id)).toEqual(["y"]);
  });

  test("that is none is refused with what it is", () => {
    expect(readZoneFile("id,name", town)).toEqual({ refused: "json", detail: "id,name" });
    expect(readZoneFile('{"features":[]}', town)).toEqual({ refused: "collection", detail: "" });
    const point = { type: "Feature", properties: { name: "P" }, geometry: { type: "Point" } };
    expect(read([zone("z", "Porto"), point])).toEqual({ refused: "shape", detail: "2" });
    expect(read([{ ...zone("z", "Porto"), properties: {} }])).toEqual({ refused: "name", detail: "1" });
  });
});

test("slots end where the next begins, and fill the day once", () => {
  const slots: SlotEntry[] = [
    { id: "notte", name: "Notte", from: 22, to: 0 },
    { id: "giorno", name: "Giorno", from: 6, to: 0 },
  ];
  expect(tiled(slots, 6).map(({ id, from, to }) => [id, from, to])).toEqual([
    ["giorno", 6, 22],
    ["notte", 22, 6],
  ]);
  expect(freeStart(tiled(slots, 6))).toBe(14);
  expect(sameStart([...slots, { id: "alba", name: "Alba", from: 6, to: 0 }])).toEqual([6]);
});

test("a relation of aims is one, whichever is named first", () => {
  const relations = [{ a: "care", b: "order", relation: "contrasting" }];
  expect(relationOf(relations, "order", "care")).toBe("contrasting");
  expect(withRelation(relations, { a: "order", b: "care", relation: "redundant" })).toEqual([
    { a: "care", b: "order", relation: "redundant" },
  ]);
  expect(withRelation(relations, { a: "order", b: "care", relation: "" })).toEqual([]);
});
