import loadHighs, { type Highs, type Model } from "highs";
import { type CubeCell, type CubeRule, countBounds } from "../../domain/disclosure/cubeCell.ts";
import type { Equations } from "../../domain/disclosure/equations.ts";

/** Least and most a cell can hold, given all that is published. */
export type Interval = { cell: number; least: number; most: number };

export type Told = { equations: Equations; cells: readonly CubeCell[]; rule: (cell: CubeCell) => CubeRule };

/**
 * A07: by integer programming, what each of these cells can hold at least and at most. Solutions found on the way serve all
 * cells: whatever one holds in some solution it can hold; only ends not yet reached 0 or 2 are asked for one by one.
 * @returns `null` when no whole numbers fit what is published (then the documented rule was not kept)
 */
export async function possibleCounts(told: Told, targets: readonly number[]): Promise<Interval[] | null> {
  solver ??= await loadHighs();
  const model = solver.createModel(modelOf(told));
  try {
    return intervals(model, told, targets);
  } finally {
    model.dispose();
  }
}

let solver: Highs | undefined;

function intervals(model: Model, told: Told, targets: readonly number[]): Interval[] | null {
  const terms = new Map(told.equations.sums.map(({ cell, terms }) => [cell, terms]));
  const found = targets.map((cell) => ({ cell, least: Number.POSITIVE_INFINITY, most: 0 }));
  const widen = (x: Float64Array) => {
    for (const one of found) {
      const held = (terms.get(one.cell) ?? []).reduce((sum, i) => sum + Math.round(x[i] ?? 0), 0);
      one.least = Math.min(one.least, held);
      one.most = Math.max(one.most, held);
    }
  };
  const ask = (
    wanted: readonly Wanted[],
    stop: { mip_rel_gap: number; objective_target: number },
  ): boolean => {
    const costs = new Float64Array(told.equations.unknowns);
    for (const { cell, cost } of wanted)
      for (const i of terms.get(cell) ?? []) costs[i] = (costs[i] ?? 0) + cost;
    model.options.set(stop);
    model.changeColsCost({ kind: "range", from: 0, to: costs.length - 1 }, costs);
    const x = solved(model);
    if (x) widen(x);
    return x !== null;
  };
  if (
    !ask(
      targets.map((cell) => ({ cell, cost: 1 })),
      ROUGH,
    )
  )
    return null;
  for (let round = 0; round < ROUNDS && open(found).length > 0; round++)
    ask(
      open(found).map((one, i) => ({ ...one, cost: one.cost * (1 + ((i * 7 + round * 3) % 5)) })),
      ROUGH,
    );
  for (const { cell, cost } of found.flatMap(({ cell }) => ENDS.map((cost) => ({ cell, cost })))) {
    const left = open(found);
    if (!left.some((one) => one.cell === cell && one.cost === cost)) continue;
    const others = left.filter((one) => one.cell !== cell).map((one) => ({ ...one, cost: one.cost * 1e-4 }));
    ask([{ cell, cost }, ...others], { mip_rel_gap: 1e-6, objective_target: cost > 0 ? 0.01 : -1.99 });
  }
  return found;
}

type Wanted = { cell: number; cost: number };

/** Rounds in which all open cells are asked for together, before each is asked for alone. */
const ROUNDS = 6;

/** Any good solution will do, while many cells are asked for together. */
const ROUGH = { mip_rel_gap: 0.5, objective_target: -1e15 };

/** Cost +1 asks for the least, −1 for the most. */
const ENDS = [-1, 1];

/** The ends not reached yet. */
const open = (found: readonly Interval[]): Wanted[] =>
  found.flatMap(({ cell, least, most }) => [
    ...(most < 2 ? [{ cell, cost: -1 }] : []),
    ...(least > 0 ? [{ cell, cost: 1 }] : []),
  ]);

/** A solution of the model as it is; `null` when there is none. @throws Error when the solver gives up */
function solved(model: Model): Float64Array | null {
  const { modelStatus } = model.run();
  if (modelStatus === OPTIMAL || modelStatus === TARGET_REACHED) return model.getSolution().colValue;
  if (modelStatus === INFEASIBLE) return null;
  throw new Error(`The solver of whole numbers ended with status ${modelStatus}.`);
}
const OPTIMAL = 7;
const INFEASIBLE = 8;
const TARGET_REACHED = 12;

function modelOf({ equations: { unknowns, sums, links }, cells, rule }: Told) {
  const rows = [
    ...sums.flatMap(({ cell, terms }) => {
      const of = cells[cell];
      return of
        ? [{ entries: terms.map((i) => [i, 1] as const), bounds: countBounds(of.value, rule(of)) }]
        : [];
    }),
    ...links.map(({ one, other }) => ({
      entries: [...one.map((i) => [i, 1] as const), ...other.map((i) => [i, -1] as const)],
      bounds: [0, 0] as const,
    })),
  ];
  const starts = [0];
  for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length);
  const every = <T>(value: T) => Array.from({ length: unknowns }, () => value);
  return {
    ...{ numCols: unknowns, numRows: rows.length },
    ...{ colCost: every(0), colLower: every(0), colUpper: every(Number.POSITIVE_INFINITY) },
    rowLower: rows.map(({ bounds }) => bounds[0]),
    rowUpper: rows.map(({ bounds }) => bounds[1]),
    matrix: {
      ...{ format: "csr" as const, numRows: rows.length, numCols: unknowns, starts },
      indices: rows.flatMap(({ entries }) => entries.map(([i]) => i)),
      values: rows.flatMap(({ entries }) => entries.map(([, sign]) => sign)),
    },
    integrality: every(1 as const),
  };
}
