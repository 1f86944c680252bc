import type { Budget, CrewPlan } from "./crewPlan.ts";

/** Hours given to each crew, in their order, and what they are worth together if nobody's work is counted twice. */
export type HourShares = { value: number; shares: { act: number; look: number }[] };

/**
 * The best division of hours between crews whose worth adds up: exact, by dynamic programming over the crews.
 * @param most hours a week each crew can give at most
 */
export function shareHours(plans: readonly CrewPlan[], most: readonly number[], budget: Budget): HourShares {
  const states = statesOf(budget);
  let best = states.map((): HourShares => ({ value: 0, shares: [] }));
  plans.forEach((plan, crew) => {
    const own = states
      .filter(({ act, look }) => act + look <= (most[crew] ?? 0))
      .map((share) => ({ ...share, value: plan.value(share.act, share.look) }));
    const before = best;
    best = states.map((state) => {
      const able = own.filter(({ act, look }) => act <= state.act && look <= state.look);
      return able.map((share) => joined(before, share, indexOf(state, share))).reduce(greater);
    });
  });
  return best.at(-1) ?? { value: 0, shares: [] };

  function indexOf(state: Share, share: Share): number {
    return (state.act - share.act) * (budget.look + 1) + state.look - share.look;
  }
}

type Share = { act: number; look: number };

const greater = (a: HourShares, b: HourShares) => (b.value > a.value ? b : a);

function joined(before: readonly HourShares[], share: Share & { value: number }, at: number): HourShares {
  const { value, shares } = before[at] ?? { value: 0, shares: [] };
  return { value: value + share.value, shares: [...shares, { act: share.act, look: share.look }] };
}

const statesOf = ({ act, look }: Budget) =>
  Array.from({ length: (act + 1) * (look + 1) }, (_, i) => ({
    act: Math.floor(i / (look + 1)),
    look: i % (look + 1),
  }));
