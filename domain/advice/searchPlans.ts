import { type Budget, type CrewLimits, type CrewPlan, crewPlan, type Purpose } from "./crewPlan.ts";
import { crewValues, type Exclusion, elementsOf, type FieldTable } from "./field.ts";
import { shareHours } from "./shareHours.ts";
import { branches, type CrewShifts, hoursOf, worthOfPlan } from "./worth.ts";

/** Crews that share hours: what each can meet, where (`null` = everywhere), how it works, and hours a week at most. */
export type Searcher = CrewLimits & {
  needs: readonly string[];
  zones: readonly string[] | null;
  most: number;
};

/** What is searched: crews over a field, with a budget. */
export type Scene = { crews: readonly Searcher[]; table: FieldTable; budget: Budget };

/** The best plan found, its worth, and what no plan can exceed; both with the reward of each hour of looking. */
export type Found = { plan: CrewShifts; worth: number; bound: number };

/**
 * The best plan by branch and bound, best bound first. A node lets each crew count what it meets as if it were alone, less
 * what the branch forbids it to count: that bounds every plan of the branch. Where two crews still count the same, the node
 * splits; where none do, its answer is the best of its branch.
 */
export function searchPlans(scene: Scene, mostNodes: number): Found {
  const turns = new Map<string, CrewShifts>();
  const root = relax(
    { scene, turns },
    scene.crews.map((_, crew) => alone(scene, crew, [])),
    [],
  );
  let best = root;
  let open = [root];
  for (let nodes = 1; nodes < mostNodes; nodes++) {
    open = open.filter(({ bound }) => isMore(bound, best.worth));
    const node = open.reduce<Node | undefined>((a, b) => (a && a.bound >= b.bound ? a : b), undefined);
    if (!node) break;
    open.splice(open.indexOf(node), 1);
    for (const added of branches(scene.table, scene.crews, node)) {
      const excluded = [...node.excluded, ...added];
      const plans = node.plans.map((plan, crew) =>
        added.some((one) => one.crew === crew) ? alone(scene, crew, excluded) : plan,
      );
      const child = relax({ scene, turns }, plans, excluded);
      if (child.worth > best.worth) best = child;
      open.push(child);
    }
  }
  return {
    plan: best.plan,
    worth: best.worth,
    bound: Math.max(best.worth, ...open.map(({ bound }) => bound)),
  };
}

/** Whether a bound leaves anything to find, beyond rounding. */
export const isMore = (bound: number, worth: number) => bound > worth * (1 + 1e-12) + 1e-9;

/** A relaxed answer (`counted` may count twice), its bound, and the best honest plan found with it. */
type Node = Found & { excluded: readonly Exclusion[]; plans: readonly CrewPlan[]; counted: CrewShifts };
type Search = { scene: Scene; turns: Map<string, CrewShifts> };

function relax(search: Search, plans: readonly CrewPlan[], excluded: readonly Exclusion[]): Node {
  const { scene, turns } = search;
  const { value, shares } = shareHours(
    plans,
    scene.crews.map(({ most }) => most),
    scene.budget,
  );
  const counted = plans.map((plan, crew) => plan.shifts(shares[crew]?.act ?? 0, shares[crew]?.look ?? 0));
  const key = JSON.stringify(shares);
  const honest = turns.get(key) ?? inTurn(scene, shares);
  turns.set(key, honest);
  const [first, second] = [worthOf(scene, honest), worthOf(scene, counted)];
  const best = first >= second ? { plan: honest, worth: first } : { plan: counted, worth: second };
  return { ...best, bound: value, excluded, plans, counted };
}

/** Each crew in turn, with its share of the hours, meets the most of what no crew before it meets. */
function inTurn(scene: Scene, shares: readonly { act: number; look: number }[]): CrewShifts {
  const covered = { act: new Set<number>(), look: new Set<number>() };
  return scene.crews.map((crew, i) => {
    const { act, look } = shares[i] ?? { act: 0, look: 0 };
    const values = crewValues(scene.table, crew, { excluded: [], covered });
    const shifts = crewPlan(values, crew, scene.budget).shifts(act, look);
    for (const shift of shifts) {
      for (const at of elementsOf(scene.table, crew.needs, shift)) covered[shift.purpose].add(at);
    }
    return shifts;
  });
}

function alone({ crews, table, budget }: Scene, crew: number, all: readonly Exclusion[]): CrewPlan {
  const who = crews[crew];
  if (!who) throw new RangeError(`crew: ${crew}`);
  const excluded = all.filter((one) => one.crew === crew);
  return crewPlan(crewValues(table, who, { excluded, covered: NOTHING }), who, budget);
}

const NOTHING: Record<Purpose, ReadonlySet<number>> = { act: new Set(), look: new Set() };

/** What a plan is worth, with the reward of each hour of looking. */
function worthOf({ crews, table, budget }: Scene, plan: CrewShifts): number {
  const { act, look } = worthOfPlan(table, crews, plan);
  return act + look + budget.reward * hoursOf(plan, "look");
}
