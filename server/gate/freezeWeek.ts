import { z } from "zod";
import type { Period } from "../../domain/period.ts";
import { append, type Db, rows, run, sql, transaction } from "../db.ts";

/**
 * Keeps what a week holds in the snapshot of the close (see `placeObservations`), all or nothing. It goes before the week
 * is published: after a crash between the two it is written again, by the close that publishes it.
 */
export async function freezeWeek(
  { snapshot, vault }: { snapshot: Db; vault: Db },
  { id, from, to }: Pick<Period, "id" | "from" | "to">,
): Promise<void> {
  const counts = await rows(
    snapshot,
    WeekCount,
    sql`SELECT "zone", slot, need, service, count(*)::INTEGER AS n,
          (sum(record_key::HUGEINT) % 18446744073709551616)::VARCHAR AS keys, max(people) AS people,
          bit_or(1 << (isodow(day) - 1)::INTEGER)::INTEGER AS days
        FROM placed WHERE day BETWEEN ${from}::DATE AND ${to}::DATE AND NOT late GROUP BY ALL ORDER BY ALL`,
  );
  await transaction(vault, async (inside) => {
    await run(inside, sql`DELETE FROM week_count WHERE week = ${id}`);
    await run(inside, sql`INSERT OR IGNORE INTO frozen_week VALUES (${id})`);
    if (counts.length === 0) return;
    await append(inside, "week_count", [
      counts.map(() => id),
      ...(["zone", "slot", "need", "service", "n"] as const).map((name) => counts.map((row) => row[name])),
      counts.map(({ keys }) => BigInt(keys)),
      ...(["people", "days"] as const).map((name) => counts.map((row) => row[name])),
    ]);
  });
}

/** Closed weeks of which nothing was kept: those closed before weeks were. */
export async function unfrozenWeeks({ published, vault }: { published: Db; vault: Db }): Promise<Week[]> {
  const kept = await rows(vault, z.object({ week: z.string() }), sql`SELECT week FROM frozen_week`);
  const frozen = new Set(kept.map(({ week }) => week));
  const closed = await rows(
    published,
    Week,
    sql`SELECT period AS id, day_from::VARCHAR AS "from", day_to::VARCHAR AS "to" FROM closed_period
        WHERE kind = 'week' ORDER BY day_from`,
  );
  return closed.filter(({ id }) => !frozen.has(id));
}

const Week = z.object({ id: z.string(), from: z.string(), to: z.string() });
type Week = z.infer<typeof Week>;

const WeekCount = z.object({
  zone: z.string(),
  slot: z.string(),
  need: z.string(),
  service: z.string(),
  n: z.number(),
  keys: z.string(),
  people: z.number(),
  days: z.number(),
});
