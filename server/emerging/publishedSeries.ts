import { z } from "zod";
import { PARAMETERS } from "../../domain/emerging/parameters.ts";
import type { Network } from "../../domain/network.ts";
import { addDays, closesAt, parsePeriod } from "../../domain/period.ts";
import { type Db, rows, sql } from "../db.ts";
import { rounded } from "../rounded.ts";
import type { ClosedPeriod } from "../sources.ts";
import type { CompetentHours } from "./competentHours.ts";

const values = z.array(z.number().int().nullable()).describe("published counts; null = withheld");
const hours = z.array(z.number()).describe("presence hours of services able to record it");
const Step = z.object({ id: z.string(), from: z.string() });
const CitySeries = z.object({
  need: z.string(),
  step: z.enum(["week", "month"]),
  ids: z.array(z.string()),
  from: z.array(z.string()),
  values,
  hours,
});
const ZoneSeries = z.object({ zone: z.string(), need: z.string(), values, hours });

/** Published figures of the weeks and months closed by an epoch. Sensitive needs: the whole city by month, never finer. */
export const Series = z.object({
  weeks: z.array(Step),
  city: z.array(CitySeries),
  months: z.array(Step),
  zones: z.array(ZoneSeries),
});
export type Series = z.infer<typeof Series>;

/** Months of which zones have a series. */
const MONTHS = 12;

/**
 * Closed weeks and months known at an epoch, oldest first. `watched`: the weeks any need is read from, sensitive ones too;
 * `weeks`: the last of them, of which there are series.
 */
export type Known = Record<"watched" | "weeks" | "months", ClosedPeriod[]>;

/** The weeks an epoch is read from and the last twelve months, of those that had closed when it did. */
export function knownAt(closed: readonly ClosedPeriod[], epoch: ClosedPeriod): Known {
  const then = closesAt(parsePeriod(epoch.id));
  const known = (kind: ClosedPeriod["kind"]) =>
    closed
      .filter((period) => period.kind === kind && closesAt(parsePeriod(period.id)) <= then)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const weeks = (count: number) => {
    const first = addDays(epoch.from, -7 * (count - 1));
    return known("week").filter(({ from }) => from >= first);
  };
  return {
    watched: weeks(PARAMETERS.baseWeeks + PARAMETERS.sensitiveWindowWeeks),
    weeks: weeks(PARAMETERS.baseWeeks + PARAMETERS.windowWeeks),
    months: known("month").slice(-MONTHS),
  };
}

/** The steps of which there are series. */
type Drawn = "weeks" | "months";

/** Series of every need of the network, hours as `hoursOf` counts them. */
export async function publishedSeries(
  published: Db,
  network: Network,
  { known, hoursOf }: { known: Known; hoursOf: Record<Drawn, CompetentHours> },
): Promise<Series> {
  const shown = await shownIn(published, [...known.weeks, ...known.months]);
  const series = (kind: Drawn, need: string, zone: string | null) => ({
    values: known[kind].map(({ id }) => shown.get(`${id} ${need} ${zone ?? ""}`) ?? null),
    hours: hoursOf[kind](need, zone).map(rounded),
  });
  const steps = (kind: Drawn) => known[kind].map(({ id, from }) => ({ id, from }));
  const weekly = network.disclosure.views.week.some((by) => by.join() === "need");
  return {
    weeks: steps("weeks"),
    months: steps("months"),
    city: network.needs.map(({ id, sensitive }) => {
      const kind = weekly && !sensitive ? "weeks" : "months";
      return {
        need: id,
        step: kind === "weeks" ? "week" : "month",
        ids: steps(kind).map((step) => step.id),
        from: steps(kind).map((step) => step.from),
        ...series(kind, id, null),
      };
    }),
    zones: network.zones.flatMap((zone) =>
      network.needs
        .filter(({ sensitive }) => !sensitive)
        .map((need) => ({ zone: zone.id, need: need.id, ...series("months", need.id, zone.id) })),
    ),
  };
}

const Shown = z.object({ period: z.string(), need: z.string(), zone: z.string(), value: z.number().int() });

/** Published values by period, need and zone ("" = the city); what is withheld is not among them. */
async function shownIn(published: Db, periods: readonly ClosedPeriod[]): Promise<Map<string, number>> {
  const found = await rows(
    published,
    Shown,
    sql`SELECT period, need, coalesce("zone", '') AS "zone", value FROM published_cell
        WHERE view IN ('need', 'zone×need', 'sensitive:need') AND value IS NOT NULL
          AND period IN (SELECT unnest(from_json(${JSON.stringify(periods.map(({ id }) => id))}, '["VARCHAR"]')))`,
  );
  return new Map(found.map(({ period, need, zone, value }) => [`${period} ${need} ${zone}`, value]));
}
