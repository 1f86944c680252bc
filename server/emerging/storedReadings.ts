import { z } from "zod";
import { Reading } from "../../domain/emerging/reading.ts";
import { type Db, rows, sql } from "../db.ts";

/** A close that was read: its week, how many findings (without slow trends) it has and how much is new in it. */
export const ReadClose = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  closed_at: z.string(),
  findings: z.number().int().describe("without slow trends"),
  news: z.number().int(),
});
export type ReadClose = z.infer<typeof ReadClose>;

/** Every close that was read, newest first. */
export const readClosesIn = (published: Db): Promise<ReadClose[]> =>
  rows(
    published,
    ReadClose,
    sql`SELECT epoch AS id, day_from::VARCHAR AS "from", day_to::VARCHAR AS "to",
          strftime(closed_at, '%Y-%m-%dT%H:%M:%SZ') AS closed_at,
          len(list_filter(json_extract_string(reading, '$.findings[*].kind'), lambda kind: kind <> 'trend'))::INTEGER AS findings,
          json_array_length(reading, '$.news')::INTEGER AS news
        FROM emerging JOIN closed_period ON period = epoch ORDER BY day_to DESC`,
  );

const Stored = z.object({
  method: z.number(),
  code_version: z.string(),
  parameters: z.string().transform((text) => z.record(z.string(), z.number()).parse(JSON.parse(text))),
  reading: z.string().transform((text) => Reading.parse(JSON.parse(text))),
});

/** What was stored of a close; `undefined` when it was not read. */
export async function storedReading(
  published: Db,
  epoch: string,
): Promise<z.infer<typeof Stored> | undefined> {
  const [stored] = await rows(
    published,
    Stored,
    sql`SELECT method, code_version, parameters, reading FROM emerging WHERE epoch = ${epoch}`,
  );
  return stored;
}
