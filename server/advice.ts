import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { type Asked, adviceFor, MOST_HOURS, type ToldAdvice } from "../domain/advice/adviceFor.ts";
import type { Network } from "../domain/network.ts";
import { formatWhatIf, MOST_SHIFTS, parseWhatIf, segmentAt } from "../domain/whatif/whatIf.ts";
import { gapSource, hoursOf } from "./gaps.ts";
import { answers, notUnderstood, query } from "./http.ts";
import { refuseStrangers } from "./refuseStrangers.ts";
import { rounded, roundedEnds } from "./rounded.ts";
import { PeriodQuery, type Sources } from "./sources.ts";

const ids = z
  .string()
  .max(2000)
  .transform((text) => (text === "" ? [] : text.split(",")))
  .default([]);
const length = z.coerce.number().int().min(1).max(12);
/** What advice is asked for. */
export const AdviceQuestion = PeriodQuery.extend({
  hours: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_HOURS)
    .describe(`more hours a week, up to ${MOST_HOURS} with those that move`),
  services: ids.describe("who could give them; any when missing"),
  zones: ids.describe("where; anywhere when missing"),
  needs: ids.describe("which needs count; all when missing"),
  allowed: z.string().max(2000).optional().describe("when, like fri-22-24,sat-06-10; any hour when missing"),
  shortest: length.default(2).describe("hours of the shortest shift"),
  longest: length.default(4).describe("hours of the longest shift"),
  move: z
    .string()
    .max(2000)
    .default("")
    .describe(
      `hours that may move, like ps.Q01.mon-08-10, ${MOST_SHIFTS} at most; their service gives them elsewhere`,
    ),
});

const interval = z.tuple([z.number(), z.number()]).describe("10 … 90 %");
const Met = z.object({ middle: z.number(), interval }).describe("episodes a week met");
const AdviceAnswer = z.object({
  period: z.string(),
  hours: z.number().describe("hours a week to place"),
  shifts: z.array(
    z.object({
      service: z.string(),
      zone: z.string(),
      shift: z.string().describe("as in the what-if of an address: ca.Q05.thu-22-01"),
      hour: z.number().describe("hour of the week it begins at"),
      length: z.number(),
      purpose: z.enum(["act", "look"]).describe("to meet known need, or to learn where too little is known"),
      meets: Met.nullable(),
      needs: z.array(
        z.object({
          need: z.string(),
          worth: z
            .number()
            .describe("act: episodes a week met; look: how wide apart they may be, to be learnt"),
          interval: interval.nullable().describe("of episodes met; null = only to be learnt"),
        }),
      ),
    }),
  ),
  meets: Met,
  look_hours: z.number(),
  unused: z.number().describe("hours that found no use"),
  share: z.number().describe("of what the best choice can be worth, proven: 1 = this is the best"),
});

export type AdviceAnswer = z.infer<typeof AdviceAnswer>;

/** GET /api/advice: where a few more hours a week would meet most unmet need, some of them going to look. */
export const adviceRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "Shifts that would meet most expected unmet need, a share of them where too little is known",
      responses: answers(AdviceAnswer),
    }),
    query(AdviceQuestion),
    async (c) => c.json(await adviceIn(sources, c.req.valid("query"))),
  );

/** Advice from a closed period. @throws 400 in words */
export async function adviceIn(
  sources: Sources,
  { period, ...question }: z.infer<typeof AdviceQuestion>,
): Promise<AdviceAnswer> {
  const asked = askedOf(sources.network, question);
  const source = await gapSource(sources, period);
  const { look_share: lookShare, day_start: dayStart } = sources.network;
  return answerOf(
    period,
    inWords(() => adviceFor(source, asked, lookShare)),
    dayStart,
  );
}

function askedOf(network: Network, question: Omit<z.infer<typeof AdviceQuestion>, "period">): Asked {
  const { hours, services, zones, needs, shortest, longest } = question;
  const { shifts: move, refused } = parseWhatIf(question.move);
  if (refused.length > 0) throw notUnderstood(`move: ${EXPECTED.move}`);
  if (shortest > longest) throw notUnderstood("shortest: expected no more hours than longest");
  const moved = (key: "service" | "zone") => move.map((shift) => shift[key]);
  refuseStrangers([...services, ...moved("service")], network.services);
  refuseStrangers([...zones, ...moved("zone")], network.zones);
  refuseStrangers(needs, network.needs);
  const allowed = hoursOf("allowed", question.allowed, network.day_start);
  return { hours, services, zones: zones.length > 0 ? zones : null, needs, shortest, longest, allowed, move };
}

function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const parameter = Object.keys(EXPECTED).find((name) => error.message.startsWith(`${name}:`));
    throw notUnderstood(
      parameter ? `${parameter}: ${EXPECTED[parameter]}` : "no advice can be given of this",
    );
  }
}

/** What is said of a parameter that makes no sense; never the value. */
const EXPECTED: Record<string, string> = {
  hours: `expected 1 to ${MOST_HOURS} to place, moved ones included`,
  services: "expected one at least that can meet these needs",
  move: "expected shifts like ps.Q01.mon-08-10 that are there in all of their hours",
};

function answerOf(period: string, advice: ToldAdvice, dayStart: number): AdviceAnswer {
  const worth = advice.worth.act + advice.worth.look;
  return {
    period,
    hours: advice.hours,
    shifts: advice.shifts.map(({ service, zone, hour, length, purpose, covers, meets }) => {
      const segment = segmentAt(hour, length, dayStart);
      return {
        service,
        zone,
        shift: formatWhatIf([{ service, zone, segment, away: false }]),
        hour,
        length,
        purpose,
        meets: meets && { middle: rounded(meets.middle), interval: roundedEnds(meets.interval) },
        needs: covers.map((one) => ({
          need: one.need,
          worth: rounded(one.worth),
          interval: one.likely && roundedEnds(one.likely),
        })),
      };
    }),
    meets: { middle: rounded(advice.meets.middle), interval: roundedEnds(advice.meets.interval) },
    look_hours: advice.lookHours,
    unused: advice.unused,
    share: advice.exact ? 1 : Math.floor((worth / advice.bound) * 1000) / 1000,
  };
}
