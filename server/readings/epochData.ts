import { z } from "zod";
import { PARAMETERS } from "../../domain/emerging/parameters.ts";
import { addDays, closesAt, type Period, parsePeriod, periodOf } from "../../domain/period.ts";
import { type Db, numbers, rows, sql } from "../db.ts";
import { NOTHING_KNOWN, reliabilityIn } from "../presenceHours.ts";
import { type Counts, type Kept, type Names, weeksOf } from "./keptCounts.ts";

/** Minutes by step (week or month), zone, slot and service, all of them indices; parallel columns. */
export type Spent = Record<"step" | "zone" | "slot" | "service" | "seen" | "unrecorded", Float64Array>;

/**
 * All that is asked of the databases for one close, as it goes to the worker: columns of numbers. `rho`: by service, how
 * it keeps its plan. `shown`: published cells of `months` by month, zone (−1 = the city) and need, withheld ones left
 * out. `previous`: stored readings, newest first, as they are stored.
 */
export type EpochData = {
  epoch: string;
  weeks: { id: string; from: string; closed: boolean }[];
  counts: Counts;
  spent: Spent;
  rho: Float64Array;
  months: {
    months: { id: string; from: string }[];
    shown: Record<"month" | "zone" | "need" | "value", Float64Array>;
    spent: Spent;
  };
  previous: string[];
};

/** The calendar weeks a close is read from, oldest first; the last is its own. About a year where hot spots are told. */
export function weeksBefore(epoch: string, zones: number): Period[] {
  const { from } = parsePeriod(epoch);
  const tests = PARAMETERS.baseWeeks + PARAMETERS.sensitiveWindowWeeks;
  const spots = zones < PARAMETERS.hotSpotZones ? 0 : PARAMETERS.mostHotSpotSteps * PARAMETERS.hotSpotWeeks;
  const count = Math.max(tests, spots);
  return Array.from({ length: count }, (_, i) => periodOf("week", addDays(from, 7 * (i + 1 - count))));
}

/** @param kept what was kept of all its weeks, and maybe of others */
export async function epochData(
  published: Db,
  { epoch, kept, names }: { epoch: string; kept: Kept; names: Names },
): Promise<EpochData> {
  const weeks = weeksBefore(epoch, names.zones.length);
  const { to } = parsePeriod(epoch);
  const days = { from: weeks[0]?.from ?? to, to };
  const closed = await closedBy(published, epoch);
  const keeps = new Map((await reliabilityIn(published, days)).map((row) => [row.service, row.rho]));
  return {
    epoch,
    weeks: weeks.map(({ id, from }) => ({ id, from, closed: closed.has(id) })),
    counts: weeksOf(kept, weeks),
    spent: await spentIn(published, { step: "week", steps: weeks, to, names }),
    rho: Float64Array.from(names.services, (id) => keeps.get(id) ?? NOTHING_KNOWN),
    months: await monthsOf(published, { closed, to, names }),
    previous: await readingsBefore(published, days.to),
  };
}

/** Weeks and months that were due by the time an epoch closed, and are closed. */
async function closedBy(published: Db, epoch: string): Promise<Set<string>> {
  const found = await rows(
    published,
    z.object({ id: z.string() }),
    sql`SELECT period AS id FROM closed_period WHERE kind IN ('week', 'month') ORDER BY day_from`,
  );
  const then = closesAt(parsePeriod(epoch));
  return new Set(found.map(({ id }) => id).filter((id) => closesAt(parsePeriod(id)) <= then));
}

type Asked = { step: "week" | "month"; steps: { from: string }[]; to: string; names: Names };

async function spentIn(published: Db, { step, steps, to, names }: Asked): Promise<Spent> {
  const starts = JSON.stringify(steps.map(({ from }) => from));
  return numbers(
    published,
    ["step", "zone", "slot", "service", "seen", "unrecorded"],
    sql`SELECT * FROM (
          SELECT list_position(from_json(${starts}, '["VARCHAR"]'), step)::DOUBLE - 1 AS t,
            list_position(from_json(${JSON.stringify(names.zones)}, '["VARCHAR"]'), "zone")::DOUBLE - 1 AS z,
            coalesce(list_position(from_json(${JSON.stringify(names.slots)}, '["VARCHAR"]'), slot), 0)::DOUBLE - 1 AS s,
            list_position(from_json(${JSON.stringify(names.services)}, '["VARCHAR"]'), service)::DOUBLE - 1 AS v,
            seen, unrecorded
          FROM presence_steps(${step}, ${steps[0]?.from ?? to}::DATE, ${to}::DATE))
        WHERE t IS NOT NULL AND z IS NOT NULL AND v IS NOT NULL ORDER BY ALL`,
  );
}

async function monthsOf(
  published: Db,
  { closed, to, names }: { closed: ReadonlySet<string>; to: string; names: Names },
): Promise<EpochData["months"]> {
  const months = [...closed]
    .map(parsePeriod)
    .filter(({ kind }) => kind === "month")
    .slice(-PARAMETERS.trendMonths);
  const ids = JSON.stringify(months.map(({ id }) => id));
  const shown = await numbers(
    published,
    ["month", "zone", "need", "value"],
    sql`SELECT * FROM (
          SELECT list_position(from_json(${ids}, '["VARCHAR"]'), period)::DOUBLE - 1 AS month,
            CASE WHEN "zone" IS NULL THEN -1 ELSE
              list_position(from_json(${JSON.stringify(names.zones)}, '["VARCHAR"]'), "zone")::DOUBLE - 1 END AS z,
            list_position(from_json(${JSON.stringify(names.needs)}, '["VARCHAR"]'), need)::DOUBLE - 1 AS n, value::DOUBLE
          FROM published_cell WHERE view IN ('need', 'zone×need', 'sensitive:need') AND value IS NOT NULL)
        WHERE month IS NOT NULL AND z IS NOT NULL AND n IS NOT NULL ORDER BY ALL`,
  );
  return {
    months: months.map(({ id, from }) => ({ id, from })),
    shown,
    spent: await spentIn(published, { step: "month", steps: months, to: months.at(-1)?.to ?? to, names }),
  };
}

async function readingsBefore(published: Db, to: string): Promise<string[]> {
  const found = await rows(
    published,
    z.object({ reading: z.string() }),
    sql`SELECT reading FROM emerging JOIN closed_period ON period = epoch
        WHERE day_to < ${to}::DATE ORDER BY day_to DESC LIMIT 3`,
  );
  return found.map(({ reading }) => reading);
}
