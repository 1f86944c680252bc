import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import type { Network } from "../domain/network.ts";
import { answers, query } from "./http.ts";
import { notPublished } from "./notPublished.ts";
import { presenceHoursIn } from "./presenceHours.ts";
import { refuseStrangers } from "./refuseStrangers.ts";
import { rounded } from "./rounded.ts";
import { type ClosedPeriod, PeriodQuery, type Sources } from "./sources.ts";
import { type Figure, Tried, whyCells } from "./whyCells.ts";
import { GapReasons, gapReasons } from "./whyGap.ts";

const WhyQuery = PeriodQuery.extend({
  zone: z.string().optional(),
  slot: z.string().optional(),
  weekpart: z.enum(["weekday", "weekend"]).optional(),
  need: z.string().optional(),
  group: z.string().optional(),
  hours: z
    .string()
    .max(2000)
    .optional()
    .describe("with a zone: also why its gap is what it is, over fri-22-24,sat-06-10 or week"),
});
type Answering = Pick<Sources, "network" | "published">;

const Behind = z.object({
  service: z.string(),
  hours: z.number(),
  estimated: z.number().describe("of these hours, those known from schedules only"),
});

const WhyAnswer = z.object({
  period: z.string(),
  closed_at: z.string(),
  hours: z.number().describe("presence hours of the services able to record it"),
  services: z.array(Behind),
  cells: z.array(Tried).describe("what is published of it, finest period first"),
  shown: Tried.nullable(),
  withheld: z.object({ rule: z.enum(["small", "no_view"]) }).nullable(),
  fallback: z.boolean().describe("the figure shown comes from a coarser period than the one asked"),
  rules: z.object({ floor: z.number(), threshold: z.number(), D: z.number(), V: z.number() }),
  gap: GapReasons.nullable().describe("null when no zone and hours were asked about"),
});

/** GET /api/why: what stands behind a need figure: period, closing, presence, what was withheld and by which rule. */
export const whyRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "Why this figure: period, closing, hours and services behind it, rule, fallback",
      responses: answers(WhyAnswer),
    }),
    query(WhyQuery),
    async (c) => {
      const figure = c.req.valid("query");
      const { period, zone, hours, need } = figure;
      const explained = await explain(sources, figure);
      if (explained.withheld?.rule === "no_view" && !(zone && hours)) throw notPublished();
      const gap = zone && hours ? await gapReasons(sources, { period, zone, hours, need }) : null;
      return c.json({ ...explained, gap } satisfies z.infer<typeof WhyAnswer>);
    },
  );

async function explain(sources: Answering, figure: Figure): Promise<Omit<z.infer<typeof WhyAnswer>, "gap">> {
  refuseUnknown(sources.network, figure);
  const { chain, cells } = await whyCells(sources, figure);
  const sensitive = sources.network.needs.find(({ id }) => id === figure.need)?.sensitive ?? false;
  const shown = cells.find(({ value }) => value !== null) ?? null;
  const period = chain.find(({ id }) => id === shown?.period) ?? chain[0];
  if (!period) throw new Error(`a closed period without a chain: ${figure.period}`);
  const services = await behind(sources, figure, period);
  const { disclosure } = sources.network;
  const { floor, threshold, perturbation } = sensitive ? disclosure.sensitive : disclosure;
  return {
    period: period.id,
    closed_at: period.closed_at,
    hours: rounded(services.reduce((sum, { hours }) => sum + hours, 0)),
    services,
    cells,
    shown,
    withheld: shown ? null : { rule: cells.length > 0 ? "small" : "no_view" },
    fallback: shown !== null && shown.period !== figure.period,
    rules: { floor, threshold, D: perturbation.D, V: perturbation.V },
  };
}

function refuseUnknown(network: Network, figure: Figure): void {
  const known = { zone: network.zones, slot: network.slots, need: network.needs, group: network.groups };
  for (const [dimension, nodes] of Object.entries(known)) {
    refuseStrangers(figure[dimension as keyof typeof known], nodes);
  }
}

async function behind({ network, published }: Answering, figure: Figure, { from, to }: ClosedPeriod) {
  const { zone = null, slot = null, weekpart = null } = figure;
  const needs = network.needs.filter(({ id, group, sensitive }) =>
    figure.need ? id === figure.need : !sensitive && (!figure.group || group === figure.group),
  );
  const competent = network.services.filter((service) => needs.some(({ id }) => service.needs.includes(id)));
  const spent = new Map<string, { hours: number; estimated: number }>();
  for (const row of await presenceHoursIn(published, { from, to })) {
    const here = [zone ?? row.zone, slot ?? row.slot, weekpart ?? row.weekpart];
    if (row.hours === 0 || here.join("/") !== [row.zone, row.slot, row.weekpart].join("/")) continue;
    const { hours, estimated } = spent.get(row.service) ?? { hours: 0, estimated: 0 };
    spent.set(row.service, { hours: hours + row.hours, estimated: estimated + row.hours - row.seen });
  }
  const all = [...spent].map(([service, { hours, estimated }]) => {
    return { service, hours: rounded(hours), estimated: rounded(estimated) };
  });
  all.sort((a, b) => b.hours - a.hours || a.service.localeCompare(b.service));
  return all.filter(({ service }) => competent.some(({ id }) => id === service));
}
