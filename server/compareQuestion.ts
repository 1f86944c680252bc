import { z } from "zod";
import type { Network } from "../domain/network.ts";
import { notUnderstood } from "./http.ts";
import { refuseStrangers } from "./refuseStrangers.ts";
import { PeriodQuery } from "./sources.ts";

const ids = z
  .string()
  .max(400)
  .transform((text) => text.split(","));

/** What /api/compare is asked: two sets of slots in one period, or with `before` the same slots in two periods. */
export const CompareQuery = PeriodQuery.extend({
  a: ids.optional().describe("slots; with before: of both periods, none = every hour"),
  b: ids.optional().describe("slots of the second set; not with before"),
  before: PeriodQuery.shape.period.optional().describe("an earlier closed period of the same kind"),
  needs: ids.optional(),
  zone: z.string().max(80).optional().describe("a zone to tell need by need"),
});

/** The question once it is understood; `slots` null = every hour. */
export type CompareQuestion = {
  period: string;
  before: string | null;
  slots: { a: string[] | null; b: string[] | null };
  needs: string[] | null;
  zone: string | null;
};

/** A question of this network. @throws 400 naming what cannot be understood, and where */
export function compareQuestion(network: Network, query: z.infer<typeof CompareQuery>): CompareQuestion {
  const { period, a, b, before, needs, zone } = query;
  refuseStrangers(a, network.slots);
  refuseStrangers(b, network.slots);
  refuseStrangers(needs, network.needs);
  refuseStrangers(zone, network.zones);
  const whole = { period, before: before ?? null, needs: needs ?? null, zone: zone ?? null };
  if (before === undefined) return { ...whole, slots: twoSets(a, b) };
  if (b !== undefined)
    throw notUnderstood("b: both periods are compared over the same hours; give them as a");
  const every = a === undefined || network.slots.every(({ id }) => a.includes(id));
  const slots = every ? null : [...new Set(a)];
  return { ...whole, slots: { a: slots, b: slots } };
}

function twoSets(a: string[] | undefined, b: string[] | undefined): { a: string[]; b: string[] } {
  if (!a || !b)
    throw notUnderstood(
      `${a ? "b" : "a"}: missing; two sets of slots are compared, or with before two periods`,
    );
  const shared = a.find((slot) => b.includes(slot));
  if (shared !== undefined) throw notUnderstood("a and b: expected two sets without a slot in common");
  return { a, b };
}
