import { type Axis, hiddenCellSd, treeAxis } from "../../domain/hiddenCell.ts";
import { type Lattice, latticeOf, nodesOf, type View, viewName, viewsOf } from "../../domain/lattice.ts";
import type { Dimension, Network } from "../../domain/network.ts";
import { PERIOD_KINDS, type PeriodKind } from "../../domain/period.ts";
import { type NeedLevel, needAxis, needTargets } from "./needAxis.ts";

/** A cell of the lattice and the standard deviation that protects it when it is small (`Infinity`: not estimable). */
export type ViewCheck = { kind: PeriodKind; view: string; published: boolean; sd: number };

/** Under this a reader of all published numbers could tell 0 from 2 too often (methods.md C5). */
const LEAST_SD = 2;

/** A week lies in the month of its Thursday: at least four a month. Told the days cut off, weeks would nest. */
const PERIODS = [4, 3, 4];

/**
 * Checks by least squares, over all periods and views together, that no small cell can be computed from the numbers
 * around it, whether its own view is published or only its neighbours are.
 * @returns every estimable cell of the lattice, the weakest first
 * @throws RangeError naming the weakest view when its hidden cells have sd < 2
 */
export function checkViews(
  network: Pick<Network, "zones" | "slots" | "needs" | "services" | "disclosure">,
): ViewCheck[] {
  const lattice = latticeOf(network);
  const views = viewsOf(network.disclosure);
  const parts = partsOf(lattice, views);
  const published = new Set(views.map((view) => `${view.kind} ${viewName(view)}`));
  const noted = views.map((view) => ({
    levels: parts.map(({ levelOf }) => levelOf(view)),
    V: (view.sensitive ? network.disclosure.sensitive : network.disclosure).perturbation.V,
  }));
  const distinct = [...new Map(noted.map((view) => [JSON.stringify(view.levels), view])).values()];
  const checks = targetsOf(parts).map((cell) => {
    const view = nameOf(cell);
    return {
      kind: cell.kind,
      view,
      published: published.has(`${cell.kind} ${view}`),
      sd: hiddenCellSd(cell.axes, distinct),
    };
  });
  const weakestFirst = checks.filter(({ sd }) => Number.isFinite(sd)).sort((a, b) => a.sd - b.sd);
  refuseWeak(weakestFirst[0]);
  return weakestFirst;
}

function refuseWeak(weakest: ViewCheck | undefined): void {
  if (!weakest || weakest.sd >= LEAST_SD - 1e-6) return;
  const { kind, view, published, sd } = weakest;
  const how = published ? "published" : "not published itself, but computable from the others";
  throw new RangeError(
    `network.json: disclosure.views: a small cell of "${view}" by ${kind} (${how}) would be protected by a standard ` +
      `deviation of ${sd.toFixed(2)} only, at least ${LEAST_SD} is needed: leave out that view, or one that sums it or ` +
      "splits it, or raise the perturbation V.",
  );
}

type Level = number | NeedLevel;

/** One dimension: the cells it offers as targets, and a view's level on it. */
type Part = { targets: Target[]; levelOf: (view: View) => Level };
type Target = { kind?: PeriodKind; by: Dimension[]; branch?: NeedLevel["branch"]; axis: Axis<Level> };
type Cell = { kind: PeriodKind; by: Dimension[]; branch: NeedLevel["branch"]; axes: Axis<Level>[] };

function partsOf(lattice: Lattice, views: View[]): Part[] {
  const used = (dimension: Dimension) => views.some(({ by }) => by.includes(dimension));
  const nodes = nodesOf(lattice, false);
  const flat = (["slot", "weekpart", "aim"] as const).filter(used);
  return [
    treePart(
      ["zone", "parent"],
      used("parent") ? fanOutsOf(lattice.parents, lattice.zones) : [lattice.zones.length],
    ),
    ...flat.map((dimension) => treePart([dimension], [nodes[dimension].length])),
    needPart(lattice, used("group")),
    {
      targets: PERIOD_KINDS.map((kind, level) => ({
        kind,
        by: [],
        axis: treeAxis(PERIODS, level) as Axis<Level>,
      })),
      levelOf: ({ kind }) => PERIOD_KINDS.indexOf(kind),
    },
  ];
}

function treePart(names: Dimension[], fanOuts: number[]): Part {
  const targets = [...fanOuts, 1].map((_, level) => ({
    by: level < fanOuts.length ? names.slice(level, level + 1) : [],
    axis: treeAxis(fanOuts, level) as Axis<Level>,
  }));
  return { targets, levelOf: (view) => levelIn(view, names, fanOuts) };
}

function needPart(lattice: Lattice, byGroup: boolean): Part {
  const { needs, groups, sensitiveNeeds, sensitiveGroups } = lattice;
  const trees = {
    ordinary: byGroup ? fanOutsOf(groups, needs) : [needs.length],
    sensitive: byGroup ? fanOutsOf(sensitiveGroups, sensitiveNeeds) : [sensitiveNeeds.length],
  };
  const targets = needTargets(trees).map((target) => ({
    by: target.by,
    branch: target.branch,
    axis: needAxis(trees, target) as Axis<Level>,
  }));
  const levelOf = (view: View): NeedLevel => {
    const branch = view.sensitive ? "sensitive" : "ordinary";
    const level = levelIn(view, ["need", "group"], trees[branch]);
    return { branch: level === trees[branch].length && !view.sensitive ? "both" : branch, level };
  };
  return { targets, levelOf };
}

/** Every combination of one target from each dimension. */
function targetsOf(parts: Part[]): Cell[] {
  return parts.reduce<Cell[]>(
    (cells, { targets }) =>
      cells.flatMap((cell) =>
        targets.map(({ kind = cell.kind, branch = cell.branch, by, axis }) => ({
          kind,
          branch,
          by: [...cell.by, ...by],
          axes: [...cell.axes, axis],
        })),
      ),
    [{ kind: "week", branch: "both", by: [], axes: [] }],
  );
}

/** "All ordinary needs" is no view, only what is left of a total. */
function nameOf({ by, branch }: Cell): string {
  const remainder =
    branch === "ordinary" && !by.some((dimension) => dimension === "need" || dimension === "group");
  return `${viewName({ by, sensitive: branch === "sensitive" })}${remainder ? " (ordinary needs)" : ""}`;
}

/** Leaf → node → all. Nodes of one child are that child (one id, one number), so they do not count. */
function fanOutsOf(tree: Map<string, string[]>, leaves: string[]): number[] {
  const several = [...tree.values()].map(({ length }) => length).filter((length) => length > 1);
  return several.length > 0 ? [Math.min(...several), tree.size] : [leaves.length];
}

function levelIn({ by }: View, names: readonly Dimension[], fanOuts: number[]): number {
  const found = names.findIndex((name) => by.includes(name));
  if (found < 0) return fanOuts.length;
  return Math.min(found, fanOuts.length - 1);
}
