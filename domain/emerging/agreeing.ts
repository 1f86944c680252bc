import type { NeedSeries } from "./needSeries.ts";
import { sumBack } from "./needTallies.ts";
import { PARAMETERS } from "./parameters.ts";
import type { Finding } from "./reading.ts";

/**
 * How many services see a need grow by themselves: those that recorded it in these zones and weeks, more often per own hour
 * there than in their own base weeks there. `null` when none does, each by itself.
 * @param cell zones by index, and how many weeks of the last
 */
export function agreeing(
  { services }: Pick<NeedSeries, "services">,
  cell: { zones: readonly number[]; weeks: number },
  weeks: number,
): Finding["services"] {
  const agree = services.filter(({ counts, hours }) => {
    const sum = (values: ArrayLike<number>, back: { from: number; to: number }) =>
      cell.zones.reduce((total, zone) => total + sumBack({ values, weeks }, zone, back), 0);
    const now = { from: cell.weeks, to: 0 };
    const before = { from: cell.weeks + PARAMETERS.baseWeeks, to: cell.weeks };
    const [seen, there] = [sum(counts, now), sum(hours, now)];
    const [seenBefore, thereBefore] = [sum(counts, before), sum(hours, before)];
    return seen >= 1 && there > 0 && thereBefore > 0 && seen / there > seenBefore / thereBefore;
  }).length;
  if (agree === 0) return null;
  return agree === 1 ? "one" : agree === 2 ? "two" : "several";
}
