import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import {
  type ComparedPlace,
  compareHours,
  type PeriodSource,
  type TwoHours,
} from "../domain/compareHours.ts";
import type { Network } from "../domain/network.ts";
import { closedChain, rulesOf, viewsOf } from "./cells.ts";
import { answers, problem, query } from "./http.ts";
import { type PresenceHours, presenceHoursIn } from "./presenceHours.ts";
import { ClosedPeriod, PeriodQuery, type Sources } from "./sources.ts";

const ids = z
  .string()
  .max(400)
  .transform((text) => text.split(","));
const Question = PeriodQuery.extend({ a: ids, b: ids, needs: ids.optional() });

const Side = z.object({
  shown: z.number(),
  upTo: z.number().describe("with every withheld cell at its most"),
  variance: z.number().describe("of the perturbation in what is shown"),
  hours: z
    .number()
    .describe(
      "presence hours of competent services; estimated from their schedules where they keep no record",
    ),
  rate: z.number().nullable().describe("per 10 presence hours"),
  upTo10: z.number().nullable(),
  missing: z.enum(["no_hours", "small"]).nullable(),
});
const Ratio = z.object({
  ratio: z.number().nullable().describe("rate of b over rate of a; null = none of a"),
  low: z.number(),
  high: z.number().nullable().describe("null = no upper end"),
  p: z.number(),
});
const Place = z.object({
  zone: z.string().nullable(),
  a: Side,
  b: Side,
  ratio: Ratio.nullable().describe("null = not compared"),
  q: z.number().nullable().describe("Benjamini and Hochberg over zones"),
  grade: z.enum(["almost_certain", "likely", "alike", "maybe_alike", "too_few"]),
  step: z.number().int().min(0).max(6).nullable().describe("÷3 ÷2 less alike more ×2 ×3"),
});
const CompareAnswer = z.object({
  asked: z.string(),
  period: ClosedPeriod.describe("the finest closed period that publishes zones by slot for these needs"),
  a: z.array(z.string()),
  b: z.array(z.string()),
  network: Place,
  zones: z.array(Place),
});
export type CompareAnswer = z.infer<typeof CompareAnswer>;

/** GET /api/compare: the need per presence hour in two sets of hours, and how sure their difference is. */
export const compareRoute = (sources: Pick<Sources, "network" | "published">) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "Two sets of hours compared zone by zone: rates, ratio with interval, q over zones",
      responses: answers(CompareAnswer),
    }),
    query(Question),
    async (c) => {
      const { period, a, b, needs } = c.req.valid("query");
      const question = { a, b, needs: needs ?? null };
      return c.json(await compareIn(sources, period, question));
    },
  );

/** Two sets of hours of a closed period compared. @throws 400 or 404 in words */
export async function compareIn(
  sources: Pick<Sources, "network" | "published">,
  asked: string,
  question: TwoHours,
): Promise<CompareAnswer> {
  checkQuestion(sources.network, question);
  const zones = sources.network.zones.map(({ id }) => id);
  for (const period of await closedChain(sources.published, asked)) {
    const found = compareHours(await sourceOf(sources, period, question.needs), question, zones);
    if (!found) continue;
    return {
      asked,
      period,
      a: [...question.a],
      b: [...question.b],
      network: written(found.network),
      zones: found.zones.map(written),
    };
  }
  throw problem(
    404,
    "Not published so finely",
    `Neither "${asked}" nor a closed period that holds it publishes these needs by zone and slot: choose a quarter or a year, or all needs.`,
  );
}

async function sourceOf(
  { network, published }: Pick<Sources, "network" | "published">,
  period: ClosedPeriod,
  needs: TwoHours["needs"],
): Promise<PeriodSource> {
  const spent = await presenceHoursIn(published, period);
  const column = <K extends keyof PresenceHours>(key: K) => spent.map((row) => row[key]);
  const able = network.services.filter((service) => service.needs.some((need) => needs?.includes(need)));
  return {
    period: { ...period, views: await viewsOf(published, period) },
    presence: {
      hours: {
        zone: column("zone"),
        slot: column("slot"),
        weekpart: column("weekpart"),
        service: column("service"),
        hours: column("hours"),
      },
    },
    competent: needs ? new Set(able.map(({ id }) => id)) : null,
    rules: rulesOf(network),
  };
}

function checkQuestion(network: Network, { a, b, needs }: TwoHours): void {
  const refuse = (detail: string) => problem(400, "Question not understood", detail);
  for (const [name, asked, known] of [
    ["a", a, network.slots],
    ["b", b, network.slots],
    ["needs", needs ?? [], network.needs],
  ] as const) {
    const strange = asked.find((id) => !known.some((one) => one.id === id));
    const ids = known.map(({ id }) => id).join(", ");
    if (strange !== undefined)
      throw refuse(`${name}: "${strange.slice(0, 80)}" is not in this network, which has ${ids}`);
  }
  const shared = a.find((slot) => b.includes(slot));
  if (shared !== undefined) throw refuse(`a and b: "${shared}" stands in both; leave it out of one`);
}

/** JSON has no infinity: no upper end is null. */
const written = ({ ratio, ...place }: ComparedPlace) => ({
  ...place,
  ratio: ratio && { ...ratio, high: Number.isFinite(ratio.high) ? ratio.high : null },
});
