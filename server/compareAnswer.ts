import { z } from "zod";
import type { ComparedPlace } from "../domain/compare/comparedPlace.ts";
import { ClosedPeriod } from "./sources.ts";

const Side = z.object({
  shown: z.number(),
  upTo: z.number().nullable().describe("with every withheld cell at its most; null = nobody can tell"),
  middle: z.number().optional().describe("with every withheld cell at its likeliest"),
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
  low: z.number().describe("80 % interval"),
  high: z.number().nullable().describe("null = no upper end"),
  p: z.number(),
});
const Place = z.object({
  zone: z.string().nullable(),
  a: Side,
  b: Side,
  ratio: Ratio.nullable().describe("null = not compared"),
  q: z.number().nullable().describe("Benjamini and Hochberg over the places, or needs, told together"),
  grade: z.enum(["almost_certain", "likely", "alike", "maybe_alike", "too_few"]),
  step: z.number().int().min(0).max(6).nullable().describe("÷3 ÷2 less alike more ×2 ×3"),
});
const periods = {
  period: ClosedPeriod.describe("the finest closed period that publishes these needs by zone (and slot)"),
  before: ClosedPeriod.nullable().describe("that of a, when two periods are compared"),
};

/** What /api/compare answers. */
export const CompareAnswer = z.object({
  asked: z.string(),
  ...periods,
  a: z.array(z.string()),
  b: z.array(z.string()),
  network: Place,
  zones: z.array(Place),
  byNeed: z
    .object({ ...periods, needs: z.array(Place.extend({ need: z.string() })) })
    .nullable()
    .describe("the zone asked about, need by need; null = not asked, or not published one by one"),
});
export type CompareAnswer = z.infer<typeof CompareAnswer>;

/** JSON has no infinity: no upper end is null. */
export const written = <Of extends ComparedPlace>({ ratio, ...place }: Of) => ({
  ...place,
  ratio: ratio && { ...ratio, high: Number.isFinite(ratio.high) ? ratio.high : null },
});
