import { z } from "zod";
import { localOf } from "../../domain/civilTime.ts";
import { type Network, retentionOf } from "../../domain/network.ts";
import { monthsAfter } from "../../domain/period.ts";
import { type Db, rows, sql } from "../db.ts";

/** What is over its time. `years`: whose observations go. `weeksBefore`: week counts go up to it. `closed`: years in which what was withdrawn goes. */
export type DueToGo = { years: number[]; weeksBefore: string; closed: number[] };

type Asked = { published: Db; vault: Db; network: Network; now: number };

/**
 * Observations go by whole years, and only of a year that is closed: nothing that is still to be counted is ever lost. A
 * year that could not close (nobody was out in its first or last days) goes a year later all the same.
 */
export async function dueToGo({ published, vault, network, now }: Asked): Promise<DueToGo> {
  const { observation_months, week_count_months } = retentionOf(network);
  const today = localOf(now, network.timezone).date;
  const held = await rows(
    vault,
    Year,
    sql`SELECT DISTINCT year(day)::INTEGER AS year FROM observation ORDER BY year`,
  );
  const closed = new Set(
    (await rows(published, Id, sql`SELECT period AS id FROM closed_period WHERE kind = 'year'`)).map(
      ({ id }) => Number(id),
    ),
  );
  const over = (year: number, months: number) => monthsAfter(`${year + 1}-01-01`, months) <= today;
  return {
    years: held
      .map(({ year }) => year)
      .filter((year) => over(year, observation_months + (closed.has(year) ? 0 : 12))),
    weeksBefore: monthsAfter(today, -week_count_months),
    closed: held.map(({ year }) => year).filter((year) => closed.has(year)),
  };
}

const Year = z.object({ year: z.number() });
const Id = z.object({ id: z.string() });
