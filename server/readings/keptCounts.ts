import type { Network } from "../../domain/network.ts";
import { type Db, numbers, sql } from "../db.ts";

/** What indices stand for, everywhere in the columns of a reading. */
export type Names = Record<"zones" | "slots" | "needs" | "services", string[]>;

export const namesOf = ({ zones, slots, needs, services }: Network): Names => ({
  zones: zones.map(({ id }) => id),
  slots: slots.map(({ id }) => id),
  needs: needs.map(({ id }) => id),
  services: services.map(({ id }) => id),
});

/**
 * What was kept of closed weeks, in parallel columns, weeks in order: indices (slot and service −1: the network has them
 * no more), rows, sum of their record keys, lower limit of the largest group, days as bits.
 */
export type Counts = Record<
  "week" | "zone" | "slot" | "need" | "service" | "n" | "people" | "days",
  Float64Array
> & { keys: BigUint64Array };

/** `weeks`: calendar weeks without a gap, oldest first. */
export type Kept = { weeks: string[]; counts: Counts };

/** The part of what was kept that is of these calendar weeks, as a copy. */
export function weeksOf({ weeks, counts }: Kept, { length, 0: first }: readonly { id: string }[]): Counts {
  const start = weeks.indexOf(first?.id ?? "");
  const [from, to] = [start, start + length].map((week) => {
    const at = counts.week.findIndex((one) => one >= week);
    return at < 0 ? counts.week.length : at;
  });
  const { keys, ...columns } = counts;
  const part = Object.entries(columns).map(([name, column]) => [name, column.slice(from, to)]);
  const copy: Counts = { ...Object.fromEntries(part), keys: keys.slice(from, to) };
  return { ...copy, week: copy.week.map((week) => week - start) };
}

/** @param weeks calendar weeks without a gap, oldest first */
export async function keptCounts(vault: Db, weeks: string[], names: Names): Promise<Kept> {
  const list = (ids: readonly string[]) => JSON.stringify(ids);
  const { high, low, ...columns } = await numbers(
    vault,
    ["week", "zone", "slot", "need", "service", "n", "people", "days", "high", "low"],
    sql`SELECT * FROM (
          SELECT list_position(from_json(${list(weeks)}, '["VARCHAR"]'), week)::DOUBLE - 1 AS w,
            list_position(from_json(${list(names.zones)}, '["VARCHAR"]'), "zone")::DOUBLE - 1 AS z,
            coalesce(list_position(from_json(${list(names.slots)}, '["VARCHAR"]'), slot), 0)::DOUBLE - 1 AS s,
            list_position(from_json(${list(names.needs)}, '["VARCHAR"]'), need)::DOUBLE - 1 AS d,
            coalesce(list_position(from_json(${list(names.services)}, '["VARCHAR"]'), service), 0)::DOUBLE - 1 AS v,
            n::DOUBLE, people::DOUBLE, days::DOUBLE, (keys >> 32)::DOUBLE, (keys & 4294967295)::DOUBLE
          FROM week_count)
        WHERE w IS NOT NULL AND z IS NOT NULL AND d IS NOT NULL ORDER BY ALL`,
  );
  const keys = BigUint64Array.from(high, (part, i) => (BigInt(part) << 32n) | BigInt(low[i] ?? 0));
  return { weeks, counts: { ...columns, keys } };
}
