import { z } from "zod";
import { addDays } from "../../domain/period.ts";
import { type Db, rows, run, sql } from "../db.ts";
import type { ImportOptions } from "./report.ts";

/** A stretch of operational days, both included, that a file is of. */
export type Days = { from: string; to: string };

/** A week of fewer rows says neither that the file is of it nor that it is not: one row must not decide what closes. */
const LEAST_ROWS = 10;

/** Calm weeks that do not end a stretch. */
const CALM_WEEKS = 4;

/**
 * The days a staged file of observations is of: those stated, else told from its weeks of ten rows or more, joined over
 * four calm weeks, and up to the day before the import when the last such week is as near. Nothing in it depends on
 * whether a single row is there, and one misdated row is of no days.
 */
export async function coveredDays(inside: Db, { covers, today }: ImportOptions): Promise<Days[]> {
  if (covers) return [covers];
  const weeks = await rows(
    inside,
    z.object({ week: z.string() }),
    sql`SELECT date_trunc('week', day::DATE)::DATE::VARCHAR AS week FROM staged_observation
      GROUP BY ALL HAVING count(*) >= ${LEAST_ROWS} ORDER BY week`,
  );
  return stretches(
    weeks.map(({ week }) => week),
    addDays(today, -1),
  );
}

/** Notes the days of an import. */
export async function cover(inside: Db, id: string, days: readonly Days[]): Promise<void> {
  for (const { from, to } of days)
    await run(inside, sql`INSERT INTO covered VALUES (${id}, ${from}::DATE, ${to}::DATE)`);
}

/** Whether no earlier file is of some of these days. */
export async function coversMore(inside: Db, days: readonly Days[]): Promise<boolean> {
  const more = await rows(
    inside,
    z.object({ day: z.string() }),
    sql`SELECT day::VARCHAR AS day FROM (
        SELECT unnest(generate_series("from"::DATE, "to"::DATE, INTERVAL 1 DAY)) AS day FROM
          (SELECT unnest(from_json(${JSON.stringify(days)}, '[{"from":"VARCHAR","to":"VARCHAR"}]'), recursive := true))
        EXCEPT SELECT unnest(generate_series(day_from, day_to, INTERVAL 1 DAY)) FROM covered) LIMIT 1`,
  );
  return more.length > 0;
}

/** @param weeks Mondays, in order; @param last the last day that is over */
function stretches(weeks: readonly string[], last: string): Days[] {
  const calm = 7 * CALM_WEEKS;
  const found: Days[] = [];
  for (const week of weeks) {
    const before = found.at(-1);
    if (before && week <= addDays(before.to, calm + 1)) before.to = addDays(week, 6);
    else found.push({ from: week, to: addDays(week, 6) });
  }
  const newest = found.at(-1);
  if (newest && addDays(newest.to, calm) >= last) newest.to = last;
  return found.filter(({ from, to }) => from <= to);
}
