import { type Axis, hiddenCellSd, treeAxis } from "../../domain/hiddenCell.ts";
import { type Lattice, latticeOf, nodesOf, type View, viewName, viewsOf } from "../../domain/lattice.ts";
import type { Dimension, Network } from "../../domain/network.ts";
import { PERIOD_KINDS, type PeriodKind } from "../../domain/period.ts";
import { refuseFineSensitiveViews } from "./sensitiveViews.ts";

/** A cell of the lattice and the standard deviation that protects it when it is small (`Infinity`: not estimable). */
export type ViewCheck = { kind: PeriodKind; view: string; published: boolean; sd: number };

/** Under this a reader of all published numbers could tell 0 from 2 too often (methods.md C5). */
const LEAST_SD = 2;

/** A week lies in the month of its Thursday: at least four a month. Told the days cut off, weeks would nest. */
const PERIODS = [4, 3, 4];

/** A view that closed periods were published by, with the least variance it had (`null`: not known, as now). */
export type UsedView = View & { V: number | null };

/**
 * Checks by least squares, over all periods and views together, that no small cell can be computed from the numbers
 * around it, whether its own view is published or only its neighbours are. Ordinary and sensitive needs are in no sum
 * together, so each are checked by themselves.
 * @param used views of periods already closed: whatever is asked of them is asked of the list together with them
 * @returns every estimable cell of the lattice, the weakest first
 * @throws RangeError naming the weakest view when its hidden cells have sd < 2, or a view too fine for sensitive needs
 */
export function checkViews(
  network: Pick<Network, "zones" | "slots" | "needs" | "services" | "disclosure">,
  used: readonly UsedView[] = [],
): ViewCheck[] {
  refuseFineSensitiveViews(viewsOf(network.disclosure));
  const lattice = latticeOf(network);
  const every = everyView(network.disclosure, used);
  const published = new Set(every.map((view) => `${view.kind} ${viewName(view)}`));
  const least = new Map<string, ViewCheck>();
  for (const { kind, view, sd } of [false, true].flatMap((sensitive) =>
    checkNeeds(lattice, every, sensitive),
  )) {
    const name = `${kind} ${view}`;
    if (sd < (least.get(name)?.sd ?? Number.POSITIVE_INFINITY))
      least.set(name, { kind, view, published: published.has(name), sd });
  }
  const weakestFirst = [...least.values()].sort((a, b) => a.sd - b.sd);
  refuseWeak(weakestFirst[0]);
  return weakestFirst;
}

/** The cells of ordinary or of sensitive needs, seen from each shape of the lattice. */
function checkNeeds(lattice: Lattice, every: NoisyView[], sensitive: boolean) {
  const views = every.filter((view) => view.sensitive === sensitive);
  return shapesOf(lattice, { views, sensitive }).flatMap((shape) =>
    checkShape(partsOf(shape, lattice, views), views).map(({ by, ...cell }) => ({
      ...cell,
      view: viewName({ by, sensitive }),
    })),
  );
}

type NoisyView = View & { V: number };

/** The views of the list and of the past, each with the least variance it ever had. */
function everyView(disclosure: Network["disclosure"], used: readonly UsedView[]): NoisyView[] {
  const every = new Map<string, NoisyView>();
  const now = ({ sensitive }: View) => (sensitive ? disclosure.sensitive : disclosure).perturbation.V;
  for (const view of [...viewsOf(disclosure).map((one) => ({ ...one, V: null })), ...used]) {
    const name = `${view.kind} ${viewName(view)}`;
    const V = Math.min(view.V ?? now(view), every.get(name)?.V ?? Number.POSITIVE_INFINITY);
    every.set(name, { ...view, V });
  }
  return [...every.values()];
}

function refuseWeak(weakest: ViewCheck | undefined): void {
  if (!weakest || weakest.sd >= LEAST_SD - 1e-6) return;
  const { kind, view, published, sd } = weakest;
  const how = published ? "published" : "not published itself, but computable from the others";
  throw new RangeError(
    `network.json: disclosure.views: a small cell of "${view}" by ${kind} (${how}) would be protected by a standard ` +
      `deviation of ${sd.toFixed(2)} only, at least ${LEAST_SD} is needed: leave out that view, or one that sums it or ` +
      "splits it, or raise the perturbation V. Views of periods already closed count as well: they stay published.",
  );
}

