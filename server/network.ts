import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { bounds } from "../domain/bounds.ts";
import { countRules } from "../domain/gaps/placeRates.ts";
import { AimRelation, Named, SlotOfNetwork } from "../domain/network.ts";
import { answers } from "./http.ts";
import { ClosedPeriod, closedPeriods, type Sources } from "./sources.ts";

const CountRule = z
  .object({ threshold: z.number(), variance: z.number() })
  .describe("counts under the threshold are withheld; the variance of what is added to the others");
const NamedId = Named.extend({ id: z.string() });

const NetworkAnswer = Named.extend({
  id: z.string(),
  locale: z.string(),
  timezone: z.string(),
  simulated: z.boolean(),
  demo: z.boolean(),
  day_start: z.number(),
  slots: z.array(SlotOfNetwork),
  aims: z.array(NamedId),
  groups: z.array(NamedId),
  relations: z.array(AimRelation),
  shelf_life_weeks: z.number(),
  threshold: z.number(),
  gap_threshold: z.number(),
  look_share: z.number(),
  rules: z.object({ ordinary: CountRule, sensitive: CountRule }),
  attribution: z.string(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  basemap: z.array(z.string()),
  periods: z.array(ClosedPeriod),
  period: z.string().nullable(),
});

/** GET /api/network: what this network is, and which periods are closed. */
export const networkRoute = ({ network, published, basemap, demo }: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "The network: its slots, aims, closed periods and disclosure threshold",
      responses: answers(NetworkAnswer),
    }),
    async (c) => {
      const periods = await closedPeriods(published);
      const { disclosure, zones, needs, services, schedules, country, ...words } = network;
      return c.json({
        ...words,
        demo,
        threshold: disclosure.threshold,
        rules: countRules(disclosure),
        bounds: bounds(zones.map((zone) => zone.geometry)),
        basemap: Object.keys(basemap),
        periods,
        period: (periods.find(({ kind }) => kind === "quarter") ?? periods[0])?.id ?? null,
      } satisfies z.infer<typeof NetworkAnswer>);
    },
  );
