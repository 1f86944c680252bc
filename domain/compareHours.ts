import type { HoursHeld } from "./coverage.ts";
import {
  type NeedQuestion,
  type NeedRules,
  type PublishedCell,
  type PublishedPeriod,
  per10Hours,
  presenceHours,
  publishedCells,
} from "./published.ts";
import { benjaminiHochberg } from "./stats/fdr.ts";
import { type Grade, gradeOf } from "./stats/grade.ts";
import type { Evidence } from "./stats/needRate.ts";
import { publishedRateRatio, type RateRatio } from "./stats/rateRatio.ts";
import type { Slot } from "./week.ts";

/** Two sets of hours, each made of whole slots (need is published by slot); `needs` null = all of them. */
export type TwoHours = { a: readonly string[]; b: readonly string[]; needs: readonly string[] | null };

/** What one closed period says: published cells, exact presence hours, and the rules cells were published by. */
export type PeriodSource = {
  period: PublishedPeriod;
  presence: HoursHeld;
  /** Services able to record the needs asked about; null = all of them. */
  competent: ReadonlySet<string> | null;
  rules: NeedRules;
};

/**
 * The need in one set of hours: the evidence, and the rate per 10 hours of presence from `rate` to `upTo10`. `missing`:
 * *no_hours* nobody was there to see; *small* most of the count is withheld; then both are `null`.
 */
export type HoursSide = Evidence & {
  rate: number | null;
  upTo10: number | null;
  missing: "no_hours" | "small" | null;
};

/**
 * One place (`zone` null = the whole network) in both sets of hours. `ratio` is how many times the rate of the second is
 * the first's, `null` when not compared; `q` is over all zones. `step` is its class, see `ratioStep`.
 */
export type ComparedPlace = {
  zone: string | null;
  a: HoursSide;
  b: HoursSide;
  ratio: RateRatio | null;
  q: number | null;
  grade: Grade;
  step: RatioStep | null;
};

/** Seven classes of a ratio: 0 ÷3 or less, 1 ÷2, 2 less, 3 alike or cannot be told, 4 more, 5 ×2, 6 ×3 or more. */
export type RatioStep = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/**
 * Compares the need of two sets of hours, zone by zone and over the whole network: rates per presence hour, their ratio
 * with the interval that Poisson and perturbation give it, and how sure a difference is among all zones. A side that is
 * mostly withheld, or without presence, is not compared. `null` when the period does not publish zones by slot (for
 * these needs): ask a coarser one.
 * @throws RangeError when a set is empty or both hold the same slot
 * @see methods B2, "Day/night comparison", and "How it fits together" 5
 */
export function compareHours(
  source: PeriodSource,
  question: TwoHours,
  zones: readonly string[],
): { network: ComparedPlace; zones: ComparedPlace[] } | null {
  refuseSharedSlots(question);
  const whole = bothSides(source, question, null);
  const places = zones.flatMap((zone) => bothSides(source, question, zone) ?? []);
  if (!whole || places.length < zones.length) return null;
  const q = benjaminiHochberg(places.map(({ ratio }) => ratio?.p ?? null));
  return {
    network: graded(whole, whole.ratio?.p ?? null),
    zones: places.map((place, i) => graded(place, q[i] ?? null)),
  };
}

/** The class of a comparison; `null` when nothing was compared. What cannot be told from equal is 3, whatever its ratio. */
export function ratioStep(ratio: RateRatio | null, grade: Grade): RatioStep | null {
  if (!ratio || grade === "too_few") return null;
  if (grade === "alike" || grade === "maybe_alike") return 3;
  const more = ratio.ratio === null || ratio.ratio > 1;
  const times = ratio.ratio === null ? Number.POSITIVE_INFINITY : Math.max(ratio.ratio, 1 / ratio.ratio);
  // By the figure as it is read, ×2,0: a colour that says less than the number beside it would be a riddle.
  const far = [2, 3].filter((bound) => Math.round(times * 10) / 10 >= bound).length;
  return (more ? 4 + far : 2 - far) as RatioStep;
}

