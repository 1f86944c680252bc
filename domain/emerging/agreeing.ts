import type { NeedSeries, Tools } from "./needSeries.ts";
import { sumBack } from "./needTallies.ts";
import { PARAMETERS } from "./parameters.ts";
import type { Finding } from "./reading.ts";

/**
 * How many services see a need grow by themselves: those of which the gate would show what they recorded in these zones and
 * weeks, and who recorded it more often per own hour there than in their own base weeks there. `null` when none does, each
 * by itself. Without the gate, one of two could tell from the class whether the other recorded anything.
 * @param cell zones by index, and how many weeks of the last
 */
export function agreeing(
  { need, services }: Pick<NeedSeries, "need" | "services">,
  cell: { zones: readonly number[]; weeks: number },
  { weeks, shown }: { weeks: number } & Pick<Tools, "shown">,
): Finding["services"] {
  const agree = services.filter(({ counts, hours }, service) => {
    const sum = (values: ArrayLike<number>, back: { from: number; to: number }) =>
      cell.zones.reduce((total, zone) => total + sumBack({ values, weeks }, zone, back), 0);
    const now = { from: cell.weeks, to: 0 };
    const before = { from: cell.weeks + PARAMETERS.baseWeeks, to: cell.weeks };
    const [seen, there] = [sum(counts, now), sum(hours, now)];
    const [seenBefore, thereBefore] = [sum(counts, before), sum(hours, before)];
    const grows = there > 0 && thereBefore > 0 && seen / there > seenBefore / thereBefore;
    return grows && shown({ need, ...cell, service }) !== null;
  }).length;
  if (agree === 0) return null;
  return agree === 1 ? "one" : agree === 2 ? "two" : "several";
}
