import { z } from "zod";
import { localOf, operationalDay } from "../domain/civilTime.ts";
import type { Network } from "../domain/network.ts";
import { addDays } from "../domain/period.ts";
import { closeDb, rows, sql } from "./db.ts";
import { openVault } from "./store.ts";

/** What a service observed, as it entered it: nothing by which a record is known, and no time finer than the slot. */
export const OwnEntry = z.object({
  day: z.string(),
  slot: z.string(),
  zone: z.string(),
  need: z.string(),
  band: z.string(),
  outcome: z.string(),
});
export type OwnEntry = z.infer<typeof OwnEntry>;

/** So many operational days back, today's among them, a service sees its own entries. */
const DAYS = 7;

export type OwnEntries = { from: string; to: string; entries: OwnEntry[] };
type Open = { data: string; network: Network; now: number };

/** The entries of one service of the last days, in an order that tells nothing more. The vault is open only while this runs. */
export async function ownEntries({ data, network, now }: Open, service: string): Promise<OwnEntries> {
  const { date, hour } = localOf(now, network.timezone);
  const to = operationalDay(date, hour, network.day_start);
  const from = addDays(to, 1 - DAYS);
  const vault = await openVault(data, network);
  try {
    const entries = await rows(
      vault,
      OwnEntry,
      sql`SELECT day::VARCHAR AS day, slot, "zone", need, band, outcome FROM observation
          WHERE service = ${service} AND day BETWEEN ${from}::DATE AND ${to}::DATE
            AND import_id NOT IN (SELECT import_id FROM withdrawn)
          ORDER BY day, slot, "zone", need, band, outcome`,
    );
    return { from, to, entries };
  } finally {
    await closeDb(vault);
  }
}
