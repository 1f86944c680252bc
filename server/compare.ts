import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { z } from "zod";
import type { PeriodSource } from "../domain/compare/comparedPlace.ts";
import { compareHours, compareNeeds, comparePeriods } from "../domain/compare/compareHours.ts";
import { parsePeriod } from "../domain/period.ts";
import { closedChain, rulesOf, viewsOf } from "./cells.ts";
import { CompareAnswer, written } from "./compareAnswer.ts";
import { CompareQuery, type CompareQuestion, compareQuestion } from "./compareQuestion.ts";
import { answers, notUnderstood, query } from "./http.ts";
import { notPublished } from "./notPublished.ts";
import { type PresenceHours, presenceHoursIn } from "./presenceHours.ts";
import { refuseStrangers } from "./refuseStrangers.ts";
import { type ClosedPeriod, closedPeriods, type Sources } from "./sources.ts";

type Told = Pick<Sources, "network" | "published">;
/** The periods of a comparison; `before` null = both sides are of `period`. */
type Pair = { period: ClosedPeriod; before: ClosedPeriod | null };
type Read = { first: PeriodSource; second: PeriodSource };

/** GET /api/compare: the need per presence hour in two sets of hours or two periods, and how sure their difference is. */
export const compareRoute = (sources: Told) =>
  new Hono().get(
    "/",
    describeRoute({
      summary:
        "Two sets of hours, or two periods, compared zone by zone: rates, ratio with interval, q over zones",
      responses: answers(CompareAnswer),
    }),
    query(CompareQuery),
    async (c) => c.json(await compareIn(sources, c.req.valid("query"))),
  );

/** Two sets of hours of a closed period, or two closed periods, compared. @throws 400 in words */
export const compareIn = (sources: Told, query: z.infer<typeof CompareQuery>): Promise<CompareAnswer> =>
  compare(sources, compareQuestion(sources.network, query));

async function compare(sources: Told, question: CompareQuestion): Promise<CompareAnswer> {
  const { slots, needs } = question;
  const zones = sources.network.zones.map(({ id }) => id);
  const pairs = await pairsOf(sources, question);
  const read = reader(sources);
  for (const pair of pairs) {
    const { first, second } = await read(pair);
    const found = pair.before
      ? comparePeriods({ before: first, after: second }, { slots: slots.a, needs }, zones)
      : compareHours(second, { a: slots.a ?? [], b: slots.b ?? [], needs }, zones);
    if (!found) continue;
    const every = sources.network.slots.map(({ id }) => id);
    return {
      asked: question.period,
      ...pair,
      a: slots.a ?? every,
      b: slots.b ?? every,
      network: written(found.network),
      zones: found.zones.map(written),
      byNeed: await needByNeed(sources, question, { pairs, read }),
    };
  }
  throw notPublished();
}

/** The zone need by need, from the finest periods that publish needs one by one; they may be coarser than those of their sum. */
async function needByNeed(
  { network }: Told,
  { slots, needs, zone }: CompareQuestion,
  { pairs, read }: { pairs: Pair[]; read: (pair: Pair) => Promise<Read> },
): Promise<CompareAnswer["byNeed"]> {
  if (zone === null) return null;
  for (const pair of pairs) {
    const { first, second } = await read(pair);
    const sides = [
      { source: first, slots: slots.a },
      { source: second, slots: slots.b },
    ] as const;
    const found = compareNeeds(sides, zone, needs ?? network.needs.map(({ id }) => id));
    if (found) return { ...pair, needs: found.map(written) };
  }
  return null;
}

/** The periods asked for, then the coarser ones that hold them as long as they are two. @throws 400 when `before` is not closed */
async function pairsOf({ published }: Told, { period, before }: CompareQuestion): Promise<Pair[]> {
  const chain = await closedChain(published, period);
  if (before === null) return chain.map((one) => ({ period: one, before: null }));
  const closed = await closedPeriods(published);
  refuseStrangers(before, closed);
  refuseUnlike(period, before);
  const earlier = await closedChain(published, before);
  return chain.flatMap((one) => {
    const same = earlier.find(({ kind }) => kind === one.kind);
    return same && same.id !== one.id ? [{ period: one, before: same }] : [];
  });
}

function refuseUnlike(period: string, before: string): void {
  const [earlier, later] = [parsePeriod(before), parsePeriod(period)];
  if (earlier.kind !== later.kind || earlier.from >= later.from)
    throw notUnderstood("before: expected an earlier closed period of the kind of period");
}

/** Reads each period once. */
function reader(sources: Told): (pair: Pair) => Promise<Read> {
  const read = new Map<string, Promise<PeriodSource>>();
  const once = (period: ClosedPeriod) => {
    const source = read.get(period.id) ?? sourceOf(sources, period);
    read.set(period.id, source);
    return source;
  };
  return async ({ period, before }) => ({
    first: await once(before ?? period),
    second: await once(period),
  });
}

async function sourceOf({ network, published }: Told, period: ClosedPeriod): Promise<PeriodSource> {
  const spent = await presenceHoursIn(published, period);
  const column = <K extends keyof PresenceHours>(key: K) => spent.map((row) => row[key]);
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
    services: network.services,
    rules: rulesOf(network),
  };
}
