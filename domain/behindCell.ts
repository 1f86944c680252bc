import type { Dimension } from "./network.ts";
import type { NeedRules, PublishedView } from "./published.ts";

/** The published views of one kind of need in one period, and the rules they were published by. */
export type Family = {
  from: readonly PublishedView[];
  threshold: number;
  variance: number;
  single: readonly Dimension[];
};

/** The ordinary or the sensitive views of a period. */
export function familyOf(
  views: readonly PublishedView[],
  rules: Omit<NeedRules, "needs">,
  sensitive: boolean,
): Family {
  const from = views.filter(({ view }) => view.startsWith("sensitive:") === sensitive);
  return sensitive
    ? {
        ...{ from, threshold: rules.sensitiveThreshold, variance: rules.sensitiveVariance },
        single: rules.sensitiveSingle ?? [],
      }
    : { from, threshold: rules.threshold, variance: rules.variance, single: rules.single ?? [] };
}

/**
 * Whether a withheld cell of a view may be repeat sightings: then it says nothing of how many records it holds.
 * @param single dimensions of which the network has one node: every view is of it
 * @see `mayBeRepeats`, which asks the same of one cell of a lattice
 */
function holdsRepeats(by: readonly Dimension[], single: readonly Dimension[]): boolean {
  const has = (dimension: Dimension) => by.includes(dimension) || single.includes(dimension);
  return has("zone") && has("slot") && (has("need") || has("group"));
}

/** What a published cell says: `value` null = withheld; `most` it can hold (null = nobody can tell), the likeliest, and the noise. */
type Behind = { value: number | null; most: number | null; middle: number; noise: number; repeats: boolean };

/**
 * What lies behind a cell, give or take the gate's random change: its number; withheld, less than the threshold. Where it may
 * be repeat sightings (`repeats`), the most is what coarser cells of the same period leave beside the shown cells within them;
 * the likeliest is still a small number.
 * @param at place of the cell in its view
 */
export function behindCell(view: PublishedView, at: number, family: Family): Behind {
  const { threshold, variance, single } = family;
  const value = view.value[at] ?? null;
  if (value !== null) return { value, most: value, middle: value, noise: variance, repeats: false };
  const repeats = holdsRepeats(view.by, single);
  const most = repeats ? mostLeft([view, at], family) : threshold - 1;
  return { value, most, middle: (threshold - 1) / 2, noise: 0, repeats };
}

type Place = readonly [view: PublishedView, at: number];

function mostLeft([view, at]: Place, { from, threshold, single }: Family): number | null {
  const left = from.flatMap((coarser) => {
    if (coarser === view || !coarser.by.every((dimension) => view.by.includes(dimension))) return [];
    const around = coarser.value.findIndex((_, i) => same(coarser.by, [coarser, i], [view, at]));
    const whole = coarser.value[around] ?? null;
    if (around < 0 || (whole === null && holdsRepeats(coarser.by, single))) return [];
    const shown = view.value.reduce<number>(
      (sum, one, i) => (one !== null && same(coarser.by, [view, i], [view, at]) ? sum + one : sum),
      0,
    );
    return [Math.max(threshold - 1, (whole ?? threshold - 1) - shown)];
  });
  return left.length > 0 ? Math.min(...left) : null;
}

const same = (by: readonly Dimension[], [one, i]: Place, [other, j]: Place): boolean =>
  by.every((dimension) => one[dimension]?.[i] === other[dimension]?.[j]);
