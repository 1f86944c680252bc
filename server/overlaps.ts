import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { chosenOverlaps } from "../domain/overlaps/overlapChoice.ts";
import { type OverlapField, overlapField } from "../domain/overlaps/overlapField.ts";
import { type Overlap, VERDICTS } from "../domain/overlaps/overlaps.ts";
import { partings } from "../domain/overlaps/partings.ts";
import { GapQuestion, gapSource, hoursOf, knownNeeds } from "./gaps.ts";
import { answers, query } from "./http.ts";
import { refuseStrangers } from "./refuseStrangers.ts";
import { rounded } from "./rounded.ts";
import type { Sources } from "./sources.ts";

const Question = GapQuestion.extend({
  zone: z.string().max(200).optional().describe("id of a zone; all zones when missing"),
});

const Move = z.object({
  service: z.string(),
  to: z.string().describe("zone"),
  hours: z.array(z.number()).describe("hours of the week (0 … 167) in which it would move"),
  gain: z.number().describe("episodes a week met there that nobody meets now"),
  loss: z.number().describe("episodes a week no longer met where it is; no need reaches the gap threshold"),
  needs: z.array(z.string()).describe("needs met there"),
});
const OverlapAnswer = z.object({
  zone: z.string(),
  services: z.tuple([z.string(), z.string()]),
  verdict: z.enum(VERDICTS),
  aims: z.tuple([z.string(), z.string()]).nullable().describe("the aims it is judged by"),
  hours: z.array(z.number()).describe("hours of the week in which both usually are there"),
  minutes: z.number().describe("a week, mean over the period"),
  share: z.number().describe("of the hours a week of the one who is there less, 0 … 1"),
  shorter: z.string().describe("the service that is there less"),
  shared_needs: z.array(z.string()),
  moves: z.array(Move).describe("best first; none where neither had better move"),
});
const OverlapsAnswer = z.object({ period: z.string(), overlaps: z.array(OverlapAnswer) });
export type OverlapsAnswer = z.infer<typeof OverlapsAnswer>;

/** GET /api/overlaps: who usually is where somebody else is, how their aims go together, and who could go where instead. */
export const overlapsRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "Pairs of services in one zone and hour, judged by their aims, and who could move where",
      description:
        "hours, needs and zone choose which overlaps are listed: those in any of the hours, of two services that can " +
        "both meet one of the needs. Each is told with all its hours.",
      responses: answers(OverlapsAnswer),
    }),
    query(Question),
    async (c) => c.json(await overlapsIn(sources, c.req.valid("query"))),
  );

/** Overlaps of a closed period, those of the hours, needs and zone asked for. @throws 400 in words */
export async function overlapsIn(
  sources: Sources,
  { period, hours, needs, zone }: z.infer<typeof Question>,
): Promise<OverlapsAnswer> {
  const asked = knownNeeds(sources, needs);
  refuseStrangers(zone || undefined, sources.network.zones);
  const chosen = hours ? new Set(hoursOf("hours", hours, sources.network.day_start)) : null;
  const { services, relations, day_start: dayStart } = sources.network;
  const field = overlapField({ ...(await gapSource(sources, period)), services, relations });
  const found = chosenOverlaps(field.overlaps, {
    hours: chosen,
    services: null,
    needs: asked.length > 0 ? asked : null,
    zone: zone || null,
    verdicts: null,
  });
  return { period, overlaps: found.map((overlap) => rowOf(overlap, field, dayStart)) };
}

const MOST_MOVES = 3;

function rowOf(
  { sharedNeeds, ...overlap }: Overlap,
  { ground }: OverlapField,
  dayStart: number,
): z.infer<typeof OverlapAnswer> {
  const { moves } = partings({ ...overlap, sharedNeeds }, ground, dayStart);
  return {
    ...overlap,
    minutes: Math.round(overlap.minutes),
    share: rounded(overlap.share),
    shared_needs: sharedNeeds,
    moves: moves.slice(0, MOST_MOVES).map(({ from: _, ...move }) => ({
      ...move,
      hours: [...move.hours],
      gain: rounded(move.gain),
      loss: rounded(move.loss),
    })),
  };
}
