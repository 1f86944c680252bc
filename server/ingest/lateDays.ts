import { z } from "zod";
import { counted } from "../counted.ts";
import { type Db, type Query, rows, run, sql } from "../db.ts";

/** Days, both included, that a closed period holds. */
export type ClosedDays = { from: string; to: string; year: boolean };

/** What the published database has closed; nothing where there is none yet. */
export const closedDays = async (published: Db | undefined): Promise<ClosedDays[]> =>
  published
    ? rows(
        published,
        z.object({ from: z.string(), to: z.string(), year: z.boolean() }),
        sql`SELECT day_from::VARCHAR AS "from", day_to::VARCHAR AS "to", kind = 'year' AS year FROM closed_period`,
      )
    : [];

/** Marks the days of an import that are late: closed by the time it comes in. Its rows of these days count in no week, month or quarter. */
export async function markLate(inside: Db, id: string, closed: readonly ClosedDays[]): Promise<void> {
  const from = closedIn(closed);
  await run(inside, {
    text: `${from.text} INSERT INTO late SELECT DISTINCT import_id, day FROM observation o
      WHERE import_id = $2 AND EXISTS (FROM closed WHERE o.day BETWEEN closed."from" AND closed."to")`,
    values: [...from.values, id],
  });
}

/** How many fresh rows come late, and what becomes of them: in words, because it surprises. */
export async function tellLate(
  inside: Db,
  closed: readonly ClosedDays[],
): Promise<{ late: number; notes: string[] }> {
  const from = closedIn(closed);
  const years = await rows(inside, LateYear, {
    text: `${from.text} SELECT year(day::DATE)::INTEGER AS year, count(*)::INTEGER AS late,
        bool_or(EXISTS (FROM closed WHERE year AND o.day::DATE BETWEEN closed."from" AND closed."to")) AS closed
      FROM fresh_observation o
      WHERE EXISTS (FROM closed WHERE o.day::DATE BETWEEN closed."from" AND closed."to") GROUP BY ALL ORDER BY ALL`,
    values: from.values,
  });
  return { late: years.reduce((sum, { late }) => sum + late, 0), notes: years.map(inWords) };
}

const LateYear = z.object({ year: z.number(), late: z.number(), closed: z.boolean() });

function inWords({ year, late, closed }: z.infer<typeof LateYear>): string {
  const came = `${counted(late, "row comes", "rows come")} after a period of ${late === 1 ? "its day" : "their days"} in ${year} was closed, whose numbers never change:`;
  const they = late === 1 ? "it counts" : "they count";
  return closed
    ? `${came} the year itself is closed too, so ${they} nowhere.`
    : `${came} ${they} in no week, month or quarter, only in the year ${year}, which closes on 1 March ${year + 1}.`;
}

/** The closed days as a table `closed`, bound as `$1`. */
export const closedIn = (closed: readonly ClosedDays[]): Query => ({
  text: `WITH closed AS (SELECT "from"::DATE AS "from", "to"::DATE AS "to", year FROM (SELECT unnest(from_json($1,
    '[{"from":"VARCHAR","to":"VARCHAR","year":"BOOLEAN"}]'), recursive := true)))`,
  values: [JSON.stringify(closed)],
});
