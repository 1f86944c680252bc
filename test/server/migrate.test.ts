import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { schemas } from "../../server/config.ts";
import { closeDb, type Db, openDb, rows, run, sql } from "../../server/db.ts";
import { SCHEMA } from "../../server/migrate.ts";
import { openPublished, openVault } from "../../server/store.ts";
import { twoZones } from "./twoZones.ts";

const versionOne = join(import.meta.dirname, "..", "fixtures", "schema-1");
const network = twoZones([]);
let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "sguardo-migrate-"));
});
afterEach(() => rm(data, { recursive: true }));

async function madeByVersionOne(database: "published" | "vault", fill: (db: Db) => Promise<void>) {
  const file = database === "vault" ? "vault.sql" : "schema.sql";
  const db = await openDb(join(data, `${database}.duckdb`), join(versionOne, file));
  await run(db, sql`INSERT INTO meta VALUES (1, ${network.id})`);
  await fill(db);
  await closeDb(db);
}

const Column = z.object({ table_name: z.string(), column_name: z.string(), data_type: z.string() });
const columnsOf = (db: Db) =>
  rows(
    db,
    Column,
    sql`SELECT table_name, column_name, data_type FROM duckdb_columns()
      WHERE NOT internal AND table_name <> 'hour_of_week' ORDER BY ALL`,
  );

test("a published database of version 1 opens, keeps its rows and knows which views it published", async () => {
  await madeByVersionOne("published", async (db) => {
    await run(
      db,
      sql`INSERT INTO closed_period VALUES ('2026', 'year', '2026-01-01', '2026-12-31', '2027-01-05')`,
    );
    await run(
      db,
      sql`INSERT INTO published_cell (period, view, "zone", value) VALUES
      ('2026', 'zone', 'harbour', 12), ('2026', 'zone', 'hill', NULL), ('2026', 'total', NULL, 14)`,
    );
  });
  for (const again of [1, 2]) {
    const db = await openPublished(data, network);
    const kept = await rows(
      db,
      z.object({ view: z.string(), variance: z.null() }),
      sql`SELECT view, variance FROM closed_view JOIN closed_period USING (period) ORDER BY view`,
    );
    expect([again, kept.map(({ view }) => view)]).toEqual([again, ["total", "zone"]]);
    expect(
      await rows(db, z.object({ n: z.number() }), sql`SELECT sum(value)::INTEGER AS n FROM published_cell`),
    ).toEqual([{ n: 26 }]);
    await closeDb(db);
  }
});

test("a vault of version 1 opens, keeps its rows and tells from them which days its files are of", async () => {
  await madeByVersionOne("vault", async (db) => {
    await run(
      db,
      sql`INSERT INTO import VALUES
      ('a', 'observations', 'a.csv', 'd', '2026-09-28', 66, 0, 0), ('b', 'observations', 'b.csv', 'd', '2026-09-28', 1, 0, 0)`,
    );
    const many = (from: string, weeks: number) => sql`INSERT INTO observation
      SELECT ${from}::DATE + (7 * (i // 11))::INTEGER, 'night', 'harbour', 'unit', 'food', '1', 'contact', NULL, 'a', i::UBIGINT
      FROM range(${11 * weeks}) AS rows(i)`;
    await run(db, many("2025-03-04", 2));
    await run(db, many("2026-08-05", 1));
    await run(db, many("2026-08-26", 3));
    await run(
      db,
      sql`INSERT INTO observation VALUES
      ('2001-01-01', 'night', 'harbour', 'unit', 'food', '1', 'contact', NULL, 'b', 1)`,
    );
  });
  const db = await openVault(data, network);
  const covered = await rows(
    db,
    z.object({ from: z.string(), to: z.string() }),
    sql`SELECT day_from::VARCHAR AS "from", day_to::VARCHAR AS "to" FROM covered ORDER BY ALL`,
  );
  expect(covered).toEqual([
    { from: "2025-03-03", to: "2025-03-16" },
    { from: "2026-08-03", to: "2026-09-27" },
  ]);
  expect(
    await rows(db, z.object({ n: z.number() }), sql`SELECT count(*)::INTEGER AS n FROM observation`),
  ).toEqual([{ n: 67 }]);
  await closeDb(db);
});

test("a database brought up to date is made like a new one", async () => {
  await madeByVersionOne("published", async () => undefined);
  await madeByVersionOne("vault", async () => undefined);
  const fresh = join(data, "fresh");
  for (const open of [openPublished, openVault]) {
    const [old, made] = [await open(data, network), await open(fresh, network)];
    expect(await columnsOf(old)).toEqual(await columnsOf(made));
    await closeDb(old);
    await closeDb(made);
  }
});

test("a migration that fails changes nothing", async () => {
  await madeByVersionOne("vault", (db) => run(db, sql`CREATE TABLE covered (other INTEGER)`));
  await expect(openVault(data, network)).rejects.toThrow("already exists");
  const db = await openDb(join(data, "vault.duckdb"), schemas.vault);
  const version = await rows(db, z.object({ v: z.number() }), sql`SELECT schema_version AS v FROM meta`);
  await closeDb(db);
  expect(version).toEqual([{ v: 1 }]);
});

test("every version has a migration for both databases", async () => {
  for (let version = 2; version <= SCHEMA; version++) {
    for (const database of ["published", "vault"])
      expect(await readFile(join(schemas.migrations, database, `${version}.sql`), "utf8")).not.toBe("");
  }
});
