import type { CubeCell, CubeRule } from "./cubeCell.ts";
import type { Equations } from "./equations.ts";

/**
 * Non-negative least squares over everything published: the counts ≥ 0 that come nearest to all numbers shown, each
 * weighted by its documented variance; a withheld cell is taken for its likeliest count, weakly. By coordinate descent.
 * @returns an estimate for each published cell that an equation is of (`undefined` for the others)
 * @see methods D, A07b
 */
export function leastSquares(
  equations: Equations,
  cells: readonly CubeCell[],
  rule: (cell: CubeCell) => CubeRule,
): (number | undefined)[] {
  const x = new Float64Array(equations.unknowns);
  const rows = rowsOf(equations, cells, rule);
  const through: { row: Row; sign: number }[][] = Array.from(x, () => []);
  for (const row of rows) for (const [i, sign] of row.terms) through[i]?.push({ row, sign });
  const curvature = through.map((list) => list.reduce((sum, { row }) => sum + row.weight, PRIOR));
  const step = (i: number, list: { row: Row; sign: number }[]) => {
    const now = x[i] ?? 0;
    const slope = list.reduce((sum, { row, sign }) => sum + sign * row.weight * row.residual, -PRIOR * now);
    const next = Math.max(0, now + slope / (curvature[i] ?? 1));
    x[i] = next;
    if (next !== now) for (const { row, sign } of list) row.residual -= sign * (next - now);
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) for (const [i, list] of through.entries()) step(i, list);
  const estimates: (number | undefined)[] = cells.map(() => undefined);
  for (const { cell, terms } of equations.sums)
    estimates[cell] = terms.reduce((sum, i) => sum + (x[i] ?? 0), 0);
  return estimates;
}

type Row = { terms: (readonly [index: number, sign: number])[]; weight: number; residual: number };

const SWEEPS = 60;
const PRIOR = 1e-6;
/** A withheld cell, before anything is known of it. */
const HIDDEN = { mean: 1.5, variance: 4 };
/** Two ways of adding up the same records differ by nothing. */
const EXACT = 4;

function rowsOf(
  { sums, links }: Equations,
  cells: readonly CubeCell[],
  rule: (cell: CubeCell) => CubeRule,
): Row[] {
  const published = sums.flatMap(({ cell, terms }) => {
    const of = cells[cell];
    if (!of) return [];
    const signed = terms.map((i) => [i, 1] as const);
    if (of.value === null) return [{ terms: signed, weight: 1 / HIDDEN.variance, residual: HIDDEN.mean }];
    return [{ terms: signed, weight: 1 / rule(of).V, residual: of.value }];
  });
  const linked = links.map(({ one, other }) => ({
    terms: [...one.map((i) => [i, 1] as const), ...other.map((i) => [i, -1] as const)],
    weight: EXACT,
    residual: 0,
  }));
  return [...published, ...linked];
}
