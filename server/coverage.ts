import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { addDays, weeksOf } from "../domain/period.ts";
import { columns } from "./columns.ts";
import { type Db, rows, sql } from "./db.ts";
import { answers, query } from "./http.ts";
import { PresenceHours, presenceHoursIn, Reliability, reliabilityIn } from "./presenceHours.ts";
import { type ClosedPeriod, closedPeriod, PeriodQuery, type Sources } from "./sources.ts";

const Presence = z.object({
  service: z.string(),
  zone: z.string(),
  hour: z.number(),
  planned: z.number(),
  seen: z.number(),
});
const Visit = z.object({ zone: z.string(), slot: z.string(), service: z.string(), last: z.string() });
const CoverageAnswer = z.object({
  period: z.string(),
  from: z.string(),
  to: z.string(),
  weeks: z.array(z.string()).describe("Mondays of the operational weeks the period touches"),
  days: z
    .array(z.number())
    .describe("per operational weekday, the mask of weeks in which it lies in the period"),
  presence: columns(Presence).describe("planned and seen are week masks: bit i = weeks[i]"),
  visits: columns(Visit).describe("last day a service was seen in a zone and slot, up to the period's end"),
  hours: columns(PresenceHours).describe(
    "hours in the period; `hours` are those to count on: seen where a record is kept, else planned × rho",
  ),
  reliability: columns(Reliability).describe(
    "planned hours kept in the 56 days up to the period's end; rho = (confirmed + 1) / (declared + 2)",
  ),
});

/** GET /api/coverage: who is planned and who was seen in each zone at each hour of the week, over a closed period. */
export const coverageRoute = ({ published }: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "Planned and observed presence by service, zone and hour of the week (168), exact",
      responses: answers(CoverageAnswer),
    }),
    query(PeriodQuery),
    async (c) => {
      const period = await closedPeriod(published, c.req.valid("query").period);
      return c.json(await coverageIn(published, period));
    },
  );

/** Presence over a closed period, as the answer gives it. */
export async function coverageIn(
  published: Db,
  period: ClosedPeriod,
): Promise<z.infer<typeof CoverageAnswer>> {
  const { id, from, to } = period;
  const presence = await rows(published, Presence, sql`SELECT * FROM coverage(${from}::DATE, ${to}::DATE)`);
  const visits = await rows(published, Visit, sql`SELECT * FROM visits(${to}::DATE)`);
  const hours = await presenceHoursIn(published, period);
  const kept = await reliabilityIn(published, period);
  const weeks = weeksOf(period);
  return {
    period: id,
    from,
    to,
    weeks,
    days: weekdayMasks(period, weeks),
    presence: columns.of(Presence, presence),
    visits: columns.of(Visit, visits),
    hours: columns.of(PresenceHours, hours),
    reliability: columns.of(Reliability, kept),
  };
}

const weekdayMasks = ({ from, to }: { from: string; to: string }, weeks: string[]) =>
  Array.from({ length: 7 }, (_, weekday) =>
    weeks.reduce((mask, monday, i) => {
      const day = addDays(monday, weekday);
      return day >= from && day <= to ? mask + 2 ** i : mask;
    }, 0),
  );
