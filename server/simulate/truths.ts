import { z } from "zod";

const Words = { zone: z.string(), need: z.string() };

/**
 * truths.json: what the simulator planted, for tests to look for. Dates are operational days; `until` is the Monday after
 * the last week; hours are local hours of the week. A truth for which a network has no place is missing or null.
 */
export const Truths = z.strictObject({
  network: z.string(),
  seed: z.number(),
  weeks: z.number(),
  rate: z.number().describe("observations asked for per week"),
  from: z.iso.date(),
  until: z.iso.date(),
  gaps: z
    .array(
      z.strictObject({
        ...Words,
        slot: z.string(),
        nobody: z
          .boolean()
          .describe("true: no service at all is scheduled there, false: only incompetent ones"),
        services: z.array(z.string()).describe("competent services that passed by, unplanned"),
        visits: z.number(),
        visited_hours: z.number(),
        slot_hours_per_week: z.number(),
        need_per_hour: z
          .number()
          .describe("observations a competent service would make per hour, mean of the span"),
      }),
    )
    .max(2),
  emerging: z
    .strictObject({
      ...Words,
      from: z.iso.date(),
      factor: z.number(),
      base_per_hour: z.number().describe("mean over the competent presence before `from`"),
    })
    .nullable(),
  doubled: z
    .strictObject({
      service: z.string(),
      zone: z.string(),
      from: z.iso.date(),
      until: z.iso.date(),
      hours_per_week_before: z.number(),
      hours_per_week_during: z.number(),
    })
    .nullable(),
  contrast: z
    .strictObject({
      services: z.tuple([z.string(), z.string()]),
      aims: z.tuple([z.string(), z.string()]),
      zone: z.string(),
      hours: z
        .array(z.number())
        .describe("hours of the week they share in at least half of the weeks, as planned"),
      minutes_per_week: z.number(),
      planned: z.boolean().describe("true: in the schedules; false: one joins the other's turns, unplanned"),
    })
    .nullable(),
});
export type Truths = z.infer<typeof Truths>;
