import type { ProposedShift } from "./advise.ts";
import type { Unmet, UnmetField } from "./unmetField.ts";

/** What a shift adds of one need: `worth` as in its purpose; `likely`: episodes a week met, 10 … 90 %, `null` = not known. */
export type Covered = { need: string; worth: number; likely: Unmet["interval"] | null };

/** What a proposed shift meets, need by need, with how sure that is. */
export function coveredBy(field: UnmetField, shift: ProposedShift): Covered[] {
  const hours = Array.from({ length: shift.length }, (_, i) => (shift.hour + i) % 168);
  return shift.covers.map(({ need, worth }) => {
    const unmet = hours.flatMap((hour) => field.unmet({ zone: shift.zone, hour, need }) ?? []);
    const middle = unmet.reduce((sum, one) => sum + one.middle, 0);
    if (shift.purpose !== "act" || middle === 0) return { need, worth, likely: null };
    const at = (end: 0 | 1) => (unmet.reduce((sum, { interval }) => sum + interval[end], 0) * worth) / middle;
    return { need, worth, likely: [at(0), at(1)] };
  });
}

/**
 * Episodes a week that shifts meet together: hours of one need in one zone rise and fall together (one rate), different
 * ones are taken as independent. Nothing that is only to be learnt counts.
 */
export function metTogether(shifts: readonly { zone: string; covers: readonly Covered[] }[]): Unmet {
  const rates = new Map<string, Unmet>();
  for (const { zone, covers } of shifts) {
    for (const { need, worth, likely } of covers) {
      if (!likely) continue;
      const before = rates.get(`${zone} ${need}`) ?? { middle: 0, interval: [0, 0] };
      rates.set(`${zone} ${need}`, {
        middle: before.middle + worth,
        interval: [before.interval[0] + likely[0], before.interval[1] + likely[1]],
      });
    }
  }
  const all = [...rates.values()];
  const middle = all.reduce((sum, rate) => sum + rate.middle, 0);
  const off = (end: 0 | 1) =>
    Math.sqrt(all.reduce((sum, rate) => sum + (rate.interval[end] - rate.middle) ** 2, 0));
  return { middle, interval: [Math.max(0, middle - off(0)), middle + off(1)] };
}
