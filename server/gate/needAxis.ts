import { type Axis, treeAxis } from "../../domain/hiddenCell.ts";

/** Needs are two trees side by side, ordinary and sensitive, and together everything. Level 0: single needs. */
export type NeedLevel = { branch: Branch | "both"; level: number };
type Branch = "ordinary" | "sensitive";

/** The fan-outs of the two trees, leaf upwards; a branch without needs is empty. */
export type NeedTrees = Record<Branch, number[]>;

/**
 * Needs as seen from a target cell: a view by need or group speaks of one branch only, a view crossed by neither counts
 * both. So the sensitive needs of a place are the remainder of its total, and the check must know it.
 */
export function needAxis(trees: NeedTrees, target: NeedLevel): Axis<NeedLevel> {
  const [first] = branchesOf(trees);
  const own = target.branch === "both" ? first : target.branch;
  if (!own)
    return { sizes: [1], inside: [true], orbits: () => [{ cells: 1, share: [[0, 1]], inside: true }] };
  const whole = target.branch === "both";
  const tree = treeAxis(trees[own], whole ? trees[own].length : target.level);
  const other = branchesOf(trees).find((branch) => branch !== own);
  if (!other)
    return {
      ...tree,
      orbits: ({ branch, level }) => tree.orbits(branch === "both" ? trees[own].length : level),
    };
  const beside = tree.sizes.length;
  const sizes = [...tree.sizes, sizeOf(trees[other])];
  const orbits = ({ branch, level }: NeedLevel) => {
    if (branch === own) return tree.orbits(level);
    if (branch === "both") return [{ cells: 1, share: sizes.map((_, i) => [i, 1] as const), inside: whole }];
    const cells = sizeOf(trees[other].slice(level));
    return [{ cells, share: [[beside, 1 / cells] as const], inside: whole }];
  };
  return { sizes, inside: [...tree.inside, whole], orbits };
}

/** Every level a cell may have on this axis, with the name of its dimension. */
export function needTargets(trees: NeedTrees): (NeedLevel & { by: ("need" | "group")[] })[] {
  const branches = branchesOf(trees);
  const inBranch = branches.flatMap((branch) => {
    const levels = [...trees[branch].keys(), ...(branches.length > 1 ? [trees[branch].length] : [])];
    return levels.map((level) => ({
      branch,
      level,
      by: level < trees[branch].length ? [NAMES[level] ?? "need"] : [],
    }));
  });
  return [...inBranch, { branch: "both", level: 0, by: [] }];
}

const NAMES = ["need", "group"] as const;

function branchesOf(trees: NeedTrees): Branch[] {
  return (["ordinary", "sensitive"] as const).filter(
    (branch) => sizeOf(trees[branch]) > 0 && trees[branch].length > 0,
  );
}

function sizeOf(fanOuts: number[]): number {
  return fanOuts.reduce((product, fanOut) => product * fanOut, 1);
}
