import type { HoursHeld } from "../coverage.ts";
import {
  type NeedQuestion,
  type NeedRules,
  type NeedSum,
  type PublishedPeriod,
  per10Hours,
  presenceHours,
  publishedSum,
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
 * The need in one set of hours: the evidence (`upTo` null = nobody can tell), and the rate per 10 hours of presence from
 * `rate` to `upTo10`. `missing`: *no_hours* nobody was there to see; *small* most of the count is withheld, or may be; then
 * both are `null`.
 */
export type HoursSide = Omit<Evidence, "upTo"> & {
  upTo: number | null;
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
  const [one, other] = [toldBy(first), toldBy(second)];
  return {
    ...{ zone, a: first, b: second },
    ratio: one && other && publishedRateRatio(other, one, 80),
    sure: one && other && publishedRateRatio(other, one),
  };
}

/** A side that is compared. */
const toldBy = ({ missing, upTo, ...side }: HoursSide): Evidence | null =>
  missing === null && upTo !== null ? { ...side, upTo } : null;

function sideOf({ source, slots }: HoursOf, place: Omit<NeedQuestion, "slot">): HoursSide | null {
  const parts = slots === null ? [place] : slots.map((slot) => ({ ...place, slot }));
  const found = parts.flatMap((part) => publishedSum(source.period, part, source.rules) ?? []);
  if (found.length < parts.length) return null;
  const able = competent(source, place.needs);
  const hours = parts.reduce((sum, part) => sum + presenceHours(source.presence, part, able), 0);
  const evidence = { ...together(found), hours };
  const { shown, upTo } = evidence;
  if (hours === 0) return { ...evidence, rate: null, upTo10: null, missing: "no_hours" };
  if (upTo === null || upTo - shown > shown)
    return { ...evidence, rate: null, upTo10: null, missing: "small" };
  return { ...evidence, rate: per10Hours(shown, hours), upTo10: per10Hours(upTo, hours), missing: null };
}

/** The services able to record any of the needs; of all together, any ordinary one. */
function competent({ services, rules }: PeriodSource, needs: readonly string[] | null): Set<string> {
  const asked = needs ?? rules.needs.filter(({ sensitive }) => !sensitive).map(({ id }) => id);
  const able = services.filter((service) => service.needs.some((need) => asked.includes(need)));
  return new Set(able.map(({ id }) => id));
}

function together(sums: readonly NeedSum[]): Omit<HoursSide, "hours" | "rate" | "upTo10" | "missing"> {
  const total = (of: (one: NeedSum) => number) => sums.reduce((sum, one) => sum + of(one), 0);
  const known = sums.every(({ upTo }) => upTo !== null);
  return {
    shown: total(({ shown }) => shown),
    upTo: known ? total(({ upTo }) => upTo ?? 0) : null,
    middle: total(({ middle }) => middle),
    variance: total(({ noise }) => noise),
  };
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
