import { HOURS, hourAtPlace, type Slot, slotOf, weekpartOf } from "../../../domain/week.ts";
import { type NeedRate, type NeedSource, needRate } from "../../needRate.ts";

/** A slot on one day of the strip with the need published for it. */
export type NeedSpan = { from: number; to: number; need: NeedRate };

type Question = { slots: readonly Slot[]; dayStart: number; zone: string | null; needs: readonly string[] };

/**
 * The need under each day. For the network it is published by slot and weekday or weekend, for a zone by slot:
 * days that share a published figure are drawn equal, none is invented.
 */
export function needSpans(source: NeedSource, { slots, dayStart, zone, needs }: Question): NeedSpan[] {
  const asked = new Map<string, NeedRate>();
  const rateOf = (place: number): { slot: string; need: NeedRate } => {
    const hour = hourAtPlace(place, dayStart);
    const slot = slotOf(hour, slots).id;
    const where = zone ? { zone } : { weekpart: weekpartOf(hour, dayStart) };
    const key = `${slot} ${where.weekpart}`;
    const question = { ...where, slot, needs: needs.length > 0 ? needs : null };
    const need = asked.get(key) ?? needRate(source, question);
    asked.set(key, need);
    return { slot, need };
  };
  const spans: (NeedSpan & { slot: string })[] = [];
  for (let place = 0; place < HOURS; place++) {
    const { slot, need } = rateOf(place);
    const last = spans.at(-1);
    if (last && last.slot === slot && last.to === place && place % 24 !== 0) last.to = place + 1;
    else spans.push({ from: place, to: place + 1, slot, need });
  }
  return spans;
}

/** The top of the need axis: a round number over the highest rate. */
export function needTop(spans: readonly NeedSpan[]): number {
  const highest = Math.max(0, ...spans.map(({ need }) => need.upTo ?? 0));
  return Math.max(1, Math.ceil(highest * 1.05));
}
