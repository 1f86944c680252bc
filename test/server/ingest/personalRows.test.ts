import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bench, openBench, townFile } from "./openBench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

test("what looks like somebody's data is not repeated in the report", async () => {
  const file = await bench.write(
    "personal.csv",
    townFile(
      "2026-09-01,notte,harbour,night,333 1234567,1,contact,",
      "2026-09-01,notte,harbour,night,RSSMRA80A01H501U,1,contact,",
    ),
  );
  const report = await bench.observations(file);
  expect(JSON.stringify(report)).not.toMatch(/1234567|RSSMRA/);
  expect(report).toMatchObject({
    accepted: 0,
    refused: [
      { reason: "need holds what looks like personal data", count: 2, firstLines: [2, 3], examples: [] },
    ],
    unknown: [],
  });
  expect(await bench.read("personal.csv.refused.csv")).not.toMatch(/1234567|RSSMRA/);
});

test("what stands where a point should, and is none, is personal data like anywhere else", async () => {
  const lines = ["RSSMRA80A01H501U,12.241", "44.121,333 1234567", "3331234567,12.241", "44.121,nowhere"];
  const text = lines.map((point) => `2026-09-01 12:00,${point},NU,health`);
  const file = await bench.write("points.csv", ["time,lat,lon,service,need", ...text, ""].join("\n"));
  const report = await bench.observations(file);
  expect(report.refused).toMatchObject([
    { reason: "lat holds what looks like personal data", count: 2 },
    { reason: "lon holds what looks like personal data", count: 1 },
    { reason: "longitude is not a number", count: 1, examples: ['"nowhere"'] },
  ]);
  const refused = await bench.read("points.csv.refused.csv");
  expect(refused).not.toMatch(/1234567|RSSMRA/);
  expect(refused).toContain(",44.121,nowhere,");
});
