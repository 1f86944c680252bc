import { z } from "zod";
import { localOf } from "../domain/civilTime.ts";
import { sameLattice } from "../domain/lattice.ts";
import type { Network } from "../domain/network.ts";
import { addDays } from "../domain/period.ts";
import { type Db, rows, run, sql } from "./db.ts";
import { refreshPresence } from "./presence.ts";
import { ALWAYS, keepHours, type Stretch } from "./store.ts";

/**
 * Presence from the first outing or closed period (or today) to eight weeks ahead; before that there is none. Years that
 * counted in another lattice than today's are planned, and their hours named, as their own network says (`networkOn`).
 */
export async function bringPresenceUpToDate(
  published: Db,
  network: Network,
  networkOn: (day: string) => Network = () => network,
): Promise<void> {
  const today = localOf(Date.now(), network.timezone).date;
  const [first] = await rows(
    published,
    z.object({ day: z.string().nullable() }),
    sql`SELECT strftime(min(day), '%Y-%m-%d') AS day FROM
          (SELECT min(started_at)::DATE AS day FROM outing UNION ALL SELECT min(day_from) FROM closed_period)`,
  );
  const from = first?.day ? addDays(first.day, -1) : today;
  const spans = spansOf({ from, to: addDays(today, 56) }, network, networkOn);
  await keepHours(published, spans.map(toEnds));
  for (const span of spans) await refreshPresence(published, span.network, span);
  // Outings taken back may have been older than every one that is left.
  await run(published, sql`DELETE FROM presence_hour WHERE day < ${from}::DATE`);
}

type Days = { from: string; to: string };

/** Days before the first and after the last have the hours of these. */
const toEnds = (span: Stretch, i: number, all: readonly Stretch[]): Stretch => ({
  ...span,
  from: i === 0 ? ALWAYS.from : span.from,
  to: i === all.length - 1 ? ALWAYS.to : span.to,
});

/** The days, parted at the new years between networks of another lattice. */
function spansOf({ from, to }: Days, network: Network, networkOn: (day: string) => Network): Stretch[] {
  const spans: Stretch[] = [];
  for (let day = from; day <= to; ) {
    const end = `${day.slice(0, 4)}-12-31`;
    const until = end < to ? end : to;
    const then = networkOn(day);
    const planned = then === network || sameLattice(then, network) ? network : then;
    const last = spans.at(-1);
    if (last?.network === planned) last.to = until;
    else spans.push({ network: planned, from: day, to: until });
    day = addDays(until, 1);
  }
  return spans;
}
