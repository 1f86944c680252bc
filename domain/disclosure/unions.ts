import type { CubeCell, CubeRule, Draw } from "./cubeCell.ts";
import type { Family } from "./families.ts";
import { type Guess, guessOf } from "./score.ts";

/** The counts an attacker wants: cells that hold 0, 1 or 2. */
const isTarget = ({ truth }: Draw, i: number) => (truth[i] ?? 9) <= 2;
const valueAt = ({ cells }: Draw, i: number) => cells[i]?.value ?? null;

/** A06: where all parts of a shown total but one are shown, the last is guessed as what remains. */
export function subtracted(draw: Draw, families: readonly Family[]): Guess[] {
  return families.flatMap(({ parent, children }) => {
    const total = valueAt(draw, parent);
    const hidden = children.filter((child) => valueAt(draw, child) === null);
    const [target] = hidden;
    if (total === null || target === undefined || hidden.length > 1 || !isTarget(draw, target)) return [];
    return [guessOf(draw.truth[target] ?? 0, total - shownOf(draw, children))];
  });
}

/**
 * A03: every union that holds a hidden cell, less its other parts (a hidden one taken for its likeliest count), averaged
 * over all unions, the surest counting most.
 */
export function averaged(
  draw: Draw,
  families: readonly Family[],
  rule: (cell: CubeCell) => CubeRule,
): Guess[] {
  const sums = new Map<number, { weight: number; sum: number }>();
  for (const { parent, children } of families) {
    const total = valueAt(draw, parent);
    const cell = draw.cells[parent];
    if (total === null || !cell) continue;
    const hidden = children.filter((child) => valueAt(draw, child) === null);
    const others = hidden.length - 1;
    const shown = children.length - hidden.length;
    const weight = 1 / (rule(cell).V * (1 + shown) + others * UNKNOWN.variance);
    const rest = total - shownOf(draw, children) - others * UNKNOWN.mean;
    for (const child of hidden) {
      const { weight: w, sum } = sums.get(child) ?? { weight: 0, sum: 0 };
      sums.set(child, { weight: w + weight, sum: sum + weight * rest });
    }
  }
  return [...sums].flatMap(([i, { weight, sum }]) =>
    isTarget(draw, i) ? [guessOf(draw.truth[i] ?? 0, sum / weight)] : [],
  );
}

/** A hidden cell before anything is known of it: mostly 0 … 4. */
const UNKNOWN = { mean: 1.5, variance: 2 };

/** How often a total showed the number of one of its parts, when the remainder was empty and when it held 1 or 2. */
export type Equals = { empty: number; equalWhenEmpty: number; small: number; equalWhenSmall: number };

/** A08: a total that shows the very number of a part tells that nothing else is in it, unless numbers differ anyway. */
export function equalRemainders(draw: Draw, families: readonly Family[]): Equals {
  const pairs = families
    .flatMap(({ parent, children }) => children.map((child) => ({ parent, child })))
    .filter(({ parent, child }) => valueAt(draw, parent) !== null && valueAt(draw, child) !== null)
    .map(({ parent, child }) => ({
      rest: (draw.truth[parent] ?? 0) - (draw.truth[child] ?? 0),
      equal: valueAt(draw, parent) === valueAt(draw, child),
    }));
  const empty = pairs.filter(({ rest }) => rest === 0);
  const small = pairs.filter(({ rest }) => rest === 1 || rest === 2);
  return {
    ...{ empty: empty.length, equalWhenEmpty: empty.filter(({ equal }) => equal).length },
    ...{ small: small.length, equalWhenSmall: small.filter(({ equal }) => equal).length },
  };
}

/**
 * A17: whoever knows how many of a cell's records are its own guesses the others': from the number shown, or where it is
 * withheld from totals less the parts shown.
 * @param own the insider's own records, cell by cell
 */
export function insider(draw: Draw, families: readonly Family[], own: readonly number[]): Guess[] {
  const others = draw.truth.map((n, i) => n - (own[i] ?? 0));
  const shown = draw.cells.flatMap(({ value }, i) => {
    const mine = own[i] ?? 0;
    const rest = others[i] ?? 9;
    return value === null || mine === 0 || rest > 2 ? [] : [guessOf(rest, value - mine)];
  });
  const hidden = families.flatMap(({ parent, children }) => {
    const total = valueAt(draw, parent);
    const withheld = children.filter((child) => valueAt(draw, child) === null);
    const [target] = withheld;
    if (total === null || target === undefined || withheld.length > 1) return [];
    const rest = others[target] ?? 9;
    return rest > 2 ? [] : [guessOf(rest, total - shownOf(draw, children) - (own[target] ?? 0))];
  });
  return [...shown, ...hidden];
}

const shownOf = (draw: Draw, children: readonly number[]) =>
  children.reduce((sum, child) => sum + (valueAt(draw, child) ?? 0), 0);
