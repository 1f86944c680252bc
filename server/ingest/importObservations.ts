import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { schemas } from "../config.ts";
import { closeDb, type Db, openDb, rows, run, sql } from "../db.ts";
import { openSecret, openVault } from "../store.ts";
import { cover, coveredDays, coversMore } from "./coveredDays.ts";
import { observationFields } from "./fields.ts";
import { importFile, type Moved } from "./importFile.ts";
import type { Inspected } from "./inspectFile.ts";
import { type ClosedDays, closedDays, markLate, tellLate } from "./lateDays.ts";
import { ObservationReader } from "./ObservationReader.ts";
import { Refusal } from "./Refusal.ts";
import { recordImport } from "./recordImport.ts";
import type { ImportOptions, ImportReport } from "./report.ts";
import { SourceDigest } from "./SourceDigest.ts";

export type { ImportReport };

/**
 * Brings a CSV (or CSV.gz) of observations into the vault.
 * @throws ImportRefused when the file as a whole cannot be believed; nothing was changed
 */
export async function importObservations(options: ImportOptions): Promise<ImportReport> {
  const { vault, secret } = await openKept(options);
  try {
    const closed = await closedDays(options.published);
    return await importFile(vault, options, {
      kind: "observations",
      fields: observationFields,
      staged: { table: "staged_observation", create: createStaged },
      reader: ({ cells, file }) => {
        const source = new SourceDigest(secret, file.digest);
        const reader = new ObservationReader({ ...options, file: file.name, cells, source });
        return {
          read: (row, line) => {
            const read = reader.read(row, line);
            return read instanceof Refusal ? read : [read];
          },
          finish: () => reader.finish(),
        };
      },
      move: (inside, told) => move(inside, { ...options, closed }, told),
    });
  } finally {
    await closeDb(vault);
  }
}

const createStaged = sql`CREATE TEMP TABLE staged_observation (
  day VARCHAR, slot VARCHAR, "zone" VARCHAR, service VARCHAR, need VARCHAR, band VARCHAR, outcome VARCHAR,
  handover VARCHAR, source UBIGINT, record_key UBIGINT, line INTEGER)`;

async function move(
  inside: Db,
  options: ImportOptions & { closed: ClosedDays[] },
  { file, refused }: { file: Inspected; refused: number },
): Promise<Moved> {
  await run(
    inside,
    sql`CREATE TEMP TABLE fresh_observation AS SELECT * FROM staged_observation ANTI JOIN source_seen USING (source)
      QUALIFY row_number() OVER (PARTITION BY source ORDER BY line) = 1`,
  );
  const [count] = await rows(
    inside,
    z.object({ accepted: z.number(), staged: z.number() }),
    sql`SELECT (SELECT count(*) FROM fresh_observation)::INTEGER AS accepted,
      (SELECT count(*) FROM staged_observation)::INTEGER AS staged`,
  );
  const { accepted, staged } = count ?? { accepted: 0, staged: 0 };
  const moved = { accepted, duplicates: staged - accepted, ...(await tellLate(inside, options.closed)) };
  const days = await coveredDays(inside, options);
  const nothing = accepted === 0 && !(await coversMore(inside, days));
  if (options.dryRun || nothing) return { id: null, ...moved };
  const { today } = options;
  const id = await recordImport(inside, {
    kind: "observations",
    file,
    today,
    accepted,
    refused,
    duplicates: moved.duplicates,
  });
  await cover(inside, id, days);
  // Ordered by random keys: the order of the file, which could lead back to somebody, is lost.
  await run(
    inside,
    sql`INSERT INTO observation SELECT day::DATE, slot, "zone", service, need, band, outcome, handover, ${id}, record_key
      FROM fresh_observation ORDER BY record_key`,
  );
  await run(inside, sql`INSERT INTO source_seen SELECT source, ${id} FROM fresh_observation ORDER BY source`);
  await markLate(inside, id, options.closed);
  return { id, ...moved };
}

/** The vault and the secret; for a dry run where there are none, ones that vanish. */
async function openKept({
  data,
  network,
  dryRun,
  published,
}: ImportOptions): Promise<{ vault: Db; secret: Buffer }> {
  const made = existsSync(join(data, "vault.duckdb")) && existsSync(join(data, "secret"));
  if (dryRun && !made) return { vault: await openDb(":memory:", schemas.vault), secret: randomBytes(32) };
  const vault = await openVault(data, network);
  await run(vault, sql`SET memory_limit = '256MB'`);
  return { vault, secret: await openSecret(data, { vault, published }) };
}
