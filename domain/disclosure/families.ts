import type { Lattice, Nodes } from "../lattice.ts";
import { nodesOf } from "../lattice.ts";
import type { Dimension } from "../network.ts";
import { type PeriodKind, parsePeriod, periodOf } from "../period.ts";
import { type CubeCell, cellName } from "./cubeCell.ts";

/** A published total and the published cells that add up to it, by their places in a list of cells. */
export type Family = { parent: number; children: number[] };

/**
 * Every way in which a published cell is the sum of other published cells: split by one more dimension, by the children of
 * its node (district → zones, group → needs), or by the periods within its own (quarter → months, year → quarters).
 */
export function familiesOf(cells: readonly CubeCell[], lattice: Lattice): Family[] {
  const at = new Map(cells.map((cell, i) => [cellName(cell), i]));
  const find = (cell: Pick<CubeCell, "period" | "by" | "sensitive" | "nodes">) => at.get(cellName(cell));
  const found = (parent: number, wanted: (number | undefined)[]): Family[] => {
    const children = wanted.filter((one) => one !== undefined);
    return children.length === wanted.length && children.length > 1 ? [{ parent, children }] : [];
  };
  return cells.flatMap((cell, parent) => [
    ...splits(cell, lattice).flatMap((children) => found(parent, children.map(find))),
    ...found(
      parent,
      periodsIn(cell).map((period) => find({ ...cell, period })),
    ),
  ]);
}

type Named = Pick<CubeCell, "period" | "by" | "sensitive" | "nodes">;

const FINER: readonly (readonly [coarse: Dimension, fine: Dimension])[] = [
  ["parent", "zone"],
  ["group", "need"],
];

/** The cells that would lie in one, for each way of splitting it. */
function splits(cell: CubeCell, lattice: Lattice): Named[][] {
  const nodes = nodesOf(lattice, cell.sensitive);
  const free = (["zone", "slot", "weekpart", "need", "group", "aim"] as const).filter((dimension) => {
    const coarse = FINER.find(([, fine]) => fine === dimension)?.[0];
    const finer = FINER.find(([one]) => one === dimension)?.[1];
    return ![dimension, coarse, finer].some((one) => one && cell.by.includes(one));
  });
  const added = free.map((dimension) =>
    nodes[dimension].map((node) =>
      within(cell, [...cell.by, dimension], { ...cell.nodes, [dimension]: node }),
    ),
  );
  const refined = FINER.flatMap(([coarse, fine]) => {
    const node = cell.nodes[coarse];
    if (node === undefined) return [];
    const { [coarse]: _, ...others } = cell.nodes;
    const by = [...cell.by.filter((one) => one !== coarse), fine];
    return [
      childrenOf(lattice, { node, fine, sensitive: cell.sensitive }).map((one) =>
        within(cell, by, { ...others, [fine]: one }),
      ),
    ];
  });
  return [...added, ...refined];
}

const ORDER: readonly Dimension[] = ["zone", "parent", "slot", "weekpart", "need", "group", "aim"];

const within = ({ period, sensitive }: CubeCell, by: readonly Dimension[], nodes: Nodes): Named => ({
  ...{ period, sensitive, nodes },
  by: ORDER.filter((dimension) => by.includes(dimension)),
});

function childrenOf(lattice: Lattice, of: { node: string; fine: Dimension; sensitive: boolean }): string[] {
  if (of.fine === "zone") return lattice.parents.get(of.node) ?? [];
  return (of.sensitive ? lattice.sensitiveGroups : lattice.groups).get(of.node) ?? [];
}

const WITHIN: { [kind in PeriodKind]?: PeriodKind } = { year: "quarter", quarter: "month" };

/** The months of a quarter, the quarters of a year. */
function periodsIn({ period, kind }: CubeCell): string[] {
  const finer = WITHIN[kind];
  if (!finer) return [];
  const { from } = parsePeriod(period);
  const year = from.slice(0, 4);
  const first = Number(from.slice(5, 7));
  const months = finer === "month" ? [0, 1, 2] : [0, 3, 6, 9];
  return months.map((more) => periodOf(finer, `${year}-${String(first + more).padStart(2, "0")}-01`).id);
}
