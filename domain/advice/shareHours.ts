import type { Budget, CrewPlan } from "./crewPlan.ts";

/** Hours given to each crew, in their order, and what they are worth together if nobody's work is counted twice. */
export type HourShares = { value: number; shares: { act: number; look: number }[] };

/**
 * The best division of hours between crews whose worth adds up: exact, by dynamic programming over the crews.
 * @param most hours a week each crew can give at most
 */
export function shareHours(plans: readonly CrewPlan[], most: readonly number[], budget: Budget): HourShares {
  const states = statesOf(budget);
  let best: Float64Array = new Float64Array(states.length);
  const given = plans.map((plan, crew) => {
    const worth = states.map(({ act, look }) =>
      act + look <= (most[crew] ?? 0) ? plan.value(act, look) : Number.NEGATIVE_INFINITY,
    );
    const added = withCrew(best, worth, states);
    best = added.best;
    return added.given;
  });
  return { value: best.at(-1) ?? 0, shares: traced(states, given) };
}

type Share = { act: number; look: number };

/** What hours are worth with one more crew, and the number of the share it then has; of equals the one that gives it least. */
function withCrew(
  before: Float64Array,
  worth: readonly number[],
  states: readonly Share[],
): { best: Float64Array; given: number[] } {
  const best = new Float64Array(states.length);
  const given = states.map(({ look }, at) => {
    const totalOf = (share: number) =>
      (states[share]?.look ?? 0) > look ? -1 : (before[at - share] ?? 0) + (worth[share] ?? 0);
    let [share, most] = [0, totalOf(0)];
    for (let one = 1; one <= at; one++) {
      const value = totalOf(one);
      if (value > most) [share, most] = [one, value];
    }
    best[at] = most;
    return share;
  });
  return { best, given };
}

/** The shares by which the last state was reached, from what each crew has in every state: numbers of states subtract as their hours do. */
function traced(states: readonly Share[], given: readonly number[][]): Share[] {
  let left = states.length - 1;
  return given
    .toReversed()
    .map((chosen) => {
      const at = chosen[left] ?? 0;
      left -= at;
      return states[at] ?? { act: 0, look: 0 };
    })
    .toReversed();
}

const statesOf = ({ act, look }: Budget) =>
  Array.from({ length: (act + 1) * (look + 1) }, (_, i) => ({
    act: Math.floor(i / (look + 1)),
    look: i % (look + 1),
  }));
