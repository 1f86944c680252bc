import { z } from "zod";
import { instantOf } from "../../domain/civilTime.ts";
import { sameLattice } from "../../domain/lattice.ts";
import type { Network } from "../../domain/network.ts";
import {
  addDays,
  closesAt,
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  periodOf,
} from "../../domain/period.ts";
import { daysOut } from "../daysOut.ts";
import { type Db, rows, sql } from "../db.ts";

type Sources = {
  published: Db;
  vault: Db;
  network: Pick<Network, "timezone" | "day_start">;
  networkOn?: NetworkOn | undefined;
  now: number;
};

/** The network whose zones, slots, needs and views were in force on an operational day (ISO date). */
export type NetworkOn = (day: string) => Network;

/**
 * The periods to close now, those that ended first first: their time has come, they are not closed, and the network
 * lived through their own first and last seven days: somebody went out in them, or files are of all of them. So a
 * period of which a file is missing, or before or between the times of which there are data, is not closed as if it
 * were empty. Nor is ever one in which the lattice changes: it would have cells of both. And since no observation is looked at, what closes when does not tell whether there is any.
 */
export async function duePeriods({ published, vault, network, networkOn, now }: Sources): Promise<Period[]> {
  const life = { out: await daysOut(published, network), covered: await daysCovered(vault) };
  const days = [...new Set([...life.out, ...life.covered])].sort();
  const forgotten = await yearsForgotten(vault);
  const closed = new Set(
    (await rows(published, Id, sql`SELECT period FROM closed_period`)).map(({ period }) => period),
  );
  const closing = (period: Period) => instantOf(closesAt(period), network.timezone);
  const ripe = (period: Period) =>
    !closed.has(period.id) && !heldBy(forgotten, period) && closing(period) <= now;
  return PERIOD_KINDS.flatMap((kind) => periodsWith(kind, days))
    .filter((period) => ripe(period) && livedThrough(period, life) && ofOneLattice(period, networkOn))
    .sort((a, b) => closing(a) - closing(b));
}

function ofOneLattice({ from, to }: Period, networkOn: NetworkOn | undefined): boolean {
  if (!networkOn) return true;
  const [first, last] = [networkOn(from), networkOn(to)];
  return first === last || sameLattice(first, last);
}

type Life = { out: ReadonlySet<string>; covered: ReadonlySet<string> };

function livedThrough({ from, to }: Period, { out, covered }: Life): boolean {
  return [from, addDays(to, -6)].every((first) => {
    const week = Array.from({ length: 7 }, (_, i) => addDays(first, i));
    return week.some((day) => out.has(day)) || week.every((day) => covered.has(day));
  });
}

/** The periods of a kind that hold some of these days (in order). */
function periodsWith(kind: PeriodKind, days: readonly string[]): Period[] {
  const found: Period[] = [];
  for (const day of days) if (day > (found.at(-1)?.to ?? "")) found.push(periodOf(kind, day));
  return found;
}

/** Years whose observations are gone: what would close now would be published as if there had been none. */
async function yearsForgotten(vault: Db): Promise<Set<number>> {
  const years = await rows(vault, z.object({ year: z.number() }), sql`SELECT year FROM forgotten`);
  return new Set(years.map(({ year }) => year));
}

const heldBy = (years: ReadonlySet<number>, { from, to }: Period): boolean =>
  [from, to].some((day) => years.has(Number(day.slice(0, 4))));

/** Operational days that files of observations are of, whether anything was seen on them or not. */
async function daysCovered(vault: Db): Promise<Set<string>> {
  const covered = await rows(
    vault,
    z.object({ day: z.string() }),
    sql`SELECT DISTINCT unnest(generate_series(day_from, day_to, INTERVAL 1 DAY))::DATE::VARCHAR AS day FROM covered`,
  );
  return new Set(covered.map(({ day }) => day));
}

const Id = z.object({ period: z.string() });
