/** A dimension: for each level (leaves first, one root last), the node each leaf belongs to. */
export type Tree = number[][];

export function balanced(fanOuts: number[]): Tree {
  const leaves = fanOuts.reduce((a, b) => a * b, 1);
  const sizes = [...fanOuts, 0].map((_, level) => fanOuts.slice(0, level).reduce((a, b) => a * b, 1));
  return sizes.map((size) => Array.from({ length: leaves }, (_, leaf) => Math.floor(leaf / size)));
}

/** Two levels over the leaves: groups of the given sizes, and all. */
export function unbalanced(groups: number[]): Tree {
  const group = groups.flatMap((size, i) => Array<number>(size).fill(i));
  return [group.map((_, leaf) => leaf), group, group.map(() => 0)];
}

/**
 * Standard deviation of a target cell by least squares with one unknown per leaf, the slow and obvious way, with every
 * number inside the target withheld and equal cells (a group of one) published once. Infinity: not estimable.
 */
export function everyLeaf(
  trees: Tree[],
  views: { levels: number[]; V: number }[],
  target: { level: number; node: number }[],
): number {
  const leaves = combine(trees.map((tree) => tree[0] ?? []));
  const nodes = (leaf: number[], levels: number[]) =>
    leaf.map((one, d) => trees[d]?.[levels[d] ?? 0]?.[one] ?? -1);
  const own = target.map(({ level }) => level);
  const inside = leaves.map((leaf) => nodes(leaf, own).every((node, d) => node === target[d]?.node));
  const system = leaves.map((_, i) => leaves.map((_, j) => (i === j ? 1e-8 : 0)));
  const cells = views.flatMap(({ levels, V }) =>
    groupsOf(leaves.map((leaf) => nodes(leaf, levels).join())).map((members) => ({ members, V })),
  );
  const once = new Map(cells.map((cell) => [cell.members.join(), cell]));
  for (const { members, V } of once.values()) {
    if (!members.every((i) => inside[i])) addCell(system, members, 1 / V);
  }
  const contrast = inside.map(Number);
  const variance = solve(system, contrast).reduce((sum, x, i) => sum + x * (contrast[i] ?? 0), 0);
  return variance < 1e5 ? Math.sqrt(variance) : Number.POSITIVE_INFINITY;
}

/** Every way to take one from each list. */
export function combine(lists: number[][]): number[][] {
  return lists.reduce<number[][]>(
    (all, list) => all.flatMap((head) => list.map((one) => [...head, one])),
    [[]],
  );
}

function groupsOf(names: string[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [i, name] of names.entries()) groups.set(name, [...(groups.get(name) ?? []), i]);
  return [...groups.values()];
}

function addCell(system: number[][], cell: number[], weight: number): void {
  for (const row of cell.map((i) => system[i] ?? [])) {
    for (const j of cell) row[j] = (row[j] ?? 0) + weight;
  }
}

/** Gauss–Jordan; the systems are positive definite, so no pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (const [i, pivot] of rows.entries()) {
    for (const row of rows.filter((other) => other !== pivot)) eliminate(row, pivot, i);
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
}

function eliminate(row: number[], pivot: number[], i: number): void {
  const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
  for (let j = i; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
}
