import { z } from "zod";
import { instantOf, localOf, operationalDay } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import { addDays, closesAt, nextPeriod, PERIOD_KINDS, type Period, periodOf } from "../../domain/period.ts";
import { type Db, rows, sql } from "../db.ts";

type Sources = { published: Db; vault: Db; network: Pick<Network, "timezone" | "day_start">; now: number };

/**
 * The periods to close now, those that ended first first: their time has come, they are not closed, and the network was
 * at work in their first seven days or before, and in their last seven days or later (a record or an outing). So a
 * period of which a file is still missing, or that began before the network did, is not closed as if it were empty.
 */
export async function duePeriods({ published, vault, network, now }: Sources): Promise<Period[]> {
  const life = await signsOfLife({ published, vault, network });
  if (!life) return [];
  const closed = new Set(
    (await rows(published, Id, sql`SELECT period FROM closed_period`)).map(({ period }) => period),
  );
  const closing = (period: Period) => instantOf(closesAt(period), network.timezone);
  const due: Period[] = [];
  for (const kind of PERIOD_KINDS) {
    for (let period = periodOf(kind, life.first); closing(period) <= now; period = nextPeriod(period)) {
      const covered = life.first <= addDays(period.from, 6) && life.last >= addDays(period.to, -6);
      if (covered && !closed.has(period.id)) due.push(period);
    }
  }
  return due.sort((a, b) => closing(a) - closing(b));
}

/** First and last operational day on which the network observed something or went out; null when never. */
async function signsOfLife({ published, vault, network }: Omit<Sources, "now">) {
  const [seen] = await rows(
    vault,
    Days,
    sql`SELECT min(day)::VARCHAR AS first, max(day)::VARCHAR AS last FROM observation`,
  );
  const [out] = await rows(
    published,
    Instants,
    sql`SELECT epoch_ms(min(started_at))::DOUBLE AS first, epoch_ms(max(started_at))::DOUBLE AS last FROM outing`,
  );
  const dayOf = (instant: number | null | undefined) => {
    if (instant === null || instant === undefined) return [];
    const { date, hour } = localOf(instant, network.timezone);
    return [operationalDay(date, hour, network.day_start)];
  };
  const days = [seen?.first ?? [], seen?.last ?? [], dayOf(out?.first), dayOf(out?.last)].flat().sort();
  const [first, last] = [days[0], days.at(-1)];
  return first !== undefined && last !== undefined ? { first, last } : null;
}

const Id = z.object({ period: z.string() });
const Days = z.object({ first: z.string().nullable(), last: z.string().nullable() });
const Instants = z.object({ first: z.number().nullable(), last: z.number().nullable() });
