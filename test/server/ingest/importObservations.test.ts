import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { rows, sql } from "../../../server/db.ts";
import { recallMapping } from "../../../server/ingest/rememberMapping.ts";
import { type Bench, openBench, townFile } from "./openBench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

test("a row says zone, slot, service and need by id, by name or by initials, in any case", async () => {
  const file = await bench.write(
    "words.csv",
    townFile(
      "2026-09-01,notte,harbour,night,health,1,contact,",
      "01/09/2026,NIGHT,Porto,NU,salute,2–4,handed over,CA",
      "2026-09-01, Notte , HARBOUR ,Unità  Notturna,Health,7,none,",
    ),
  );
  const report = await bench.observations(file);
  expect(report).toMatchObject({ rows: 3, accepted: 3, refused: [], duplicates: 0, unknown: [] });
  const same = { day: "2026-09-01", slot: "notte", zone: "harbour", service: "night", need: "health" };
  expect(await bench.kept()).toEqual([
    { ...same, band: "1", outcome: "contact", handover: null },
    { ...same, band: "2-4", outcome: "handed_over", handover: "canteen" },
    { ...same, band: "5-9", outcome: "none", handover: null },
  ]);
});

test("points become zones and times become operational day and slot; neither is kept", async () => {
  const file = await bench.write(
    "points.csv",
    "when,y,x,who,what\n2026-09-05 01:15,44.125,12.23,Night unit,Health\n2026-09-05T14:00:00Z,44.14,12.25,TP,Conflict\n",
  );
  const mapping = { time: "when", lat: "y", lon: "x", service: "who", need: "what" };
  const report = await bench.observations(file, { mapping });
  expect(report).toMatchObject({ accepted: 2, refused: [] });
  expect(report.warnings.join("\n")).toMatch(
    /No column for band.*"1"[\s\S]*No column for outcome.*"contact"/,
  );
  expect(await bench.kept()).toMatchObject([
    { day: "2026-09-04", slot: "notte", zone: "harbour", service: "night", band: "1", outcome: "contact" },
    { day: "2026-09-05", slot: "pomeriggio", zone: "fields", service: "police" },
  ]);
});

test("values are mapped to words of the network, and the mapping is remembered by name", async () => {
  const file = await bench.write("values.csv", townFile("2026-09-01,notte,harbour,PWDx,Casa,1,contact,"));
  const values = { service: { PWDx: "night" }, need: { casa: "Housing" } };
  expect(await bench.observations(file, { values, remember: "kobo" })).toMatchObject({ accepted: 1 });
  expect(await recallMapping(bench, "kobo")).toEqual({ map: {}, values });
  await expect(bench.observations(file, { values: { service: { PWDx: "nobody" } } })).rejects.toThrow(
    /values of service map pwdx .* \("nobody"\). Known: night, police/,
  );
});

test("unknown words are refused and listed with their counts, and the refused rows lie beside the file", async () => {
  const file = await bench.write(
    "unknown.csv",
    townFile(
      "2026-09-01,notte,harbour,night,Fame,1,contact,",
      "2026-09-01,notte,harbour,night,health,1,contact,",
      '2026-09-01,notte,"har,bour",night,health,1,contact,',
      "2026-09-01,notte,harbour,night,Fame,1,contact,",
    ),
  );
  const report = await bench.observations(file);
  expect(report).toMatchObject({
    rows: 4,
    accepted: 1,
    refused: [
      { reason: "need is not one of the network's", count: 2, firstLines: [2, 5], examples: ['"Fame"'] },
      { reason: "zone is not one of the network's", count: 1, firstLines: [4] },
    ],
    unknown: [
      { field: "need", value: "Fame", count: 2 },
      { field: "zone", value: "har,bour", count: 1 },
    ],
    refusedFile: `${file}.refused.csv`,
  });
  expect(await bench.read("unknown.csv.refused.csv")).toBe(
    [
      "line,reason,date,slot,zone,service,need,band,outcome,handover",
      "2,need is not one of the network's,2026-09-01,notte,harbour,night,Fame,1,contact,",
      '4,zone is not one of the network\'s,2026-09-01,notte,"har,bour",night,health,1,contact,',
      "5,need is not one of the network's,2026-09-01,notte,harbour,night,Fame,1,contact,",
      "",
    ].join("\n"),
  );
});

