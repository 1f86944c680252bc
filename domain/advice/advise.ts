import { hourAtPlace, stripPlace } from "../week.ts";
import { type Budget, type CrewLimits, type CrewPlan, crewPlan, type Purpose } from "./crewPlan.ts";
import { crewValues, type Exclusion, elementsOf, type Field, type FieldTable, fieldTable } from "./field.ts";
import { shareHours } from "./shareHours.ts";
import { addedBy, branches, type CrewShifts, hoursOf, worthOfPlan } from "./worth.ts";

/**
 * A service that has hours to give: which needs it can meet, in which zones (`null` = all) and hours of the week, in shifts
 * of how many whole hours, and how many hours a week at most.
 */
export type Crew = {
  service: string;
  needs: readonly string[];
  zones: readonly string[] | null;
  hours: readonly number[];
  shortest: number;
  longest: number;
  most: number;
};

/**
 * What is asked: where would `hours` more hours a week help most? At least `lookShare` of them go where too little is
 * known. Hours that may move are taken out of the presence behind `field` first. `mostNodes`: how long to search for proof.
 */
export type Question = {
  hours: number;
  lookShare: number;
  zones: readonly string[];
  dayStart: number;
  crews: readonly Crew[];
  field: Field;
  mostNodes?: number;
};

/** A proposed shift: `hour` is the hour of the week it begins at; `covers`: what it adds, by need, most first. */
export type ProposedShift = {
  service: string;
  zone: string;
  hour: number;
  length: number;
  purpose: Purpose;
  covers: { need: string; worth: number }[];
};

/**
 * Proposed shifts, what they are worth (act: episodes a week met; look: width learnt), and a proven `bound`: no choice of
 * shifts with as many hours of looking is worth more. `exact`: the bound is reached. `unused` hours found no use.
 */
export type Advice = {
  shifts: ProposedShift[];
  worth: Record<Purpose, number>;
  lookHours: number;
  unused: number;
  bound: number;
  exact: boolean;
};

/**
 * The shifts that cover most expected unmet need, with a share of the hours for looking where too little is known: first as
 * many hours of looking as the share asks and places allow, then the greatest worth. Branch and bound: the bound lets every
 * crew count what it meets as if it were alone (exact by dynamic programming); where two crews count the same need in the
 * same zone and hour, the search branches on which of them may. With one crew the first answer is the best one.
 * @throws RangeError when hours, share or a crew's shifts are nonsense
 */
export function advise(question: Question): Advice {
  refuseNonsense(question);
  const needs = [...new Set(question.crews.flatMap((crew) => crew.needs))];
  const table = fieldTable(question.field, { ...question, needs });
  const scene = sceneOf(question, table);
  const most = question.mostNodes ?? 200;
  const root = relax(scene, []);
  let best = root.plan;
  let open = [root];
  for (let nodes = 1; nodes < most; nodes++) {
    open = open.filter(({ bound }) => bound > worthOf(scene, best) * (1 + 1e-12) + 1e-9);
    const node = open.reduce<Relaxed | undefined>((a, b) => (a && a.bound >= b.bound ? a : b), undefined);
    if (!node) break;
    open.splice(open.indexOf(node), 1);
    for (const excluded of branches(table, question.crews, node)) {
      const child = relax(scene, [...node.excluded, ...excluded]);
      if (worthOf(scene, child.plan) > worthOf(scene, best)) best = child.plan;
      open.push(child);
    }
  }
  return adviceOf(scene, best, Math.max(worthOf(scene, best), ...open.map(({ bound }) => bound)));
}

type Scene = { question: Question; table: FieldTable; limits: CrewLimits[]; budget: Budget };

/** A relaxed answer (what crews count may be counted twice), its bound, and the best honest plan found with it. */
type Relaxed = { excluded: readonly Exclusion[]; bound: number; counted: CrewShifts; plan: CrewShifts };

function sceneOf(question: Question, table: FieldTable): Scene {
  const limits = question.crews.map(({ shortest, longest, hours }) => {
    const open = Array.from({ length: 168 }, () => false);
    for (const hour of hours) open[stripPlace(hour, question.dayStart)] = true;
    return { shortest, longest, open };
  });
  const total = [...table.act, ...table.look].reduce((sum, value) => sum + value, 1);
  const shortest = Math.min(question.hours, ...question.crews.map((crew) => crew.shortest));
  const asked = Math.ceil(question.lookShare * question.hours - 1e-9);
  const look = asked === 0 ? 0 : Math.max(asked, shortest);
  const reward = total * question.crews.length;
  const scene = { question, table, limits, budget: { act: question.hours - look, look, reward } };
  const possible = hoursOf(relax(scene, []).counted, "look");
  return { ...scene, budget: { act: question.hours - possible, look: possible, reward } };
}

