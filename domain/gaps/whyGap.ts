import type { Gap } from "../stats/gap.ts";
import { type Evidence, type NeedRate, rateQuantile } from "../stats/needRate.ts";
import type { Origin } from "./findCell.ts";
import { competentFor } from "./findCell.ts";
import { type GapField, thresholdOf } from "./gapField.ts";
import { gapIn, type Part, partsOf } from "./gapParts.ts";

/**
 * One need in one slot: the published cell behind its rate (`origin` null = none, `instead`: the slot's own is withheld),
 * what that cell says over how many competent hours, the rate per presence hour (median and 10 … 90 %, `null` = not
 * known), and the hours a week of those chosen without anybody competent. `outside`: needs were recorded there while nobody
 * competent was, a fault in the data.
 */
export type SlotReason = {
  slot: string;
  origin: Origin | null;
  instead: boolean;
  evidence: Evidence;
  state: NeedRate["state"];
  outside: boolean;
  rate: { middle: number; interval: [number, number] } | null;
  uncovered: number;
};

/** Why a need's gap in a zone is what it is: slot by slot, and together. `services`: those competent for it. */
export type NeedReason = { need: string; gap: Gap; services: string[]; slots: SlotReason[] };

/**
 * What stands behind a zone's gap over chosen hours, need by need, greatest first.
 * @returns none for a zone the network does not know
 * @see methods B2, "Rate" and "Gap"
 */
export function whyGap(field: GapField, zone: string, hours: readonly number[]): NeedReason[] {
  const at = field.coverage.zones.indexOf(zone);
  if (at < 0) return [];
  const open = hours.filter((hour) => field.open[hour] === 1);
  const [parts, threshold] = [partsOf(field, at, open), thresholdOf(field, hours)];
  const reasons = field.needs.map((need, n): NeedReason => {
    const own = parts.filter((part) => part.need === n);
    const services = [...competentFor(field, need)];
    return { need, gap: gapIn(own, threshold), services, slots: own.map((part) => slotReason(field, part)) };
  });
  const size = ({ gap }: NeedReason) => gap.middle ?? -1;
  return reasons.sort((a, b) => size(b) - size(a) || (a.need < b.need ? -1 : 1));
}

/** The cells behind several slots, each once; the slots in which another cell stands in for a withheld one too. */
export function originsOf(slots: readonly Pick<SlotReason, "origin">[]): Origin[] {
  const found = new Map(slots.flatMap(({ origin }) => (origin ? [[JSON.stringify(origin), origin]] : [])));
  return [...found.values()];
}

function slotReason({ coverage }: GapField, part: Part): SlotReason {
  const { origin, instead, evidence, uncovered, rate } = part;
  const at = (p: number) => rateQuantile(rate, p);
  const [low, middle, high] = [at(0.1), at(0.5), at(0.9)];
  const known = low !== null && middle !== null && high !== null;
  return {
    slot: coverage.slots[part.slot]?.id ?? "",
    ...{ origin, instead, evidence, uncovered },
    state: rate.state,
    outside: rate.outside,
    rate: known ? { middle, interval: [low, high] } : null,
  };
}
