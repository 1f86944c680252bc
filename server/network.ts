import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { bounds } from "../domain/bounds.ts";
import { AimRelation, Named, SlotOfNetwork } from "../domain/network.ts";
import { answers } from "./http.ts";
import { ClosedPeriod, closedPeriods, type Sources } from "./sources.ts";

const NamedId = Named.extend({ id: z.string() });

const NetworkAnswer = Named.extend({
  id: z.string(),
  locale: z.string(),
  timezone: z.string(),
  simulated: z.boolean(),
  day_start: z.number(),
  slots: z.array(SlotOfNetwork),
  aims: z.array(NamedId),
  groups: z.array(NamedId),
  relations: z.array(AimRelation),
  shelf_life_weeks: z.number(),
  threshold: z.number().describe("a withheld value is less"),
  sensitive_threshold: z.number().describe("a withheld value of a sensitive view is less"),
  attribution: z.string(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  basemap: z.array(z.string()),
  periods: z.array(ClosedPeriod),
  period: z.string().nullable(),
});

/** GET /api/network: what this network is, and which periods are closed. */
export const networkRoute = ({ network, published, basemap }: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "The network: its slots, aims, closed periods and disclosure thresholds",
      responses: answers(NetworkAnswer),
    }),
    async (c) => {
      const periods = await closedPeriods(published);
      const { disclosure, zones, needs, services, schedules, country, ...words } = network;
      return c.json({
        ...words,
        threshold: disclosure.threshold,
        sensitive_threshold: disclosure.sensitive.threshold,
        bounds: bounds(zones.map((zone) => zone.geometry)),
        basemap: Object.keys(basemap),
        periods,
        period: (periods.find(({ kind }) => kind === "quarter") ?? periods[0])?.id ?? null,
      } satisfies z.infer<typeof NetworkAnswer>);
    },
  );
