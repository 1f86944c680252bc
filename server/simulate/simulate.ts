import type { Network } from "../../domain/network.ts";
import { chooseTruths } from "./chooseTruths.ts";
import { expectation } from "./expectation.ts";
import { goOut } from "./goOut.ts";
import { type Observation, observe } from "./observe.ts";
import { cellsOf, type Outing, spanOf, turnsOf } from "./roster.ts";
import { tellTruths } from "./tellTruths.ts";
import type { Truths } from "./truths.ts";

/** `rate`: observations per week; `until`: the Monday after the last simulated week. */
export type SimulationOptions = { weeks: number; seed: number; rate: number; until: string };

export type Simulation = { observations: Observation[]; outings: Outing[]; truths: Truths };

/**
 * Made-up weeks of a network, honest about effort: schedules → outings → need, seen only by those who were there and can
 * record it. The same network and options always give the same rows.
 * @throws RangeError when the network has no schedules in those weeks, or an option makes no sense
 */
export function simulate(network: Network, options: SimulationOptions): Simulation {
  const { seed, rate } = options;
  if (!(rate > 0 && rate <= 100_000)) throw new RangeError(`rate: ${rate} (expected observations per week)`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed: ${seed} (expected a whole number)`);
  const span = spanOf(network, options);
  const turns = turnsOf(network, span);
  if (turns.length === 0)
    throw new RangeError(
      `${network.id}: no schedule has a turn from ${span.from} to ${span.last}: nobody goes out`,
    );
  const truths = chooseTruths(network, span, turns);
  const outings = goOut(network, { seed, span, turns, truths });
  const cells = cellsOf(network, outings);
  const expected = expectation(network, { seed, rate, span, truths, cells });
  const observations = observe(network, { seed, cells, rate: expected.rate });
  return {
    observations,
    outings,
    truths: tellTruths(network, truths, { seed, rate, span, cells, expected }),
  };
}
