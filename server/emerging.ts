import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { PARAMETERS } from "../domain/emerging/parameters.ts";
import { Reading } from "../domain/emerging/reading.ts";
import { type CompetentHours, competentHours } from "./emerging/competentHours.ts";
import { Evidence, evidenceOf } from "./emerging/evidence.ts";
import { knownAt, publishedSeries, Series } from "./emerging/publishedSeries.ts";
import { ReadClose, readClosesIn, storedReading } from "./emerging/storedReadings.ts";
import { answers, query } from "./http.ts";
import { notPublished } from "./notPublished.ts";
import { closedPeriods, type Sources } from "./sources.ts";

/** A close: a closed week. */
export const EmergingQuestion = z.object({
  epoch: z
    .string()
    .optional()
    .describe("a closed week, like 2026-W37; the newest that was read when missing"),
});

const EmergingAnswer = Reading.extend({
  epoch: z.string().nullable().describe("null: no close was read yet"),
  closed_at: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  method: z.number(),
  code_version: z.string().nullable().describe("of the code that read it"),
  parameters: z.record(z.string(), z.number()),
  epochs: z.array(ReadClose).describe("every close that was read, newest first"),
  pending: z
    .object({ done: z.number(), total: z.number() })
    .nullable()
    .describe("closes that are being read"),
  evidence: z.array(Evidence),
  series: Series,
});
export type EmergingAnswer = z.infer<typeof EmergingAnswer>;

/** GET /api/emerging: what a close says of every need: states, findings in classes, what is new, and figures to draw. */
export const emergingRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "Needs that grow, as read at a close: states, findings, news, and published series",
      responses: answers(EmergingAnswer),
    }),
    query(EmergingQuestion),
    async (c) => c.json(await emergingIn(sources, c.req.valid("query"))),
  );

/** What was read at a close (the newest, when none is named). @throws 400 when it was not read */
export async function emergingIn(
  { network, published, readings }: Sources,
  { epoch: asked }: { epoch?: string | undefined },
): Promise<EmergingAnswer> {
  const epochs = await readClosesIn(published);
  const pending = readings?.pending() ?? null;
  const id = asked ?? epochs[0]?.id;
  if (id === undefined) return { ...NOTHING_READ, pending };
  const stored = await storedReading(published, id);
  const closed = await closedPeriods(published);
  const week = closed.find((period) => period.id === id);
  if (!stored || !week) throw notPublished();
  const known = knownAt(closed, week);
  const [watched, months] = await Promise.all([
    competentHours(published, network, { kind: "week", periods: known.watched }),
    competentHours(published, network, { kind: "month", periods: known.months }),
  ]);
  const weeks: CompetentHours = (need, zone) => watched(need, zone).slice(-known.weeks.length);
  const { reading, ...made } = stored;
  return {
    ...reading,
    ...{ closed_at: week.closed_at, from: week.from, to: week.to },
    ...made,
    ...{ epochs, pending },
    evidence: evidenceOf(network, { epoch: id, weeks: known.watched, hoursOf: watched }),
    series: await publishedSeries(published, network, { known, hoursOf: { weeks, months } }),
  };
}

const NOTHING_READ: Omit<EmergingAnswer, "pending"> = {
  ...{ epoch: null, closed_at: null, from: null, to: null },
  states: { zone: [], need: [], state: [], trend: [] },
  hot_spots: { zone: [], need: [], spot: [] },
  ...{ findings: [], news: [] },
  ...{ method: PARAMETERS.method, code_version: null, parameters: { ...PARAMETERS }, epochs: [] },
  evidence: [],
  series: { weeks: [], city: [], months: [], zones: [] },
};
