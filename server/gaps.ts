import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { hoursAt, parseSegments, placesOf, stretchesOf } from "../domain/chosenHours.ts";
import { type Coverage, type CoverageAnswer, coverageOf } from "../domain/coverage.ts";
import { gapField, thresholdOf } from "../domain/gaps/gapField.ts";
import { actList, lookList } from "../domain/gaps/gapLists.ts";
import { gapsOf, type ZoneGap } from "../domain/gaps/gapsOf.ts";
import type { GapSource } from "../domain/gaps/placeRates.ts";
import type { Network } from "../domain/network.ts";
import type { PublishedPeriod } from "../domain/published.ts";
import { publishedChain, rulesOf } from "./cells.ts";
import { coverageIn } from "./coverage.ts";
import { answers, notUnderstood, query } from "./http.ts";
import { refuseStrangers } from "./refuseStrangers.ts";
import { rounded, roundedEnds } from "./rounded.ts";
import { PeriodQuery, type Sources } from "./sources.ts";

/** A closed period, and which hours and needs of it. */
export const GapQuestion = PeriodQuery.extend({
  hours: z.string().max(2000).optional().describe("like fri-22-24,sat-06-10; the whole week when missing"),
  needs: z
    .string()
    .max(2000)
    .optional()
    .describe("ids with commas; all needs when missing, each by its own published cells"),
});

const span = z.tuple([z.number(), z.number()]).nullable();
const ZoneGapAnswer = z.object({
  zone: z.string(),
  class: z.enum(["gap", "uncertain", "below", "covered", "unknown"]),
  expected: z.number().nullable().describe("episodes a week with nobody competent there, median"),
  interval: span.describe("10 … 90 %"),
  uncovered_hours: z.number().describe("hours a week, of those chosen"),
  presence_hours: z.number().describe("competent presence in the period behind the rate"),
  lacking: z.array(z.string()).describe("the needs it is said of"),
  needs: z.array(z.object({ need: z.string(), class: z.string(), expected: z.number().nullable() })),
  origins: z.array(z.object({ period: z.string(), whole_day: z.boolean(), group: z.string().nullable() })),
});
const GapsAnswer = z.object({
  period: z.string(),
  threshold: z.number().describe("episodes a week from which a gap counts, over the hours chosen"),
  zones: z.array(ZoneGapAnswer),
  act: z.array(z.string()).describe("zones that surely lack, where most is missing first"),
  look: z.array(z.string()).describe("zones, where a visit teaches most first"),
});

/** GET /api/gaps: needs expected where nobody competent is, by zone, with what is sure and what is not known. */
export const gapsRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "Expected unmet needs by zone over chosen hours, with intervals and two ranked lists",
      responses: answers(GapsAnswer),
    }),
    query(GapQuestion),
    async (c) => {
      const { period, threshold, zones, act, look } = await gapsIn(sources, c.req.valid("query"));
      const ids = (list: readonly ZoneGap[]) => list.map(({ id }) => id);
      return c.json({
        ...{ period, threshold, zones: zones.map(rowOf) },
        ...{ act: ids(act), look: ids(look) },
      } satisfies z.infer<typeof GapsAnswer>);
    },
  );

/** Gaps over the hours and needs asked for, with the two ranked lists. @throws 400 in words */
export async function gapsIn(sources: Sources, { period, hours, needs }: z.infer<typeof GapQuestion>) {
  const asked = knownNeeds(sources, needs);
  const chosen = hoursOf("hours", hours, sources.network.day_start);
  const field = gapField(await gapSource(sources, period), asked);
  const zones = gapsOf(field, chosen);
  const threshold = thresholdOf(field, chosen);
  return { period, field, chosen, threshold, zones, act: actList(zones), look: lookList(zones) };
}

/** Presence and published cells of a period and of those that hold it. @throws 400 when it is not closed */
export async function gapSource({ network, published }: Sources, id: string): Promise<GapSource> {
  const chain = await publishedChain(published, id);
  const found = new Map<string, CoverageAnswer>();
  for (const period of chain) found.set(period.id, await coverageIn(published, period));
  const answer = found.get(id);
  if (!answer) throw new Error(`a closed period without coverage: ${id}`);
  return {
    coverage: laidOut(network, answer),
    chain: chain satisfies PublishedPeriod[],
    hours: found,
    services: network.services,
    rules: rulesOf(network),
    gapThreshold: network.gap_threshold,
  };
}

/** A coverage answer laid out by the zones, services and slots of its network. */
export function laidOut(network: Network, answer: CoverageAnswer): Coverage {
  const town = {
    zones: network.zones.map(({ id }) => id),
    services: network.services.map(({ id }) => id),
    slots: network.slots,
    dayStart: network.day_start,
    shelfLifeWeeks: network.shelf_life_weeks,
  };
  return coverageOf(answer, town, daysBetween);
}

/** The needs named in a question, none = all. @throws 400 when one is a stranger */
export function knownNeeds({ network }: Sources, needs: string | undefined): string[] {
  const asked = needs ? needs.split(",") : [];
  refuseStrangers(asked, network.needs);
  return asked;
}

/** The hours of the week named in a question, none = all. @throws 400 naming the parameter and what hours look like */
export function hoursOf(parameter: string, text: string | undefined, dayStart: number): number[] {
  try {
    return hoursAt(placesOf(text ? stretchesOf(parseSegments(text), dayStart) : [], "once"), dayStart);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw notUnderstood(`${parameter}: expected stretches of whole hours like fri-22-24,sat-06-10`);
  }
}

const rowOf = ({ id, gap, lacking, needs, hours, origins }: ZoneGap): z.infer<typeof ZoneGapAnswer> => ({
  zone: id,
  class: gap.class,
  expected: gap.middle === null ? null : rounded(gap.middle),
  interval: gap.interval && roundedEnds(gap.interval),
  uncovered_hours: rounded(gap.uncovered),
  presence_hours: rounded(hours),
  lacking,
  needs: needs.map(({ need, gap: own }) => ({
    need,
    class: own.class,
    expected: own.middle === null ? null : rounded(own.middle),
  })),
  origins: origins.map(({ period, wholeDay, group }) => ({ period, whole_day: wholeDay, group })),
});

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
