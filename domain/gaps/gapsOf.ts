import { type Gamma, gammaTails } from "../stats/gamma.ts";
import { type Gap, gapOf } from "../stats/gap.ts";
import type { NeedRate } from "../stats/needRate.ts";
import { HOURS, stripPlace, weekdayOf } from "../week.ts";
import { type GapField, thresholdOf } from "./gapField.ts";
import type { Origin } from "./placeRates.ts";

/** One need's gap in a zone. `hours`: of competent presence in the period, in the slots chosen. */
export type NeedGap = { need: string; gap: Gap; hours: number };

/**
 * A zone's gap over chosen hours: that of `lacking`, the needs it is said of. `needs`: all asked for, greatest first;
 * `chosen`: hours a week chosen that lie in the period; `origins`: the published cells behind it.
 */
export type ZoneGap = {
  id: string;
  gap: Gap;
  lacking: string[];
  needs: NeedGap[];
  hours: number;
  chosen: number;
  threshold: number;
  origins: Origin[];
};

/**
 * The gap of every zone over the chosen hours. Each need is held to the threshold by itself. The zone has a *gap* when any
 * need surely has one, and its gap is that of those needs together; else it is *unknown* when most of its uncovered needs
 * are, and else what its most lacking need is.
 * @see methods B2, "Gap"
 */
export function gapsOf(field: GapField, hours: readonly number[]): ZoneGap[] {
  const threshold = thresholdOf(field, hours);
  const open = hours.filter((hour) => field.open[hour] === 1);
  return field.coverage.zones.map((id, zone) => {
    const parts = partsOf(field, zone, open);
    const needs = needGaps(field, parts, threshold);
    const lacking = lackingOf(needs);
    const names = new Set(lacking.map(({ need }) => need));
    const own = parts.filter(({ need }) => names.has(field.needs[need] ?? ""));
    const gap = lacking.length === 1 && lacking[0] ? lacking[0].gap : gapIn(own, threshold);
    const behind = Math.max(0, ...lacking.map((need) => need.hours));
    const rest = { hours: behind, chosen: open.length, threshold, origins: originsOf(own) };
    return { id, gap, lacking: [...names], needs, ...rest };
  });
}

/**
 * The hours of the week in which at least one zone surely has a gap, by slot and day: 1 at their place on the strip.
 * @param only one zone; `null` = any
 */
export function gapPlaces(field: GapField, only: string | null): Uint8Array {
  const { coverage, slotAt } = field;
  const places = new Uint8Array(HOURS);
  const groups = new Map<string, number[]>();
  for (let hour = 0; hour < HOURS; hour++) {
    if (field.open[hour] !== 1) continue;
    const key = `${weekdayOf(hour, coverage.dayStart)} ${slotAt[hour]}`;
    groups.set(key, [...(groups.get(key) ?? []), hour]);
  }
  const zones = coverage.zones.flatMap((zone, z) => (only === null || zone === only ? [z] : []));
  for (const hours of groups.values()) {
    const sure = zones.flatMap((zone) => sureNeeds(field, zone, hours).map((need) => ({ zone, need })));
    const open = hours.filter((hour) => sure.some((place) => isMostlyOpen(field, place, hour)));
    for (const hour of open) places[stripPlace(hour, coverage.dayStart)] = 1;
  }
  return places;
}

type Part = { need: number; uncovered: number; hours: number; rate: NeedRate; origin: Origin | null };

function partsOf(
  { coverage, needs, rates, uncovered, slotAt }: GapField,
  zone: number,
  hours: readonly number[],
) {
  const slots = coverage.slots.length;
  const { length } = coverage.zones;
  return needs.flatMap((_, need): Part[] => {
    const lacking = new Float64Array(slots);
    const touched = new Set<number>();
    for (const hour of hours) {
      const slot = slotAt[hour] ?? 0;
      touched.add(slot);
      lacking[slot] = (lacking[slot] ?? 0) + (uncovered[(need * length + zone) * HOURS + hour] ?? 0);
    }
    return [...touched].flatMap((slot) => {
      const place = rates[need]?.[zone]?.[slot];
      return place ? [{ need, uncovered: lacking[slot] ?? 0, ...place }] : [];
    });
  });
}

