import { z } from "zod";

/**
 * What may be said of a need in a place at a close. *unknown*: nobody able to see it was there; *few*: too little is
 * published to tell; *norm*: as much as expected of those hours; *emerging*: beyond chance; *confirmed*: so more than once,
 * or as part of a cluster. Unknown and few are never calm.
 */
export const State = z.enum(["emerging", "confirmed", "norm", "few", "unknown"]);
export type State = z.infer<typeof State>;

/** How a need went over the closed months: *few* = fewer than ten months that tell. */
export const Trend = z.enum(["rising", "falling", "flat", "few"]);
export type Trend = z.infer<typeof Trend>;

/** Rounded: about half as much again, twice, three times or more. */
export const RoundedRatio = z.union([z.literal(1.5), z.literal(2), z.literal(3)]);
export type RoundedRatio = z.infer<typeof RoundedRatio>;

/**
 * One thing that is growing, as it is published: classes, never counts or probabilities. `id` stays the same from close to
 * close. `ratio` `null`: a trend, or growth of less than a quarter. `zones` empty: the whole city, said once. `since`: the
 * Monday (a month's first day for a trend) it began. `corrected` false: nobody's hours are known, so that more looking may
 * be what grew. `services`: how many see it grow by themselves; `null` where none does or it was not asked. `weeks`: those
 * it is said of, `null` for a trend.
 */
export const Finding = z.strictObject({
  id: z.string(),
  kind: z.enum(["zone", "cluster", "city", "trend"]),
  need: z.string(),
  zones: z.array(z.string()),
  grade: z.enum(["to_confirm", "confirmed", "slow"]),
  ratio: RoundedRatio.nullable(),
  since: z.iso.date(),
  weeks: z.number().int().nullable(),
  strength: z.enum(["fair", "strong"]),
  services: z.enum(["one", "two", "several"]).nullable(),
  corrected: z.boolean(),
});
export type Finding = z.infer<typeof Finding>;

/**
 * What is new since the close before: `finding` as it is now (as it last was, when it *ended*), `before` as it was then
 * (`null` when it appeared). `why` it ended: back to the *norm*, or only that too *few* data or nobody (*unknown*) can say.
 */
export const News = z.strictObject({
  change: z.enum(["appeared", "grew", "confirmed", "ended"]),
  finding: Finding,
  before: Finding.nullable(),
  why: z.enum(["norm", "few", "unknown"]).nullable(),
});
export type News = z.infer<typeof News>;

/** Classes of an emerging hot spot analysis (descriptive; only networks of thirty zones or more). */
export const HotSpot = z.enum([
  "new_hot",
  "consecutive_hot",
  "intensifying_hot",
  "persistent_hot",
  "diminishing_hot",
  "sporadic_hot",
  "oscillating_hot",
  "historical_hot",
  "none",
  "new_cold",
  "consecutive_cold",
  "intensifying_cold",
  "persistent_cold",
  "diminishing_cold",
  "sporadic_cold",
  "oscillating_cold",
  "historical_cold",
]);
export type HotSpot = z.infer<typeof HotSpot>;

/**
 * Everything published of one close (a closed week). `states` and `trends` are columns, every need in every place where it
 * may be published, in the order of the network; `zone` `null` = the whole city. Sensitive needs are read for the whole
 * city only. `findings` the surest first.
 */
export const Reading = z.strictObject({
  epoch: z.string(),
  states: z.strictObject({
    zone: z.array(z.string().nullable()),
    need: z.array(z.string()),
    state: z.array(State),
    trend: z.array(Trend),
  }),
  hot_spots: z.strictObject({ zone: z.array(z.string()), need: z.array(z.string()), spot: z.array(HotSpot) }),
  findings: z.array(Finding),
  news: z.array(News),
});
export type Reading = z.infer<typeof Reading>;
