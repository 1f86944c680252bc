import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run, sql } from "../../../server/db.ts";
import { type Bench, openBench, townFile } from "../ingest/openBench.ts";
import { townFolder } from "../town.ts";
import { sguardo } from "./commandLine.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const called = (...words: string[]) => sguardo(...words, "--network", townFolder, "--data", bench.data);
const noted = async () =>
  (await called("trail")).out
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(2).join());

test("what is deleted, copied and taken away from a terminal is in the trail, and what only could be is not", async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `2024-01-0${i + 1},notte,harbour,night,health,1,contact,`);
  await bench.observations(await bench.write("old.csv", townFile(...rows)), { today: "2025-01-02" });
  const year = sql`INSERT INTO closed_period VALUES ('2024', 'year', '2024-01-01', '2024-12-31', now()::TIMESTAMP)`;
  await bench.inPublished((db) => run(db, year));
  await called("retention", "--dry-run");
  expect((await called("retention")).out).toBe("Deleted: observations of 2024.\n");
  await called("retention");
  expect((await called("backup", join(bench.folder, "copies"))).code).toBe(0);
  const { out } = await called("trail", "--csv");
  expect(out).toContain(",trail.exported,trail,");
  expect(await noted()).toEqual([
    `command line,,retention.applied,vault,"{""weeks"":0,""years"":""2024""}"`,
    "command line,,backup.made,backup,{}",
    "command line,,trail.exported,trail,{}",
  ]);
});