function needGaps({ needs }: GapField, parts: readonly Part[], threshold: number): NeedGap[] {
  const rows = needs.map((need, n): NeedGap => {
    const own = parts.filter((part) => part.need === n);
    const hours = own.reduce((sum, part) => sum + part.hours, 0);
    return { need, gap: gapIn(own, threshold), hours };
  });
  const size = ({ gap }: NeedGap) => gap.middle ?? -1;
  return rows.sort((a, b) => size(b) - size(a) || (a.need < b.need ? -1 : 1));
}

/** The needs a zone's gap is said of: all that surely lack, or those that give the zone its class. */
function lackingOf(needs: readonly NeedGap[]): NeedGap[] {
  const of = (kind: Gap["class"]) => needs.filter(({ gap }) => gap.class === kind);
  const sure = of("gap");
  if (sure.length > 0) return sure;
  const unknown = of("unknown");
  if (2 * unknown.length > needs.length - of("covered").length) return unknown;
  for (const kind of ["uncertain", "unknown", "below"] as const) {
    const [first] = of(kind);
    if (first) return [first];
  }
  return needs.slice(0, 1);
}

/** Of one need, or of several that lack together: uncovered are the hours of the need that lacks them most. */
function gapIn(parts: readonly Part[], threshold: number): Gap {
  const byNeed = new Map<number, number>();
  for (const { need, uncovered } of parts) byNeed.set(need, (byNeed.get(need) ?? 0) + uncovered);
  const uncovered = Math.max(0, ...byNeed.values());
  return gapOf(together(parts, { uncovered, threshold }), { uncovered, threshold });
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
) {
  const lacking = parts.filter((part) => part.uncovered > 0 && part.rate.posterior !== null);
  const outside = parts.some(({ rate }) => rate.outside);
  if (uncovered === 0 || lacking.length === 0) return { state: "unknown", posterior: null, outside } as const;
  const known = lacking.filter(({ rate }) => rate.state === "known");
  const [low, middle, high] = [sum(known, "low"), sum(lacking, "middle"), sum(lacking, "high")];
  const perHour = ({ shape, rate }: Gamma): Gamma => ({ shape, rate: rate * uncovered });
  const posterior = { low: perHour(low), middle: perHour(middle), high: perHour(high) };
  const state = gammaTails(low, threshold).upper >= SURE ? "known" : stateOf(lacking);
  const little = state === "known" && gammaTails(high, threshold).upper <= 1 - SURE;
  // Little by what is known, but hours of which too little is known are not calm.
  const partly = little && parts.some((part) => part.uncovered > 0 && part.rate.state !== "known");
  return { state: partly ? "insufficient" : state, posterior, outside } as const;
}

const SURE = 0.8;

/** What the parts say together: by whichever kind most of the expected need comes from. */
function stateOf(parts: readonly Part[]): NeedRate["state"] {
  const of = (state: NeedRate["state"]) =>
    parts.filter(({ rate }) => rate.state === state).reduce((total, part) => total + meanOf(part), 0);
  const [known, insufficient, unknown] = [of("known"), of("insufficient"), of("unknown")];
  if (unknown > known + insufficient) return "unknown";
  return known >= insufficient ? "known" : "insufficient";
}

/** The Gamma of the same mean and variance as a sum of independent ones; nearly nothing for none. */
function sum(parts: readonly Part[], end: "low" | "middle" | "high"): Gamma {
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

/** The needs that surely lack in a zone over the hours of one slot of one day. */
function sureNeeds(field: GapField, zone: number, hours: readonly number[]): number[] {
  const parts = partsOf(field, zone, hours);
  return field.needs.flatMap((_, need) => {
    const known = parts.filter(
      (part) => part.need === need && part.uncovered > 0 && part.rate.state === "known",
    );
    const sure = known.length > 0 && gammaTails(sum(known, "low"), field.gapThreshold).upper >= SURE;
    return sure ? [need] : [];
  });
}

/** Whether nobody competent for a need is there in most weeks of an hour. */
function isMostlyOpen(
  { coverage, uncovered }: GapField,
  { zone, need }: { zone: number; need: number },
  hour: number,
): boolean {
  return (uncovered[(need * coverage.zones.length + zone) * HOURS + hour] ?? 0) > 0.5;
}

function originsOf(parts: readonly Part[]): Origin[] {
  const found = new Map(parts.flatMap(({ origin }) => (origin ? [[JSON.stringify(origin), origin]] : [])));
  return [...found.values()];
}
