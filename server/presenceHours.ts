import { z } from "zod";
import { effectiveHours, reliability } from "../domain/stats/reliability.ts";
import { type Db, rows, sql } from "./db.ts";
import { rounded } from "./rounded.ts";

/** Operational days (ISO dates), both included. */
type Days = { from: string; to: string };

const Kept = z.object({
  service: z.string(),
  recorded: z.boolean(),
  confirmed: z.number(),
  declared: z.number(),
});

/** How a service keeps its plan, over the eight weeks up to a period's end; `recorded`: of that period it keeps a record. */
export const Reliability = Kept.extend({ rho: z.number() });
export type Reliability = z.infer<typeof Reliability>;

const Spent = z.object({
  zone: z.string(),
  slot: z.string(),
  weekpart: z.string(),
  service: z.string(),
  planned: z.number(),
  seen: z.number(),
  unrecorded: z.number(),
});

/** Hours of a service in a zone and slot: planned, seen, and those to count on (`hours`). */
export const PresenceHours = Spent.omit({ unrecorded: true }).extend({ hours: z.number() });
export type PresenceHours = z.infer<typeof PresenceHours>;

/** The reliability of every service planned or seen in the period or in the eight weeks up to its end. */
export async function reliabilityIn(published: Db, { from, to }: Days): Promise<Reliability[]> {
  const kept = await rows(published, Kept, sql`SELECT * FROM kept_hours(${from}::DATE, ${to}::DATE)`);
  return kept.map((row) => ({ ...row, rho: reliability(row) }));
}

/** Effective hours: those seen in days a service keeps a record of, and its planned ones times its reliability in others. */
export async function presenceHoursIn(published: Db, days: Days): Promise<PresenceHours[]> {
  const kept = new Map((await reliabilityIn(published, days)).map((row) => [row.service, row.rho]));
  const { from, to } = days;
  const spent = await rows(published, Spent, sql`SELECT * FROM presence_hours(${from}::DATE, ${to}::DATE)`);
  return spent.map(({ unrecorded, ...row }) => {
    const estimated = effectiveHours(null, unrecorded, kept.get(row.service) ?? NOTHING_KNOWN);
    return { ...row, hours: rounded(row.seen + estimated) };
  });
}

/** Of a service of whose plan nothing is known. */
export const NOTHING_KNOWN = reliability({ confirmed: 0, declared: 0 });
