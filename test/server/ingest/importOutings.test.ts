import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bench, openBench } from "./openBench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const outings = (...lines: string[]): string => ["service,zones,from,to", ...lines, ""].join("\n");

test("an outing in several zones is kept once for each, to the minute, in UTC", async () => {
  const file = await bench.write(
    "o.csv",
    outings(
      "NU,harbour;Collina,2026-09-04T21:00,2026-09-05T01:30",
      "canteen,market,2026-01-10 12:00:40,2026-01-10 14:00",
    ),
  );
  expect(await bench.outings(file)).toMatchObject({
    kind: "outings",
    rows: 2,
    accepted: 2,
    duplicates: 0,
    refused: [],
  });
  const night = { service: "night", from: "2026-09-04T19:00Z", to: "2026-09-04T23:30Z" };
  expect(await bench.keptOutings()).toEqual([
    { service: "canteen", zone: "market", from: "2026-01-10T11:00Z", to: "2026-01-10T13:00Z" },
    { ...night, zone: "harbour" },
    { ...night, zone: "hill" },
  ]);
});

test("outings on the nights the clocks change last as long as they lasted", async () => {
  const file = await bench.write(
    "dst.csv",
    outings(
      "NU,hill,2026-03-29T01:30,2026-03-29T03:30",
      "NU,hill,2026-10-25T02:30+02:00,2026-10-25T02:30+01:00",
      "NU,hill,2026-10-24T22:00,2026-10-25T06:00",
    ),
  );
  expect(await bench.outings(file)).toMatchObject({ accepted: 3 });
  const minutes = (await bench.keptOutings()).map(
    ({ from, to }) => (Date.parse(to) - Date.parse(from)) / 60_000,
  );
  expect(minutes).toEqual([60, 9 * 60, 60]);
});

test("an outing known already is a duplicate, whatever file brings it", async () => {
  const line = "NU,harbour,2026-09-04T21:00,2026-09-05T01:00";
  await bench.outings(await bench.write("a.csv", outings(line)));
  const again = outings(
    "TP,hill,2026-09-04T10:00,2026-09-04T11:00",
    line,
    "night,Porto,2026-09-04T19:00Z,2026-09-04T23:00Z",
  );
  expect(await bench.outings(await bench.write("b.csv", again))).toMatchObject({
    accepted: 1,
    duplicates: 2,
  });
  expect(await bench.keptOutings()).toHaveLength(2);
});

test("outings that cannot have been are refused by row", async () => {
  const file = await bench.write(
    "bad.csv",
    outings(
      "NU,harbour,2026-09-05T01:00,2026-09-05T01:00",
      "NU,harbour,2026-09-05T01:00,2026-09-04T23:00",
      "NU,harbour,2026-09-05T01:00,2026-10-05T01:00",
      "NU,harbour,2026-11-02T10:00,2026-11-02T11:00",
      "NU,harbour;moon,2026-09-05T01:00,2026-09-05T02:00",
      "NU,harbour,morning,2026-09-05T02:00",
      "NU,,2026-09-05T01:00,2026-09-05T02:00",
    ),
  );
  const report = await bench.outings(file);
  expect(report).toMatchObject({ id: null, accepted: 0, rows: 7 });
  expect(report.refused.map(({ reason, firstLines }) => [firstLines, reason])).toEqual([
    [[2, 3], "the outing ends before it begins"],
    [[4], "the outing lasts more than 7 days"],
    [[5], "the outing is in the future"],
    [[6], "zones is not one of the network's"],
    [[7], "from does not read as a date and time"],
    [[8], "zones is empty"],
  ]);
  expect(await bench.keptOutings()).toEqual([]);
});

test("tonight's outing may end after midnight: it belongs to today", async () => {
  const file = await bench.write("today.csv", outings("NU,harbour,2026-11-02T01:00,2026-11-02T03:00"));
  expect(await bench.outings(file)).toMatchObject({ accepted: 1 });
});

test("an outing may not end in the future: it ends with today's night at the latest", async () => {
  const file = await bench.write(
    "long.csv",
    outings(
      "NU,harbour,2026-11-01T22:00,2026-11-02T06:00",
      "NU,harbour,2026-11-01T22:00,2026-11-02T06:01",
      "NU,hill,2026-10-31T22:00,2026-11-05T01:00",
    ),
  );
  const report = await bench.outings(file);
  expect(report).toMatchObject({ accepted: 1 });
  expect(report.refused).toMatchObject([{ reason: "the outing ends in the future", firstLines: [3, 4] }]);
});

test("a dry run of outings writes nothing", async () => {
  const file = await bench.write("dry.csv", outings("NU,harbour,2026-09-04T21:00,2026-09-05T01:00"));
  expect(await bench.outings(file, { dryRun: true })).toMatchObject({ id: null, accepted: 1 });
  expect(await bench.files()).toEqual(["dry.csv"]);
});
