import type { HoursHeld } from "../coverage.ts";
import {
  type NeedQuestion,
  type NeedRules,
  type PublishedCell,
  type PublishedPeriod,
  per10Hours,
  presenceHours,
  publishedCells,
} from "../published.ts";
import { benjaminiHochberg } from "../stats/fdr.ts";
import { type Grade, gradeOf } from "../stats/grade.ts";
import type { Evidence } from "../stats/needRate.ts";
import { publishedRateRatio, type RateRatio } from "../stats/rateRatio.ts";

/** What one closed period says: published cells, presence hours to count on, and the rules cells were published by. */
export type PeriodSource = {
  period: PublishedPeriod;
  presence: HoursHeld;
  /** The needs each service is able to record: only its hours count where they are asked about. */
  services: readonly { id: string; needs: readonly string[] }[];
  rules: NeedRules;
};

/** One side of a comparison: a closed period, and slots of it; `null` = every hour. */
export type HoursOf = { source: PeriodSource; slots: readonly string[] | null };

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
 * One place (`zone` null = the whole network) on both sides. `ratio` is how many times the rate of the second is
 * the first's, its interval right 80 times in 100, `null` when not compared; `q` is over all zones. `step` is its class, see
 * `ratioStep`.
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

/** A place compared, before it is known how sure that is among others; `sure` holds the 95 % interval. */
export type Sides = Pick<ComparedPlace, "zone" | "a" | "b" | "ratio"> & { sure: RateRatio | null };

/** One place (`null` = the whole network) on both sides; `null` when a side is not published so finely. */
export function bothSides(
  [a, b]: readonly [HoursOf, HoursOf],
  needs: readonly string[] | null,
  zone: string | null,
): Sides | null {
  const place = { needs, ...(zone === null ? {} : { zone }) };
  const [first, second] = [sideOf(a, place), sideOf(b, place)];
  if (!first || !second) return null;
  const told = first.missing === null && second.missing === null;
  return {
    ...{ zone, a: first, b: second },
    ratio: told ? publishedRateRatio(second, first, 80) : null,
    sure: told ? publishedRateRatio(second, first) : null,
  };
}

function sideOf({ source, slots }: HoursOf, place: Omit<NeedQuestion, "slot">): HoursSide | null {
  const parts = slots === null ? [place] : slots.map((slot) => ({ ...place, slot }));
  const found = parts.map((part) => publishedCells(source.period, part, source.rules));
  if (found.some((cells) => cells === null)) return null;
  const able = competent(source, place.needs);
  const hours = parts.reduce((sum, part) => sum + presenceHours(source.presence, part, able), 0);
  const evidence = evidenceOf(
    found.flatMap((cells) => cells ?? []),
    hours,
  );
  const { shown, upTo } = evidence;
  const missing = hours === 0 ? "no_hours" : upTo - shown > shown ? "small" : null;
  if (missing !== null) return { ...evidence, rate: null, upTo10: null, missing };
  return { ...evidence, rate: per10Hours(shown, hours), upTo10: per10Hours(upTo, hours), missing };
}

function competent({ services }: PeriodSource, needs: readonly string[] | null): Set<string> | null {
  if (needs === null) return null;
  const able = services.filter((service) => service.needs.some((need) => needs.includes(need)));
  return new Set(able.map(({ id }) => id));
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

/** How sure each of the places shown together is: q-values of Benjamini and Hochberg over them. */
export function gradedTogether<Of extends Sides>(places: readonly Of[]) {
  const q = benjaminiHochberg(places.map(({ ratio }) => ratio?.p ?? null));
  return places.map((place, i) => graded(place, q[i] ?? null));
}

/** How sure a place is, given its q. Shown is an 80 % interval; *alike* is said only by the 95 % one. */
export function graded<Of extends Sides>({ sure, ...place }: Of, q: number | null) {
  const grade = gradeOf(sure, q);
  return { ...place, q, grade, step: ratioStep(place.ratio, grade) };
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