function relax(scene: Scene, excluded: readonly Exclusion[]): Relaxed {
  const { question, budget } = scene;
  const nothing = { act: new Set<number>(), look: new Set<number>() };
  const plans = question.crews.map((_, crew) => planOf(scene, crew, { excluded, covered: nothing }));
  const { value, shares } = shareHours(
    plans,
    question.crews.map((crew) => crew.most),
    budget,
  );
  const counted = plans.map((plan, crew) => plan.shifts(shares[crew]?.act ?? 0, shares[crew]?.look ?? 0));
  const plan = inTurn(scene, shares);
  const best = worthOf(scene, plan) > worthOf(scene, counted) ? plan : counted;
  return { excluded, bound: value, counted, plan: best };
}

/** Each crew in turn, with its share of the hours, meets the most of what no crew before it meets. */
function inTurn(scene: Scene, shares: readonly { act: number; look: number }[]): CrewShifts {
  const covered = { act: new Set<number>(), look: new Set<number>() };
  return scene.question.crews.map(({ needs }, crew) => {
    const { act, look } = shares[crew] ?? { act: 0, look: 0 };
    const shifts = planOf(scene, crew, { excluded: [], covered }).shifts(act, look);
    for (const shift of shifts) {
      for (const at of elementsOf(scene.table, needs, shift)) covered[shift.purpose].add(at);
    }
    return shifts;
  });
}

type Without = { excluded: readonly Exclusion[]; covered: Record<Purpose, ReadonlySet<number>> };

function planOf({ question, table, limits, budget }: Scene, crew: number, without: Without): CrewPlan {
  const [who, limit] = [question.crews[crew], limits[crew]];
  if (!who || !limit) throw new RangeError(`crew: ${crew}`);
  const excluded = without.excluded.filter((one) => one.crew === crew);
  return crewPlan(crewValues(table, who, { ...without, excluded }), limit, budget);
}

/** What a plan is worth, with the reward of each hour of looking. */
function worthOf({ question, table, budget }: Scene, plan: CrewShifts): number {
  const { act, look } = worthOfPlan(table, question.crews, plan);
  return act + look + budget.reward * hoursOf(plan, "look");
}

function adviceOf(scene: Scene, plan: CrewShifts, bound: number): Advice {
  const { question, table, budget } = scene;
  const shifts = addedBy(table, question.crews, plan).map(({ crew, shift, adds }) => ({
    service: question.crews[crew]?.service ?? "",
    zone: table.zones[shift.zone] ?? "",
    hour: hourAtPlace(shift.place, question.dayStart),
    length: shift.length,
    purpose: shift.purpose,
    covers: adds.sort((a, b) => b.worth - a.worth),
  }));
  const lookHours = hoursOf(plan, "look");
  const worth = worthOfPlan(table, question.crews, plan);
  const reached = bound <= worthOf(scene, plan) * (1 + 1e-12) + 1e-9;
  return {
    shifts,
    worth,
    lookHours,
    unused: question.hours - lookHours - hoursOf(plan, "act"),
    bound: reached ? worth.act + worth.look : bound - budget.reward * lookHours,
    exact: reached,
  };
}

function refuseNonsense({ hours, lookShare, zones, crews }: Question): void {
  if (!Number.isInteger(hours) || hours < 1 || hours > 168) throw new RangeError(`hours to give: ${hours}`);
  if (!(lookShare >= 0 && lookShare <= 1)) throw new RangeError(`share for looking: ${lookShare}`);
  if (zones.length === 0 || crews.length === 0) throw new RangeError("advice needs a zone and a service");
  for (const { service, shortest, longest, most } of crews) {
    const whole = [shortest, longest, most].every((length) => Number.isInteger(length) && length > 0);
    if (!whole || shortest > longest) {
      throw new RangeError(`${service}: shifts of ${shortest} … ${longest} hours, at most ${most} a week`);
    }
  }
}
