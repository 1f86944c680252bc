import { mayBeRepeats } from "../cellId.ts";
import { type Lattice, type Nodes, type View, viewName } from "../lattice.ts";
import { Dimension, type Disclosure } from "../network.ts";
import type { PeriodKind } from "../period.ts";
import type { PublishedPeriod } from "../published.ts";

/** A published cell as any reader has it; `value` null = withheld. `view` as `viewName` names it. */
export type CubeCell = Pick<View, "by" | "sensitive"> & {
  period: string;
  kind: PeriodKind;
  view: string;
  nodes: Nodes;
  value: number | null;
};

/** One name for each published cell: "2026-Q2 zone×slot z0 night". */
export const cellName = ({
  period,
  by,
  sensitive,
  nodes,
}: Pick<CubeCell, "period" | "by" | "sensitive" | "nodes">) =>
  [period, viewName({ by, sensitive }), ...by.map((dimension) => nodes[dimension] ?? "")].join(" ");

/** Published cells and, in the same order, what was really counted in them: only whoever scores an attack has `truth`. */
export type Draw = { cells: readonly CubeCell[]; truth: readonly number[] };

/** The documented rule of a cell, which every attacker knows; `repeats`: it may be withheld whatever it holds. */
export type CubeRule = { D: number; V: number; floor: number; threshold: number; repeats: boolean };

/** The documented rule of a cell. */
export function cubeRule(
  { disclosure, lattice }: { disclosure: Disclosure; lattice: Lattice },
  { sensitive, nodes }: Pick<CubeCell, "sensitive" | "nodes">,
): CubeRule {
  const { perturbation, floor, threshold } = sensitive ? disclosure.sensitive : disclosure;
  const repeats = mayBeRepeats(nodes, { lattice, sensitive });
  return { D: perturbation.D, V: perturbation.V, floor, threshold, repeats };
}

/**
 * Least and most that can lie behind a published value: m ± D and above the floor when shown, 0 … threshold − 1 + D when
 * withheld: a larger count cannot be changed so far down. What may be repeat sightings has no upper end.
 */
export function countBounds(
  value: number | null,
  { D, floor, threshold, repeats }: CubeRule,
): [number, number] {
  if (value !== null) return [Math.max(floor + 1, value - D), value + D];
  return [0, repeats ? Number.POSITIVE_INFINITY : threshold - 1 + D];
}

/** The cells of published periods, one by one. */
export function cubeCells(periods: readonly Pick<PublishedPeriod, "id" | "kind" | "views">[]): CubeCell[] {
  return periods.flatMap(({ id, kind, views }) =>
    views.flatMap((view) =>
      view.value.map((value, i) => ({
        ...{ period: id, kind, view: view.view, by: view.by, value },
        sensitive: view.view.startsWith("sensitive:"),
        nodes: Object.fromEntries(
          Dimension.options.flatMap((dimension) => {
            const node = view[dimension]?.[i];
            return node === undefined ? [] : [[dimension, node]];
          }),
        ),
      })),
    ),
  );
}
