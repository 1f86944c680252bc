import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { bounds } from "../domain/bounds.ts";
import { AimRelation, Named, Perturbation, SlotOfNetwork } from "../domain/network.ts";
import { answers, query } from "./http.ts";
import { ClosedPeriod, closedPeriods, refuseOpen, type Sources, ThenQuery } from "./sources.ts";

const TODAY = -1;

const NamedId = Named.extend({ id: z.string() });

const RandomChange = Perturbation.pick({ D: true, V: true });

const NetworkAnswer = Named.extend({
  id: z.string(),
  locale: z.string(),
  timezone: z.string(),
  country: z.string().optional(),
  simulated: z.boolean(),
  day_start: z.number(),
  slots: z.array(SlotOfNetwork),
  aims: z.array(NamedId),
  groups: z.array(NamedId),
  relations: z.array(AimRelation),
  shelf_life_weeks: z.number(),
  gap_threshold: z.number(),
  look_share: z.number(),
  threshold: z
    .number()
    .describe(
      "a withheld value is less; by zone × slot × need (or group) it may be repeat sightings instead, of any number",
    ),
  sensitive_threshold: z.number().describe("a withheld value of a sensitive view is less"),
  perturbation: RandomChange.describe("random change of a published value: at most D, variance V"),
  sensitive_perturbation: RandomChange,
  attribution: z.string(),
  attribution_short: z.string().optional().describe("for where the whole attribution would cover the map"),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  basemap: z.array(z.string()),
  warnings: z
    .array(
      z.object({
        kind: z.enum(["overlap", "holiday_never", "holiday_unknown", "zone_size"]),
        file: z.string(),
        where: z.string(),
        field: z.string(),
        value: z.string(),
        said: z.record(z.string(), z.string()).describe("the words of its sentence, by kind"),
      }),
    )
    .describe("what in the network folder is allowed and probably not meant"),
  periods: z.array(
    ClosedPeriod.extend({
      lattice: z
        .number()
        .describe(
          "-1: counted in today's zones, slots and needs; else in those of that edition: ask for them with period=",
        ),
    }),
  ),
  period: z.string().nullable(),
});

/** GET /api/network: what this network is, and which periods are closed. */
export const networkRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "The network: its slots, aims, closed periods and disclosure thresholds",
      responses: answers(NetworkAnswer),
    }),
    query(ThenQuery),
    async (c) => {
      const { network, published, basemap } = sources;
      await refuseOpen(sources, c.req.valid("query").period);
      const closed = await closedPeriods(published);
      const lattice = ({ from }: ClosedPeriod) => sources.latticeOn?.(from)?.number ?? TODAY;
      const periods = closed.map((period) => ({ ...period, lattice: lattice(period) }));
      const { disclosure, zones, needs, services, schedules, warnings = [], ...words } = network;
      return c.json({
        ...words,
        threshold: disclosure.threshold,
        sensitive_threshold: disclosure.sensitive.threshold,
        perturbation: randomChange(disclosure),
        sensitive_perturbation: randomChange(disclosure.sensitive),
        bounds: bounds(zones.map((zone) => zone.geometry)),
        basemap: Object.keys(basemap),
        warnings: warnings.map(({ problem, remedy, ...warning }) => warning),
        periods,
        period: (periods.find(({ kind }) => kind === "quarter") ?? periods[0])?.id ?? null,
      } satisfies z.infer<typeof NetworkAnswer>);
    },
  );

const randomChange = ({ perturbation: { D, V } }: { perturbation: Perturbation }) => ({ D, V });
