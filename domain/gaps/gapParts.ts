import { type Gamma, gammaTails } from "../stats/gamma.ts";
import { type Gap, type GapSize, gapOf, gapSize } from "../stats/gap.ts";
import type { NeedRate } from "../stats/needRate.ts";
import { HOURS } from "../week.ts";
import type { GapField } from "./gapField.ts";
import type { PlaceRate } from "./placeRates.ts";

/** One need in one slot of a zone: its rate, and the hours a week of those chosen without anybody competent. */
export type Part = PlaceRate & { need: number; slot: number; uncovered: number };

/** The parts of a zone over chosen hours, need by need and slot by slot; only slots that hold a chosen hour. */
export function partsOf(
  { coverage, needs, rates, uncovered, slotAt }: GapField,
  zone: number,
  hours: readonly number[],
): Part[] {
  const { length } = coverage.zones;
  const touched = [...new Set(hours.map((hour) => slotAt[hour] ?? 0))];
  const lacking = new Float64Array(coverage.slots.length);
  return needs.flatMap((_, need): Part[] => {
    lacking.fill(0);
    const first = (need * length + zone) * HOURS;
    for (const hour of hours) {
      const slot = slotAt[hour] ?? 0;
      lacking[slot] = (lacking[slot] ?? 0) + (uncovered[first + hour] ?? 0);
    }
    return touched.flatMap((slot) => {
      const place = rates[need]?.[zone]?.[slot];
      return place ? [{ ...place, need, slot, uncovered: lacking[slot] ?? 0 }] : [];
    });
  });
}

/** The gap of one need, or of several that lack together: uncovered are the hours of the need that lacks them most. */
export function gapIn(parts: readonly Part[], threshold: number): Gap {
  const place = { uncovered: uncoveredIn(parts), threshold };
  return gapOf(together(parts, place), place);
}

/** Its class and median alone. */
export function sizeIn(parts: readonly Part[], threshold: number): GapSize {
  const place = { uncovered: uncoveredIn(parts), threshold };
  return gapSize(together(parts, place), place);
}

function uncoveredIn(parts: readonly Part[]): number {
  const byNeed = new Map<number, number>();
  for (const { need, uncovered } of parts) byNeed.set(need, (byNeed.get(need) ?? 0) + uncovered);
  return Math.max(0, ...byNeed.values());
}

const meanOf = ({ rate: { posterior }, uncovered }: Part): number =>
  posterior ? (posterior.middle.shape / posterior.middle.rate) * uncovered : 0;

/**
 * Parts as one rate per uncovered hour, whose gap is their sum, taken as independent. Where nobody looked nothing is added
 * to the lower end and the prior to the upper one: such a sum is sure only by what is known.
 */
function together(
  parts: readonly Part[],
  { uncovered, threshold }: { uncovered: number; threshold: number },
): NeedRate {
  const lacking = parts.filter((part) => part.uncovered > 0 && part.rate.posterior !== null);
  const outside = parts.some(({ rate }) => rate.outside);
  if (uncovered === 0 || lacking.length === 0) return { state: "unknown", posterior: null, outside };
  const of = (...states: NeedRate["state"][]) => lacking.filter(({ rate }) => states.includes(rate.state));
  const [surely, middle, high] = [sum(of("known"), "low"), sum(lacking, "middle"), sum(lacking, "high")];
  const said = lacksSurely(of("known"), threshold) ? "known" : stateOf(lacking);
  const little = said === "known" && gammaTails(high, threshold).upper <= 1 - SURE;
  // Little by what is known, but hours of which too little is known are not calm.
  const partly = little && parts.some((part) => part.uncovered > 0 && part.rate.state !== "known");
  const state = partly ? "insufficient" : said;
  const low = state === "insufficient" ? sum(of("known", "insufficient"), "low") : surely;
  const perHour = ({ shape, rate }: Gamma): Gamma => ({ shape, rate: rate * uncovered });
  return {
    state,
    posterior: { low: perHour(low), middle: perHour(middle), high: perHour(high) },
    outside,
  };
}

/** Whether any need by itself, by what is known of it, is surely above the threshold: several small ones are none. */
function lacksSurely(known: readonly Part[], threshold: number): boolean {
  return [...new Set(known.map(({ need }) => need))].some((need) => {
    const own = sum(
      known.filter((part) => part.need === need),
      "low",
    );
    return gammaTails(own, threshold).upper >= SURE;
  });
}

/** The chance from which something is said plainly. */
export const SURE = 0.8;

/** What the parts say together: by whichever kind most of the expected need comes from. */
function stateOf(parts: readonly Part[]): NeedRate["state"] {
  const of = (state: NeedRate["state"]) =>
    parts.filter(({ rate }) => rate.state === state).reduce((total, part) => total + meanOf(part), 0);
  const [known, insufficient, unknown] = [of("known"), of("insufficient"), of("unknown")];
  if (unknown > known + insufficient) return "unknown";
  return known >= insufficient ? "known" : "insufficient";
}

/** The Gamma of the same mean and variance as the sum over parts of rate × uncovered hours; nearly nothing for none. */
export function sum(parts: readonly Part[], end: "low" | "middle" | "high"): Gamma {
  let [mean, variance] = [0, 0];
  for (const { rate, uncovered } of parts) {
    const gamma = rate.posterior?.[end];
    if (!gamma) continue;
    mean += (gamma.shape / gamma.rate) * uncovered;
    variance += (gamma.shape / gamma.rate ** 2) * uncovered ** 2;
  }
  return mean > 0 ? { shape: mean ** 2 / variance, rate: mean / variance } : NEARLY_NOTHING;
}

const NEARLY_NOTHING: Gamma = { shape: 0.5, rate: 1e9 };
