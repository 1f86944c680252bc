import { HOURS, hourAtPlace, stripPlace } from "../week.ts";
import type { Purpose } from "./crewPlan.ts";
import { type Field, type FieldTable, fieldTable } from "./field.ts";
import { hoursBound } from "./hoursBound.ts";
import { type Found, isMore, type Scene, searchPlans } from "./searchPlans.ts";
import { addedBy, hoursOf, worthOfPlan } from "./worth.ts";

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
 * A second bound, by hours alone (hoursBound), holds where many like crews make the first one loose.
 * @throws RangeError when hours, share or a crew's shifts are nonsense
 */
export function advise(question: Question): Advice {
  refuseNonsense(question);
  const needs = [...new Set(question.crews.flatMap((crew) => crew.needs))];
  const scene = sceneOf(question, fieldTable(question.field, { ...question, needs }));
  const found = searchPlans(scene, question.mostNodes ?? 100);
  return adviceOf(question, scene, found);
}

/** The scene, its looking hours as many as the share asks and the places where anything is unknown allow. */
function sceneOf(question: Question, table: FieldTable): Scene {
  const crews = question.crews.map((crew) => {
    const open = Array.from({ length: HOURS }, () => false);
    for (const hour of crew.hours) open[stripPlace(hour, question.dayStart)] = true;
    return { ...crew, open };
  });
  const total = [...table.act, ...table.look].reduce((sum, value) => sum + value, 1);
  const reward = total * crews.length;
  const shortest = Math.min(question.hours, ...crews.map((crew) => crew.shortest));
  const asked = Math.ceil(question.lookShare * question.hours - 1e-9);
  const budget = (look: number) => ({ act: question.hours - look, look, reward });
  const wanted = asked === 0 ? 0 : Math.max(asked, shortest);
  const { plan } = searchPlans({ crews, table, budget: budget(wanted) }, 1);
  return { crews, table, budget: budget(hoursOf(plan, "look")) };
}

function adviceOf(question: Question, { crews, table, budget }: Scene, found: Found): Advice {
  const shifts = addedBy(table, crews, found.plan).map(({ crew, shift, adds }) => ({
    service: question.crews[crew]?.service ?? "",
    zone: table.zones[shift.zone] ?? "",
    hour: hourAtPlace(shift.place, question.dayStart),
    length: shift.length,
    purpose: shift.purpose,
    covers: adds.sort((a, b) => b.worth - a.worth),
  }));
  const lookHours = hoursOf(found.plan, "look");
  const worth = worthOfPlan(table, crews, found.plan);
  const total = worth.act + worth.look;
  const most = (purpose: Purpose) => hoursBound(table, crews, { purpose, hours: budget[purpose] });
  const bound = Math.min(found.bound - budget.reward * lookHours, most("act") + most("look"));
  const exact = !isMore(found.bound, found.worth) || !isMore(bound, total);
  return {
    shifts,
    worth,
    lookHours,
    unused: question.hours - lookHours - hoursOf(found.plan, "act"),
    bound: exact ? total : bound,
    exact,
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
