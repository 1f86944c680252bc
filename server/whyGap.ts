import { z } from "zod";
import { gapField, thresholdOf } from "../domain/gaps/gapField.ts";
import { type NeedReason, type SlotReason, whyGap } from "../domain/gaps/whyGap.ts";
import { gapSource, hoursOf } from "./gaps.ts";
import { rounded, roundedEnds } from "./rounded.ts";
import type { Sources } from "./sources.ts";

const span = z.tuple([z.number(), z.number()]).nullable();
const Slot = z.object({
  slot: z.string(),
  origin: z
    .object({ period: z.string(), whole_day: z.boolean(), group: z.string().nullable() })
    .nullable()
    .describe("the published cell behind the rate; null = none"),
  instead: z.boolean().describe("the slot's own cell is withheld over too few hours"),
  shown: z.number().describe("published count"),
  up_to: z.number().describe("with every withheld part at its most"),
  hours: z.number().describe("presence hours of competent services in that cell"),
  state: z.enum(["known", "insufficient", "unknown"]),
  rate10: z.number().nullable().describe("per 10 presence hours, median"),
  interval10: span.describe("10 … 90 %"),
  uncovered_hours: z.number().describe("a week, of those chosen"),
});

/** What stands behind a zone's gap, need by need: as the page says it, from published cells and presence alone. */
export const GapReasons = z.object({
  threshold: z.number().describe("episodes a week from which a gap counts, over the hours chosen"),
  needs: z.array(
    z.object({
      need: z.string(),
      class: z.enum(["gap", "uncertain", "below", "covered", "unknown"]),
      expected: z.number().nullable().describe("episodes a week with nobody competent there, median"),
      interval: span.describe("10 … 90 %"),
      services: z.array(z.string()).describe("those competent"),
      slots: z.array(Slot),
    }),
  ),
});
type GapReasons = z.infer<typeof GapReasons>;

type Asked = { period: string; zone: string; hours: string; need: string | undefined };

/** @throws 400 when the period is not closed or hours are none */
export async function gapReasons(
  sources: Sources,
  { period, zone, hours, need }: Asked,
): Promise<GapReasons> {
  const chosen = hoursOf("hours", hours === "week" ? undefined : hours, sources.network.day_start);
  const field = gapField(await gapSource(sources, period), need ? [need] : []);
  return { threshold: thresholdOf(field, chosen), needs: whyGap(field, zone, chosen).map(needOf) };
}

const between = (ends: [number, number] | null, times = 1): [number, number] | null =>
  ends && roundedEnds([ends[0] * times, ends[1] * times]);

const needOf = ({ need, gap, services, slots }: NeedReason): GapReasons["needs"][number] => ({
  need,
  class: gap.class,
  expected: gap.middle === null ? null : rounded(gap.middle),
  interval: between(gap.interval),
  services,
  slots: slots.map(slotOf),
});

const slotOf = ({
  slot,
  origin,
  instead,
  evidence,
  state,
  rate,
  uncovered,
}: SlotReason): z.infer<typeof Slot> => ({
  slot,
  origin: origin && { period: origin.period, whole_day: origin.wholeDay, group: origin.group },
  instead,
  shown: evidence.shown,
  up_to: evidence.upTo,
  hours: rounded(evidence.hours),
  state,
  rate10: rate && rounded(rate.middle * 10),
  interval10: between(rate?.interval ?? null, 10),
  uncovered_hours: rounded(uncovered),
});