test("future days, days before 2000, days that do not exist and wrong bands are refused by row", async () => {
  const file = await bench.write(
    "calendar.csv",
    townFile(
      "2026-11-02,notte,harbour,night,health,1,contact,",
      "1999-12-31,notte,harbour,night,health,1,contact,",
      "2026-02-30,notte,harbour,night,health,1,contact,",
      "2026-10-31,notte,harbour,night,health,lots,contact,",
      "2026-10-31,notte,harbour,night,health,1,contact,canteen",
      "2026-11-01,notte,harbour,night,health,1,contact,",
    ),
  );
  const report = await bench.observations(file);
  expect(report.accepted).toBe(1);
  expect(report.refused.map(({ reason, firstLines }) => [firstLines[0], reason])).toEqual([
    [2, "the day is in the future"],
    [3, "the day is before 2000"],
    [4, "date does not read as a date"],
    [5, "band is not one of the network's"],
    [6, "a hand-over is named but the outcome is another"],
  ]);
});

test("the same file twice is all duplicates; with an id, a row is known again in any file of its service", async () => {
  const twice = await bench.write("twice.csv", townFile("2026-09-01,notte,harbour,night,health,1,contact,"));
  expect(await bench.observations(twice)).toMatchObject({ accepted: 1, duplicates: 0 });
  expect(await bench.observations(twice)).toMatchObject({ id: null, accepted: 0, duplicates: 1 });
  const header = "id,date,slot,zone,service,need\n";
  const first = await bench.write(
    "first.csv",
    `${header}a1,2026-09-01,notte,harbour,NU,health\na1,2026-09-01,notte,harbour,NU,health\n`,
  );
  expect(await bench.observations(first)).toMatchObject({ accepted: 1, duplicates: 1 });
  const second = await bench.write(
    "second.csv",
    `${header}a1,2026-09-02,notte,hill,NU,health\na1,2026-09-02,notte,hill,CA,health\n`,
  );
  expect(await bench.observations(second)).toMatchObject({ accepted: 1, duplicates: 1 });
  expect(await bench.counts()).toEqual({ kept: 3, seen: 3, imports: 3 });
});

test("a dry run tells everything and writes nothing, not even the data folder", async () => {
  const file = await bench.write(
    "dry.csv",
    townFile(
      "2026-09-01,notte,harbour,night,health,1,contact,",
      "2026-09-01,notte,harbour,night,Fame,1,contact,",
    ),
  );
  const report = await bench.observations(file, { dryRun: true, remember: "dry" });
  expect(report).toMatchObject({ id: null, rows: 2, accepted: 1, refusedFile: null, dryRun: true });
  expect(await bench.files()).toEqual(["dry.csv"]);
  await bench.observations(file);
  expect(await bench.observations(file, { dryRun: true })).toMatchObject({ accepted: 0, duplicates: 1 });
  expect(await bench.counts()).toEqual({ kept: 1, seen: 1, imports: 1 });
});

test("the order of the file is lost: observations lie by random key, and sources are not linked to them", async () => {
  const bands = Array.from({ length: 200 }, (_, i) => 1 + (i % 25));
  const lines = bands.map((band) => `2026-09-01,notte,harbour,night,health,${band},contact,`);
  await bench.observations(await bench.write("order.csv", townFile(...lines)));
  const keys = await bench.inVault((vault) =>
    rows(
      vault,
      z.object({ key: z.string() }),
      sql`SELECT record_key::VARCHAR AS key FROM observation ORDER BY rowid`,
    ),
  );
  const sorted = keys.map(({ key }) => BigInt(key)).sort((a, b) => (a < b ? -1 : 1));
  expect(keys.map(({ key }) => BigInt(key))).toEqual(sorted);
  expect(new Set(sorted).size).toBe(200);
});

test("progress ends at the whole file", async () => {
  const file = await bench.write("p.csv", townFile("2026-09-01,notte,harbour,night,health,1,contact,"));
  const told: unknown[] = [];
  await bench.observations(file, { onProgress: (progress) => told.push(progress) });
  const totalBytes = (await bench.read("p.csv")).length;
  expect(told.at(-1)).toEqual({ bytes: totalBytes, totalBytes, rows: 1 });
});
