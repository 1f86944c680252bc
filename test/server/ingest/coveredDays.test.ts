import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { addDays } from "../../../domain/period.ts";
import { rows, sql } from "../../../server/db.ts";
import { undoImport } from "../../../server/ingest/undoImport.ts";
import { type Bench, openBench, townFile } from "./openBench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const row = (day: string) => `${day},notte,harbour,night,health,1,contact,`;
/** Twelve rows in each of some weeks, from a Monday on. */
const weeks = (monday: string, count: number) =>
  Array.from({ length: count * 12 }, (_, i) => row(addDays(monday, 7 * Math.floor(i / 12) + (i % 7))));
const covered = () =>
  bench.inVault((vault) =>
    rows(
      vault,
      z.object({ days: z.string() }),
      sql`SELECT day_from || ' ' || day_to AS days FROM covered ORDER BY ALL`,
    ),
  );
const days = (...stretches: string[]) => stretches.map((one) => ({ days: one }));

test("a file is of the weeks that have many rows, over a few calm ones, and up to the day before it came in", async () => {
  const lines = [...weeks("2026-08-31", 2), ...weeks("2026-10-05", 2)];
  await bench.observations(await bench.write("a.csv", townFile(...lines)));
  expect(await covered()).toEqual(days("2026-08-31 2026-10-31"));
});

test("a hole of a year divides a file in two, an old file ends with its last week, and one misdated row is of no days", async () => {
  const lines = [row("2000-01-03"), ...weeks("2024-03-04", 3), ...weeks("2025-03-03", 2)];
  await bench.observations(await bench.write("a.csv", townFile(...lines)));
  expect(await covered()).toEqual(days("2024-03-04 2024-03-24", "2025-03-03 2025-03-16"));
});

test("no row in the newest weeks, or one, or nine: the file is of the same days", async () => {
  const seen = [];
  for (const few of [0, 1, 9]) {
    await bench.close();
    bench = await openBench();
    const newest = Array.from({ length: few }, () => row("2026-10-29"));
    await bench.observations(await bench.write("a.csv", townFile(...weeks("2026-09-28", 3), ...newest)));
    seen.push(await covered());
  }
  expect(seen).toEqual([0, 1, 9].map(() => days("2026-09-28 2026-10-31")));
});

test("the same rows again a week later say that the week was calm, once", async () => {
  const file = await bench.write("a.csv", townFile(...weeks("2026-09-28", 3)));
  await bench.observations(file, { today: "2026-10-19" });
  expect(await bench.observations(file, { today: "2026-10-19" })).toMatchObject({ id: null });
  const calm = await bench.observations(file, { today: "2026-10-26" });
  expect(calm).toMatchObject({ id: expect.any(String), accepted: 0 });
  expect(calm.warnings.join()).toContain("the days the file is of");
  expect(await bench.observations(file, { today: "2026-10-26", dryRun: true })).toMatchObject({ id: null });
  expect(await covered()).toEqual(days("2026-09-28 2026-10-18", "2026-09-28 2026-10-25"));
  await undoImport(bench.data, bench.network, calm.id ?? "");
  expect(await covered()).toEqual(days("2026-09-28 2026-10-18"));
});

test("whoever brings a file may say which days it is of, also when nothing was seen on them", async () => {
  const covers = { from: "2026-09-01", to: "2026-09-30" };
  const file = await bench.write("calm.csv", townFile());
  await expect(bench.observations(file)).rejects.toThrow("no rows");
  await expect(bench.observations(file, { covers: { ...covers, to: "2026-11-01" } })).rejects.toThrow(
    "calm.csv: cannot be of 2026-09-01..2026-11-01. Give the first and the last day, both over before today.",
  );
  expect(await bench.observations(file, { covers })).toMatchObject({ accepted: 0, id: expect.any(String) });
  expect(await covered()).toEqual(days("2026-09-01 2026-09-30"));
});
