import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { closeDb, openDb, rows, run, sql, transaction } from "../../server/db.ts";

const N = z.object({ n: z.number() });
const MANY = 40;
const each = Array.from({ length: MANY }, (_, i) => i);

let folder: string;
let schema: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sguardo-db-"));
  schema = join(folder, "schema.sql");
  await writeFile(schema, "CREATE TABLE meta (v INTEGER); CREATE TABLE seen (n INTEGER PRIMARY KEY)");
});
afterAll(() => rm(folder, { recursive: true }));

test("closed under questions and changes, a database answers them first, keeps them, then takes no more", async () => {
  const path = join(folder, "closed.duckdb");
  for (const round of [0, 1, 2, 3, 4]) {
    const db = await openDb(path, schema);
    const asked = each.map((i) => rows(db, N, sql`SELECT count(*)::INTEGER AS n FROM range(${i})`));
    const changed = transaction(db, async (inside) => {
      for (const i of each) await run(inside, sql`INSERT INTO seen VALUES (${round * MANY + i})`);
    });
    await closeDb(db);
    expect(await Promise.all(asked)).toEqual(each.map((i) => [{ n: i }]));
    await changed;
    await expect(rows(db, N, sql`SELECT 1 AS n`)).rejects.toThrow("closed");
    await expect(transaction(db, async () => 1)).rejects.toThrow("closed");
  }
  const again = await openDb(path, schema);
  expect(await rows(again, N, sql`SELECT count(*)::INTEGER AS n FROM seen`)).toEqual([{ n: 5 * MANY }]);
  await closeDb(again);
});

test("nothing of a transaction that failed is kept, not even what its other parts were still asking", async () => {
  const db = await openDb(":memory:", schema);
  await run(db, sql`INSERT INTO seen VALUES (1)`);
  const work = transaction(db, (inside) =>
    Promise.all([1, ...each.map((i) => i + 2)].map((i) => run(inside, sql`INSERT INTO seen VALUES (${i})`))),
  );
  await expect(work).rejects.toThrow(/Duplicate key|transaction is aborted/);
  expect(await rows(db, N, sql`SELECT n FROM seen`)).toEqual([{ n: 1 }]);
  await closeDb(db);
});
