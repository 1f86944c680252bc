import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { schemas } from "../config.ts";
import { closeDb, type Db, openDb, rows, run, sql } from "../db.ts";
import { openPublished } from "../store.ts";
import { outingFields } from "./fields.ts";
import { importFile, type Moved } from "./importFile.ts";
import type { Inspected } from "./inspectFile.ts";
import { OutingReader } from "./OutingReader.ts";
import { recordImport } from "./recordImport.ts";
import type { ImportOptions, ImportReport } from "./report.ts";

/**
 * Brings a CSV (or CSV.gz) of outings into the published database. The caller then refreshes presence (`refreshPresence`).
 * @throws ImportRefused when the file as a whole cannot be believed; nothing was changed
 */
export async function importOutings(options: ImportOptions): Promise<ImportReport> {
  const published = options.published ?? (await openKept(options));
  try {
    return await importFile(published, options, {
      kind: "outings",
      fields: outingFields,
      staged: { table: "staged_outing", create: createStaged },
      reader: ({ cells }) => new OutingReader({ ...options, cells }),
      move: (inside, told) => move(inside, options, told),
    });
  } finally {
    if (!options.published) await closeDb(published);
  }
}

const createStaged = sql`CREATE TEMP TABLE staged_outing (
  line INTEGER, service VARCHAR, "zone" VARCHAR, started INTEGER, ended INTEGER)`;

async function move(
  inside: Db,
  options: ImportOptions,
  { file, refused }: { file: Inspected; refused: number },
): Promise<Moved> {
  await run(
    inside,
    sql`CREATE TEMP TABLE fresh_outing AS
      SELECT service, "zone", make_timestamp(started::BIGINT * 60000000) AS started_at,
        make_timestamp(ended::BIGINT * 60000000) AS ended_at, min(line) AS line
      FROM staged_outing GROUP BY ALL`,
  );
  await run(
    inside,
    sql`DELETE FROM fresh_outing AS fresh WHERE EXISTS (SELECT 1 FROM outing WHERE outing.service = fresh.service
      AND outing."zone" = fresh."zone" AND outing.started_at = fresh.started_at AND outing.ended_at = fresh.ended_at)`,
  );
  const [count] = await rows(
    inside,
    z.object({ accepted: z.number(), staged: z.number() }),
    sql`SELECT (SELECT count(DISTINCT line) FROM fresh_outing)::INTEGER AS accepted,
      (SELECT count(DISTINCT line) FROM staged_outing)::INTEGER AS staged`,
  );
  const { accepted, staged } = count ?? { accepted: 0, staged: 0 };
  const duplicates = staged - accepted;
  // Presence is exact and never closed: an outing is never late.
  const moved = { accepted, duplicates, late: 0, notes: [] };
  if (options.dryRun || accepted === 0) return { id: null, ...moved };
  const { today } = options;
  const id = await recordImport(inside, { kind: "outings", file, today, accepted, refused, duplicates });
  await run(
    inside,
    sql`INSERT INTO outing SELECT service, "zone", started_at, ended_at, ${id} FROM fresh_outing
      ORDER BY started_at, service, "zone"`,
  );
  return { id, ...moved };
}

async function openKept({ data, network, dryRun }: ImportOptions): Promise<Db> {
  if (dryRun && !existsSync(join(data, "published.duckdb"))) return openDb(":memory:", schemas.published);
  return openPublished(data, network);
}
