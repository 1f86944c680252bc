import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type Db, rows, run, sql } from "../../../server/db.ts";
import { duePeriods } from "../../../server/gate/duePeriods.ts";
import { applyRetention } from "../../../server/retention/applyRetention.ts";
import { type Bench, openBench, townFile } from "../ingest/openBench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const march = (year: number) => Date.UTC(year, 2, 10);
const row = (day: string) => `${day},notte,harbour,night,health,1,contact,`;
/** A row for each of nine days at either end of a year: it was lived through. */
const lived = (year: number) =>
  Array.from({ length: 9 }, (_, i) => [row(`${year}-01-0${i + 1}`), row(`${year}-12-${i + 23}`)]).flat();

async function published<T>(ask: (db: Db) => Promise<T>): Promise<T> {
  return bench.inPublished(ask);
}
const closeYear = (year: number) =>
  published((db) =>
    run(
      db,
      sql`INSERT INTO closed_period VALUES (${String(year)}, 'year', ${`${year}-01-01`}::DATE, ${`${year}-12-31`}::DATE, now()::TIMESTAMP)`,
    ),
  );
const forget = (now: number, dryRun = false) =>
  published((db) => applyRetention({ published: db, network: bench.network, data: bench.data, now, dryRun }));
const daysKept = async () => [...new Set((await bench.kept()).map(({ day }) => day.slice(0, 4)))];
const cellsNow = () =>
  published(async (db) => {
    await run(db, sql`INSERT INTO published_cell (period, view, value) VALUES ('2024', 'total', 41)`);
    return rows(db, z.record(z.string(), z.unknown()), sql`FROM published_cell`);
  });

async function importYears(...years: number[]): Promise<void> {
  for (const year of years) {
    const file = await bench.write(`y${year}.csv`, townFile(...lived(year)));
    await bench.observations(file, { today: `${year + 1}-01-02` });
  }
}

const Key = z.object({ key: z.bigint() });
/** Random keys of the rows of a year, as eight bytes: nothing is more surely only theirs. */
async function keysOf(year: number): Promise<Buffer[]> {
  const keys = await bench.inVault((vault) =>
    rows(vault, Key, sql`SELECT record_key AS key FROM observation WHERE year(day) = ${year}`),
  );
  return keys.map(({ key }) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(key);
    return bytes;
  });
}
const inBytes = async (keys: Buffer[]) => {
  const bytes = await readFile(join(bench.data, "vault.duckdb"));
  return keys.filter((key) => bytes.includes(key)).length;
};

test("observations go a year after the end of their closed year, and stay until then", async () => {
  await importYears(2024, 2025);
  await closeYear(2024);
  expect(await forget(Date.UTC(2025, 11, 30))).toEqual({ years: [], weeks: 0 });
  expect(await forget(Date.UTC(2026, 0, 2), true)).toEqual({ years: [2024], weeks: 0 });
  expect(await daysKept()).toEqual(["2024", "2025"]);
  expect(await forget(Date.UTC(2026, 0, 2))).toEqual({ years: [2024], weeks: 0 });
  expect(await daysKept()).toEqual(["2025"]);
  expect(await forget(Date.UTC(2026, 0, 2))).toEqual({ years: [], weeks: 0 });
});

test("a year that is not closed waits another year", async () => {
  await importYears(2024);
  expect((await forget(march(2026))).years).toEqual([]);
  expect((await forget(march(2027))).years).toEqual([2024]);
});

test("what was deleted is in no byte of the vault, and what stays is", async () => {
  await importYears(2024, 2025);
  await closeYear(2024);
  const [gone, kept] = [await keysOf(2024), await keysOf(2025)];
  expect([await inBytes(gone), await inBytes(kept)]).toEqual([gone.length, kept.length]);
  await forget(march(2026));
  expect([await inBytes(gone), await inBytes(kept)]).toEqual([0, kept.length]);
});

test("nothing published changes, nothing closes again, and the file can come in without being counted", async () => {
  await importYears(2024, 2025);
  await closeYear(2024);
  const before = await cellsNow();
  await forget(march(2026));
  expect(
    await published((db) => rows(db, z.record(z.string(), z.unknown()), sql`FROM published_cell`)),
  ).toEqual(before);
  const file = await bench.write("late.csv", townFile(...lived(2024), row("2024-06-01")));
  expect(await bench.observations(file)).toMatchObject({ accepted: 19, duplicates: 0 });
  const due = () =>
    published((db) =>
      bench.inVault(async (vault) => {
        const found = await duePeriods({ published: db, vault, network: bench.network, now: march(2026) });
        return [...new Set(found.map(({ from }) => from.slice(0, 4)))].sort();
      }),
    );
  await bench.inVault((vault) =>
    run(vault, sql`INSERT INTO covered VALUES ('x', '2024-01-01', '2025-12-31')`),
  );
  expect(await due()).toEqual(["2025"]);
  expect((await forget(march(2026))).years).toEqual([2024]);
  await bench.inVault((vault) => run(vault, sql`DELETE FROM forgotten`));
  expect(await due()).toEqual(["2024", "2025"]);
});

test("counts of closed weeks go after three years; that the week was closed stays known", async () => {
  await bench.inVault(async (vault) => {
    for (const week of ["2023-W09", "2023-W12", "2026-W01"]) {
      await run(vault, sql`INSERT INTO frozen_week VALUES (${week})`);
      await run(
        vault,
        sql`INSERT INTO week_count VALUES (${week}, 'hill', 'notte', 'health', 'night', 2, 1, 1, 1)`,
      );
    }
  });
  expect(await forget(Date.UTC(2026, 2, 18))).toEqual({ years: [], weeks: 1 });
  const Week = z.object({ week: z.string() });
  const left = await bench.inVault((vault) =>
    rows(vault, Week, sql`SELECT week FROM week_count ORDER BY week`),
  );
  expect(left.map(({ week }) => week)).toEqual(["2023-W12", "2026-W01"]);
  const frozen = await bench.inVault((vault) => rows(vault, Week, sql`SELECT week FROM frozen_week`));
  expect(frozen).toHaveLength(3);
});
