import type { CubeCell, CubeRule, Draw } from "../../domain/disclosure/cubeCell.ts";
import { equationsOf } from "../../domain/disclosure/equations.ts";
import { familiesOf } from "../../domain/disclosure/families.ts";
import { leastSquares } from "../../domain/disclosure/leastSquares.ts";
import { balancedExact, type Guess, guessOf, sureAndRight } from "../../domain/disclosure/score.ts";
import {
  averaged,
  type Equals,
  equalRemainders,
  insider,
  subtracted,
} from "../../domain/disclosure/unions.ts";
import type { Lattice } from "../../domain/lattice.ts";
import type { Outcome } from "./outcome.ts";
import { type Interval, possibleCounts } from "./wholeNumbers.ts";

/** Draws of the published cells of one quarter and all within it, the same cells in the same order. */
export type Published = {
  draws: readonly Draw[];
  lattice: Lattice;
  quarter: string;
  rule: (cell: CubeCell) => CubeRule;
};

/** A03, A06, A07b, A08: what a reader of everything published can work out of cells that hold 0, 1 or 2. */
export function overCells({ draws, lattice, quarter, rule }: Published): Outcome[] {
  const [first] = draws;
  if (!first) return [];
  const families = familiesOf(first.cells, lattice);
  const equations = equationsOf(first.cells, lattice, quarter);
  const unions = draws.flatMap((draw) => averaged(draw, families, rule));
  const remainders = draws.flatMap((draw) => subtracted(draw, families));
  const squares = draws.flatMap((draw) => {
    const estimates = leastSquares(equations, draw.cells, rule);
    return draw.truth.flatMap((truth, i): Guess[] => {
      const estimate = estimates[i];
      return truth <= 2 && estimate !== undefined ? [guessOf(truth, estimate)] : [];
    });
  });
  return [
    exact("A03", unions, 0.55),
    exact("A06", remainders, 0.5),
    { ...exact("A07b", squares, 0.5), figures: [...exact("A07b", squares, 0.5).figures, sure(squares)] },
    byEquals({ draws, lattice, quarter, rule }),
  ];
}

/** A08 alone, for many draws. */
export function byEquals({ draws, lattice }: Published): Outcome {
  const families = draws[0] ? familiesOf(draws[0].cells, lattice) : [];
  return equal(draws.map((draw) => equalRemainders(draw, families)));
}

/**
 * A17: what an insider can work out of the others' records.
 * @param own the insider's own records, cell by cell
 */
export function byInsider({ draws, lattice }: Published, own: readonly number[]): Guess[] {
  const [first] = draws;
  const families = first ? familiesOf(first.cells, lattice) : [];
  return draws.flatMap((draw) => insider(draw, families, own));
}

export function exact(id: string, guesses: readonly Guess[], atMost: number): Outcome {
  const value = balancedExact(guesses);
  const error = value === null ? 0 : Math.sqrt((value * (1 - value)) / guesses.length);
  return { id, tried: guesses.length, figures: [{ name: "exact", value, error, atMost }] };
}

const sure = (guesses: readonly Guess[]) => ({ name: "sure", value: sureAndRight(guesses), atMost: 0.05 });

/**
 * Both ways round: how often numbers are equal where the remainder is empty, and how surely equal numbers tell an empty one
 * from one of 1 or 2, were both as frequent (a reader's half and half before looking).
 */
function equal(found: readonly Equals[]): Outcome {
  const sum = (name: keyof Equals) => found.reduce((total, one) => total + one[name], 0);
  const [empty, small] = [sum("empty"), sum("small")];
  const few = empty < 10 || small < 10;
  const [whenEmpty, whenSmall] = [sum("equalWhenEmpty") / empty, sum("equalWhenSmall") / small];
  const told = few || whenEmpty + whenSmall === 0 ? null : whenEmpty / (whenEmpty + whenSmall);
  const cases = sum("equalWhenEmpty") + sum("equalWhenSmall");
  const error = told === null ? 0 : Math.sqrt((told * (1 - told)) / cases);
  return {
    ...{ id: "A08", tried: empty },
    figures: [
      { name: "equal", value: empty < 10 ? null : whenEmpty, atMost: 0.6 },
      { name: "emptied", value: told, error, atMost: 0.6 },
    ],
  };
}

/** A07: integer programming over everything published, for the cells that `targets` picks of each draw. */
export async function byWholeNumbers(
  { draws, lattice, quarter, rule }: Published,
  targets: (draw: Draw) => number[],
): Promise<Outcome> {
  const found: (Interval[] | null)[] = [];
  for (const draw of draws) {
    const equations = equationsOf(draw.cells, lattice, quarter);
    found.push(await possibleCounts({ equations, cells: draw.cells, rule }, targets(draw)));
  }
  const all = found.flatMap((intervals) => intervals ?? []);
  const share = (name: string, holds: (one: Interval) => boolean) => ({
    ...{ name, value: all.length > 0 ? all.filter(holds).length / all.length : null },
  });
  return {
    ...{ id: "A07", tried: all.length },
    figures: [
      { ...share("found", ({ least, most }) => least === most), atMost: 0 },
      { ...share("proven", ({ least }) => least >= 1), atMost: 0 },
      { ...share("open", ({ least, most }) => least <= 0 && most >= 2), atLeast: 1 },
      { name: "infeasible", value: found.filter((intervals) => intervals === null).length, atMost: 0 },
    ],
  };
}

/**
 * Withheld cells that hold 0, 1 or 2, at most `most` of them, as many of each period's kind and view as there are: weeks and
 * months, ordinary and sensitive ones.
 */
export function smallCells({ cells, truth }: Draw, most: number): number[] {
  const byView = new Map<string, number[]>();
  for (const [i, { kind, view, value }] of cells.entries()) {
    if (value !== null || (truth[i] ?? 9) > 2) continue;
    const name = `${kind} ${view}`;
    byView.set(name, [...(byView.get(name) ?? []), i]);
  }
  const each = Math.ceil(most / Math.max(1, byView.size));
  return [...byView.values()].flatMap((small) => {
    const step = Math.max(1, small.length / each);
    return Array.from({ length: Math.min(each, small.length) }, (_, i) => small[Math.floor(i * step)] ?? 0);
  });
}