/**
 * The two sets compared when nobody chose: night is every slot that crosses midnight (the last one, in a network without
 * any), day is the rest.
 */
export function dayAndNight(slots: readonly Slot[]): { a: string[]; b: string[] } {
  const late = slots.filter(({ from, to }) => to <= from);
  const b = (late.length > 0 ? late : slots.slice(-1)).map(({ id }) => id);
  return { a: slots.map(({ id }) => id).filter((id) => !b.includes(id)), b };
}

/** The local hours of a set of slots as stretches, those that touch joined: `[{ from: 22, to: 6 }]`. */
export function clockStretches(
  slots: readonly Slot[],
  ids: readonly string[],
): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of slots.filter(({ id }) => ids.includes(id))) {
    const last = stretches.at(-1);
    if (last?.to === from) last.to = to;
    else stretches.push({ from, to });
  }
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last || first === last || last.to !== first.from) return stretches;
  return [...stretches.slice(1, -1), { from: last.from, to: first.to }];
}

/**
 * Four breaks of a need ramp, the same for both maps: about a half, four fifths, five quarters and twice the network's
 * rate, rounded to two digits at most. `null` when the network has no rate.
 */
export function needBreaks({ a, b }: Pick<ComparedPlace, "a" | "b">): number[] | null {
  const rate = per10Hours(a.shown + b.shown, a.hours + b.hours);
  if (!rate) return null;
  return [0.5, 0.8, 1.25, 2].map((share) => {
    const value = rate * share;
    const grain = value >= 10 ? 1 : value >= 2 ? 0.5 : 0.1;
    return Math.round(value / grain) * grain;
  });
}

type Sides = Pick<ComparedPlace, "zone" | "a" | "b" | "ratio">;

function bothSides(source: PeriodSource, { a, b, needs }: TwoHours, zone: string | null): Sides | null {
  const place = { needs, ...(zone === null ? {} : { zone }) };
  const [first, second] = [sideOf(source, place, a), sideOf(source, place, b)];
  if (!first || !second) return null;
  const told = first.missing === null && second.missing === null;
  return { zone, a: first, b: second, ratio: told ? publishedRateRatio(second, first) : null };
}

function sideOf(
  source: PeriodSource,
  place: Omit<NeedQuestion, "slot">,
  slots: readonly string[],
): HoursSide | null {
  const bySlot = slots.map((slot) => publishedCells(source.period, { ...place, slot }, source.rules));
  if (bySlot.some((cells) => cells === null)) return null;
  const hours = slots.reduce(
    (sum, slot) => sum + presenceHours(source.presence, { ...place, slot }, source.competent),
    0,
  );
  const evidence = evidenceOf(
    bySlot.flatMap((cells) => cells ?? []),
    hours,
  );
  const { shown, upTo } = evidence;
  const missing = hours === 0 ? "no_hours" : upTo - shown > shown ? "small" : null;
  if (missing !== null) return { ...evidence, rate: null, upTo10: null, missing };
  return { ...evidence, rate: per10Hours(shown, hours), upTo10: per10Hours(upTo, hours), missing };
}

function evidenceOf(cells: readonly PublishedCell[], hours: number): Evidence {
  const evidence = { shown: 0, upTo: 0, variance: 0, hours };
  for (const { value, threshold, variance } of cells) {
    evidence.shown += value ?? 0;
    evidence.upTo += value ?? threshold - 1;
    evidence.variance += value === null ? 0 : variance;
  }
  return evidence;
}

function graded(place: Sides, q: number | null): ComparedPlace {
  const grade = gradeOf(place.ratio, q);
  return { ...place, q, grade, step: ratioStep(place.ratio, grade) };
}

function refuseSharedSlots({ a, b }: TwoHours): void {
  if (a.length === 0 || b.length === 0) throw new RangeError("a set of hours without a slot");
  const shared = a.find((slot) => b.includes(slot));
  if (shared !== undefined) throw new RangeError(`slot "${shared}" stands in both sets of hours`);
}
