/**
 * One dimension seen from a target cell: its leaves in classes that no symmetry tells apart, the target's own leaves
 * marked `inside`. `orbits(level)` are the like cells of a view at that level: how many there are, the share of each
 * class in one of them, and whether they lie inside the target.
 */
export type Axis<Level> = { sizes: number[]; inside: boolean[]; orbits: (level: Level) => Orbit[] };
type Orbit = { cells: number; share: (readonly [index: number, share: number])[]; inside: boolean };

/** Levels of a published view, one per axis, and the variance of its noise. */
export type Noted<Levels extends readonly unknown[]> = { levels: Levels; V: number };

/**
 * Standard deviation with which least squares over all published numbers estimates a small cell, when the cell itself
 * and everything inside it is withheld (what lies in a cell of 0, 1 or 2 is 0, 1 or 2 as well). Infinity: not
 * estimable. Every other number is taken as shown, so a real reader knows less.
 *
 * The estimate has the symmetries of the lattice that leave the target in place, so the unknowns are the sums of a few
 * classes of leaves instead of all leaves; the equations are the normal equations of the averaged views.
 * @see methods C5; for a cell with nothing published inside it this is its v/(1 − v/V)
 */
export function hiddenCellSd<L>(axes: readonly Axis<L>[], views: readonly Noted<readonly L[]>[]): number {
  const sizes = cross(axes.map((axis) => axis.sizes));
  const inside = cross(axes.map((axis) => axis.inside.map(Number))).map((flag) => flag === 1);
  const scale = sizes.map(Math.sqrt);
  const information = scale.map(() => new Float64Array(scale.length));
  for (const { levels, V } of views) {
    for (const orbit of orbitsOf(axes, levels)) {
      if (!orbit.inside) addOrbit(information, orbit, { scale, V });
    }
  }
  const variance = quadraticForm(
    information,
    scale.map((size, i) => (inside[i] ? size : 0)),
  );
  return variance < NOT_ESTIMABLE ? Math.sqrt(variance) : Number.POSITIVE_INFINITY;
}

/**
 * A tree whose every node of level l has `fanOuts[l]` children (level 0: leaves; the root is level `fanOuts.length`),
 * seen from a node of level `target`.
 *
 * For a tree that is not balanced take the smallest fan-out of each level: telling a reader the true value of every
 * further child leaves a balanced tree, and knowing more never raises the variance, so the real one is not smaller.
 * Nodes of one child are the child itself, published once: ask with the smallest fan-out above 1 and with 1, and believe
 * the smaller answer.
 */
export function treeAxis(fanOuts: readonly number[], target: number): Axis<number> {
  const size = (level: number) => fanOuts.slice(0, level).reduce((product, fanOut) => product * fanOut, 1);
  const outside = fanOuts
    .slice(target)
    .map((_, i) => ({ level: target + i + 1, of: size(target + i + 1) - size(target + i) }));
  const classes = [{ level: target, of: size(target) }, ...outside].filter(({ of }) => of > 0);
  const orbits = (level: number): Orbit[] => {
    const within = classes.flatMap((one, i) => (one.level <= level ? [[i, 1] as const] : []));
    const own: Orbit = {
      cells: 1,
      share: within,
      inside: within.every(([i]) => classes[i]?.level === target),
    };
    const above = level >= target ? [own] : [];
    const split = classes.flatMap((one, i) => {
      if (one.level <= level && level >= target) return [];
      const cells = one.of / size(level);
      return [{ cells, share: [[i, 1 / cells] as const], inside: one.level === target }];
    });
    return [...above, ...split];
  };
  return { sizes: classes.map(({ of }) => of), inside: classes.map(({ level }) => level === target), orbits };
}

/** Beyond this variance a number says nothing about a count (the small prior that keeps the equations regular). */
const NOT_ESTIMABLE = 1e5;
const PRIOR = 1e-8;

function orbitsOf<L>(axes: readonly Axis<L>[], levels: readonly L[]): Orbit[] {
  return axes.reduce<Orbit[]>(
    (products, axis, d) => {
      const level = levels[d];
      if (level === undefined) throw new RangeError(`a view without a level on axis ${d}`);
      const width = axis.sizes.length;
      return products.flatMap((product) =>
        axis.orbits(level).map((orbit) => timesOrbit(product, orbit, width)),
      );
    },
    [{ cells: 1, share: [[0, 1]], inside: true }],
  );
}

function timesOrbit(a: Orbit, b: Orbit, width: number): Orbit {
  const share = a.share.flatMap(([i, x]) => b.share.map(([j, y]) => [i * width + j, x * y] as const));
  return { cells: a.cells * b.cells, share, inside: a.inside && b.inside };
}

function cross(lists: readonly (readonly number[])[]): number[] {
  return lists.reduce<number[]>((all, list) => all.flatMap((x) => list.map((y) => x * y)), [1]);
}

function addOrbit(
  matrix: Float64Array[],
  { cells, share }: Orbit,
  { scale, V }: { scale: number[]; V: number },
): void {
  const scaled = share.map(([i, x]) => [i, x * (scale[i] ?? 0)] as const);
  for (const [i, x] of scaled) {
    const row = matrix[i];
    if (row) for (const [j, y] of scaled) row[j] = (row[j] ?? 0) + (x * y * cells) / V;
  }
}

/** cᵀ (M + prior)⁻¹ c by Cholesky: with M = LLᵀ it is |L⁻¹c|². */
function quadraticForm(matrix: Float64Array[], c: number[]): number {
  const lower: Float64Array[] = [];
  let sum = 0;
  const solved: number[] = [];
  for (const [i, source] of matrix.entries()) {
    const row = Float64Array.from(source.subarray(0, i + 1));
    for (const [j, above] of lower.entries()) row[j] = ((row[j] ?? 0) - dot(row, above, j)) / (above[j] ?? 1);
    const pivot = Math.sqrt((row[i] ?? 0) + PRIOR - dot(row, row, i));
    row[i] = pivot;
    lower.push(row);
    const y = ((c[i] ?? 0) - dot(row, solved, i)) / pivot;
    solved.push(y);
    sum += y * y;
  }
  return sum;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
