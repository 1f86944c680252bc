import type { RateRatio } from "./rateRatio.ts";

/**
 * How sure a difference is, for words on screen: *almost_certain* (quasi certo: 1 in 20 of those called so is wrong),
 * *likely* (probabile: 1 in 5), *alike* (pari: surely within half as much again), *maybe_alike* (forse pari: cannot tell),
 * *too_few* (pochi dati).
 */
export type Grade = "almost_certain" | "likely" | "alike" | "maybe_alike" | "too_few";

/**
 * The grade of a comparison among several: by its q-value, the share of wrong ones among all graded as surely.
 * @param comparison `null` = not compared
 * @param q q-value over all zones or needs shown together
 */
export function gradeOf(comparison: RateRatio | null, q: number | null): Grade {
  if (!comparison || q === null) return "too_few";
  if (comparison.low > 1 / ALIKE && comparison.high < ALIKE) return "alike";
  if (q <= 0.05) return "almost_certain";
  return q <= 0.2 ? "likely" : "maybe_alike";
}

const ALIKE = 1.5;
