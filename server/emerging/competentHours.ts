import { z } from "zod";
import type { Network } from "../../domain/network.ts";
import { effectiveHours } from "../../domain/stats/reliability.ts";
import { type Db, rows, sql } from "../db.ts";
import { NOTHING_KNOWN, reliabilityIn } from "../presenceHours.ts";

/** Closed periods of one kind, in order: hours are counted in each of them. */
export type Steps = { kind: "week" | "month"; periods: readonly { from: string; to: string }[] };

/** Hours in each step of the services able to record a need, in a zone (`null`: in all of them together). */
export type CompetentHours = (need: string, zone: string | null) => number[];

const Spent = z.object({
  step: z.string(),
  zone: z.string(),
  service: z.string(),
  seen: z.number(),
  unrecorded: z.number(),
});

/** Hours of presence, step by step: those seen, and planned ones of services that keep no record as far as they are reliable. */
export async function competentHours(
  published: Db,
  { services, zones }: Pick<Network, "services" | "zones">,
  { kind, periods }: Steps,
): Promise<CompetentHours> {
  const [first, last] = [periods[0], periods.at(-1)];
  const none = () => periods.map(() => 0);
  if (!first || !last) return none;
  const days = { from: first.from, to: last.to };
  const kept = new Map((await reliabilityIn(published, days)).map((row) => [row.service, row.rho]));
  const spent = await rows(
    published,
    Spent,
    sql`SELECT step, "zone", service, sum(seen)::DOUBLE AS seen, sum(unrecorded)::DOUBLE AS unrecorded
        FROM presence_steps(${kind}, ${days.from}::DATE, ${days.to}::DATE) GROUP BY ALL ORDER BY ALL`,
  );
  const at = new Map(periods.map(({ from }, i) => [from, i]));
  const byPlace = new Map<string, number[]>();
  for (const { step, zone, service, seen, unrecorded } of spent) {
    const hours = effectiveHours(null, unrecorded / 60, kept.get(service) ?? NOTHING_KNOWN) + seen / 60;
    const series = byPlace.get(`${zone} ${service}`) ?? none();
    const i = at.get(step) ?? -1;
    if (i >= 0) series[i] = (series[i] ?? 0) + hours;
    byPlace.set(`${zone} ${service}`, series);
  }
  return (need, zone) => {
    const able = services.filter(({ needs }) => needs.includes(need));
    const places = zone === null ? zones.map(({ id }) => id) : [zone];
    const parts = places.flatMap((place) =>
      able.flatMap(({ id }) => {
        const part = byPlace.get(`${place} ${id}`);
        return part ? [part] : [];
      }),
    );
    return none().map((_, i) => parts.reduce((sum, part) => sum + (part[i] ?? 0), 0));
  };
}