function checkShape(parts: Part[], views: NoisyView[]) {
  const noted = views.map((view) => ({ levels: parts.map(({ levelOf }) => levelOf(view)), V: view.V }));
  const distinct = [...new Map(noted.map((view) => [JSON.stringify(view.levels), view])).values()];
  return targetsOf(parts).map(({ kind, by, axes }) => ({ kind, by, sd: hiddenCellSd(axes, distinct) }));
}

/** Fan-outs, leaf upwards, of the trees that need not be balanced. */
type Shape = { zones: number[]; needs: number[] };

/** Every balanced lattice the network's own is measured by; none without a need of this kind. */
function shapesOf(lattice: Lattice, { views, sensitive }: { views: View[]; sensitive: boolean }): Shape[] {
  const used = (dimension: Dimension) => views.some(({ by }) => by.includes(dimension));
  const [groups, needs] = sensitive
    ? [lattice.sensitiveGroups, lattice.sensitiveNeeds]
    : [lattice.groups, lattice.needs];
  if (needs.length === 0) return [];
  return fanOutsOf(used("parent") ? lattice.parents : null, lattice.zones).flatMap((zones) =>
    fanOutsOf(used("group") ? groups : null, needs).map((fanOuts) => ({ zones, needs: fanOuts })),
  );
}

/** One dimension: the cells it offers as targets, and a view's level on it. */
type Part = { targets: Target[]; levelOf: (view: View) => number };
type Target = { kind?: PeriodKind; by: Dimension[]; axis: Axis<number> };
type Cell = { kind: PeriodKind; by: Dimension[]; axes: Axis<number>[] };

function partsOf(shape: Shape, lattice: Lattice, views: View[]): Part[] {
  const nodes = nodesOf(lattice, false);
  const flat = (["slot", "weekpart", "aim"] as const).filter((one) =>
    views.some(({ by }) => by.includes(one)),
  );
  return [
    treePart(["zone", "parent"], shape.zones),
    ...flat.map((dimension) => treePart([dimension], [nodes[dimension].length])),
    treePart(["need", "group"], shape.needs),
    {
      targets: PERIOD_KINDS.map((kind, level) => ({ kind, by: [], axis: treeAxis(PERIODS, level) })),
      levelOf: ({ kind }) => PERIOD_KINDS.indexOf(kind),
    },
  ];
}

function treePart(names: Dimension[], fanOuts: number[]): Part {
  const targets = [...fanOuts, 1].map((_, level) => ({
    by: level < fanOuts.length ? names.slice(level, level + 1) : [],
    axis: treeAxis(fanOuts, level),
  }));
  return { targets, levelOf: (view) => levelIn(view, names, fanOuts) };
}

/** Every combination of one target from each dimension. */
function targetsOf(parts: Part[]): Cell[] {
  return parts.reduce<Cell[]>(
    (cells, { targets }) =>
      cells.flatMap((cell) =>
        targets.map(({ kind = cell.kind, by, axis }) => ({
          kind,
          by: [...cell.by, ...by],
          axes: [...cell.axes, axis],
        })),
      ),
    [{ kind: "week", by: [], axes: [] }],
  );
}

/**
 * Leaf → node → all, by the smallest fan-out; where some nodes have one child (and are that child, one id, one number)
 * also by fan-out 1. When all have one, or no view asks for nodes, the leaves stand right under all.
 */
function fanOutsOf(tree: Map<string, string[]> | null, leaves: string[]): number[][] {
  const sizes = [...(tree?.values() ?? [])].map(({ length }) => length);
  const several = sizes.filter((size) => size > 1);
  if (several.length === 0) return [[leaves.length]];
  const balanced = [Math.min(...several), sizes.length];
  return several.length < sizes.length ? [balanced, [1, sizes.length]] : [balanced];
}

function levelIn({ by }: View, names: readonly Dimension[], fanOuts: number[]): number {
  const found = names.findIndex((name) => by.includes(name));
  if (found < 0) return fanOuts.length;
  return Math.min(found, fanOuts.length - 1);
}
