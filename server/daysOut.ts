import { z } from "zod";
import { localOf, operationalDay } from "../domain/civilTime.ts";
import type { Network } from "../domain/network.ts";
import { type Db, rows, sql } from "./db.ts";

/** Operational days on which somebody went out. */
export async function daysOut(
  published: Db,
  { timezone, day_start }: Pick<Network, "timezone" | "day_start">,
): Promise<Set<string>> {
  const started = await rows(
    published,
    z.object({ at: z.number() }),
    sql`SELECT DISTINCT epoch_ms(started_at)::DOUBLE AS at FROM outing`,
  );
  return new Set(
    started.map(({ at }) => {
      const { date, hour } = localOf(at, timezone);
      return operationalDay(date, hour, day_start);
    }),
  );
}
