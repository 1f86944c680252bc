import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Network } from "../../domain/network.ts";
import { periodOf } from "../../domain/period.ts";
import { closeDb, type Db, rewriteDb, rows, run, sql, transaction } from "../db.ts";
import { rewriteMark } from "../rewriteMark.ts";
import { openVault } from "../store.ts";
import { type DueToGo, dueToGo } from "./dueToGo.ts";

/** What went, or in a dry run would go: years of observations, and how many closed weeks of counts. Never how many rows. */
export type Gone = { years: number[]; weeks: number };

type Applying = { published: Db; network: Network; data: string; now: number; dryRun?: boolean };

/**
 * Deletes from the vault what is over its time, and writes the vault anew so that it is in no byte of it. What is published
 * does not change, and no period of a forgotten year is closed afterwards. The vault must not be open.
 */
export async function applyRetention(applying: Applying): Promise<Gone> {
  const { data, network, dryRun = false } = applying;
  const path = join(data, "vault.duckdb");
  const unfinished = rewriteMark(data, "vault");
  const vault = await openVault(data, network);
  let gone: Gone;
  try {
    const due = await dueToGo({ ...applying, vault });
    gone = { years: due.years, weeks: await weeksOf(vault, due) };
    const anything = gone.years.length + gone.weeks > 0 || (await holdsWithdrawn(vault, due));
    if (dryRun || (!anything && !existsSync(unfinished))) return gone;
    // Killed between the two, the next run still writes the file anew.
    await writeFile(unfinished, "");
    if (anything) await transaction(vault, (inside) => forget(inside, due));
  } finally {
    await closeDb(vault);
  }
  await rewriteDb(path);
  await rm(unfinished, { force: true });
  return gone;
}

async function weeksOf(vault: Db, { weeksBefore }: DueToGo): Promise<number> {
  const [found] = await rows(
    vault,
    z.object({ weeks: z.number() }),
    sql`SELECT count(DISTINCT week)::INTEGER AS weeks FROM week_count WHERE week < ${weekOf(weeksBefore)}`,
  );
  return found?.weeks ?? 0;
}

/** Rows of imports taken back that stayed for months and quarters to close: with the year they have. */
async function holdsWithdrawn(vault: Db, { closed }: DueToGo): Promise<boolean> {
  const found = await rows(
    vault,
    z.object({ year: z.number() }),
    sql`SELECT DISTINCT year(day)::INTEGER AS year FROM observation SEMI JOIN withdrawn USING (import_id)`,
  );
  return found.some(({ year }) => closed.includes(year));
}

async function forget(inside: Db, { years, weeksBefore, closed }: DueToGo): Promise<void> {
  for (const year of closed)
    await run(
      inside,
      sql`DELETE FROM observation WHERE year(day) = ${year} AND import_id IN (SELECT import_id FROM withdrawn)`,
    );
  for (const year of years) {
    await run(inside, sql`DELETE FROM observation WHERE year(day) = ${year}`);
    await run(inside, sql`INSERT OR IGNORE INTO forgotten VALUES (${year})`);
  }
  await run(inside, sql`DELETE FROM withdrawn WHERE import_id NOT IN (SELECT import_id FROM observation)`);
  await run(inside, sql`DELETE FROM week_count WHERE week < ${weekOf(weeksBefore)}`);
  const last = `${Math.max(0, ...years)}-12-31`;
  // Of imports of which nothing is left, what would know their rows again goes too.
  await run(
    inside,
    sql`CREATE TEMP TABLE ended AS SELECT id FROM import WHERE imported_on <= ${last}::DATE
      AND id NOT IN (SELECT import_id FROM observation) AND id NOT IN (SELECT import_id FROM covered WHERE day_to > ${last}::DATE)`,
  );
  await run(inside, sql`DELETE FROM source_seen WHERE import_id IN (SELECT id FROM ended)`);
  await run(inside, sql`DELETE FROM covered WHERE import_id IN (SELECT id FROM ended)`);
  await run(inside, sql`DELETE FROM late WHERE import_id IN (SELECT id FROM ended)`);
  await run(inside, sql`DELETE FROM import WHERE id IN (SELECT id FROM ended)`);
  await run(inside, sql`DROP TABLE ended`);
}

/** The week of a day, like 2026-W47: weeks before it are over. */
const weekOf = (day: string): string => periodOf("week", day).id;
