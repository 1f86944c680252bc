import { z } from "zod";
import { localOf } from "../domain/civilTime.ts";
import type { Network } from "../domain/network.ts";
import { addDays } from "../domain/period.ts";
import { type Db, rows, run, sql } from "./db.ts";
import { refreshPresence } from "./presence.ts";

/**
 * Presence from the first outing or closed period (or today) to eight weeks ahead; before that there is none. Years whose
 * zones are not those of today are planned as their own network says (`networkOn`).
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
  for (const span of spansOf({ from, to: addDays(today, 56) }, network, networkOn))
    await refreshPresence(published, span.network, span);
  // Outings taken back may have been older than every one that is left.
  await run(published, sql`DELETE FROM presence_hour WHERE day < ${from}::DATE`);
}

type Days = { from: string; to: string };

/** The days, parted at the new years between networks of other zones. */
function spansOf({ from, to }: Days, network: Network, networkOn: (day: string) => Network) {
  const spans: (Days & { network: Network })[] = [];
  for (let day = from; day <= to; ) {
    const end = `${day.slice(0, 4)}-12-31`;
    const until = end < to ? end : to;
    const then = networkOn(day);
    const planned = sameZones(then, network) ? network : then;
    const last = spans.at(-1);
    if (last?.network === planned) last.to = until;
    else spans.push({ network: planned, from: day, to: until });
    day = addDays(until, 1);
  }
  return spans;
}

const zonesOf = ({ zones }: Network) =>
  zones
    .map(({ id }) => id)
    .sort()
    .join();
const sameZones = (a: Network, b: Network) => a === b || zonesOf(a) === zonesOf(b);
