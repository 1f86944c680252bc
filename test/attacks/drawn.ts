import { type CubeCell, cubeCells, cubeRule, type Draw } from "../../domain/disclosure/cubeCell.ts";
import { latticeOf } from "../../domain/lattice.ts";
import type { Published } from "../../server/disclosure/overCells.ts";
import { cubeCity, type Leaf, rowsOf } from "./cube.ts";
import { PERIOD } from "./questions.ts";
import { serveCity } from "./served.ts";

/** What a city's server tells over HTTP of its quarter, and what was true. */
export async function drawOver(leaves: Leaf[], seed: number, seen = rowsOf(leaves, seed)): Promise<Draw> {
  const served = await serveCity(seen);
  const { chain } = await served.json(`/api/cells?${PERIOD}`);
  await served.close();
  const cells = cubeCells(chain);
  return { cells, truth: cells.map((cell) => truthOf(cell, leaves)) };
}

export const truthOf = ({ nodes }: Pick<CubeCell, "nodes">, leaves: readonly Leaf[]) =>
  leaves
    .filter(
      ({ zone, slot, need }) =>
        (nodes.zone ?? zone) === zone && (nodes.slot ?? slot) === slot && (nodes.need ?? need) === need,
    )
    .reduce((sum, { n }) => sum + n, 0);

/** Weak gate: exact counts, under five withheld. */
export const byThreshold = ({ cells, truth }: Draw): Draw => ({
  truth,
  cells: cells.map((cell, i) => ({ ...cell, value: (truth[i] ?? 0) < 5 ? null : (truth[i] ?? 0) })),
});

const lattice = latticeOf(cubeCity);

export const published = (draws: readonly Draw[]): Published => ({
  draws,
  lattice,
  quarter: "2026-Q2",
  rule: (cell) => cubeRule({ ...cubeCity, lattice }, cell),
});

/** What an attacker of a plain threshold knows of it. */
export const thresholded = (draws: readonly Draw[]): Published => ({
  ...published(draws),
  rule: () => ({ D: 0, V: 0.25, floor: 0, threshold: 5, repeats: false }),
});
