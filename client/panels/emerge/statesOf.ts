import type { Reading, State, Trend } from "../../../domain/emerging/reading.ts";

/** What may be said of one need in one place (`zone` `null`: the whole network). */
export type PlaceState = { zone: string | null; need: string; state: State; trend: Trend };

/** The states of a reading, one by one, of some needs (none chosen = all of them). */
export function statesOf(answer: Pick<Reading, "states"> | null, needs: readonly string[]): PlaceState[] {
  if (!answer) return [];
  const { zone, need, state, trend } = answer.states;
  return need.flatMap((id, i): PlaceState[] => {
    const [where, said, moves] = [zone[i], state[i], trend[i]];
    if (where === undefined || said === undefined || moves === undefined) return [];
    return needs.length === 0 || needs.includes(id)
      ? [{ zone: where, need: id, state: said, trend: moves }]
      : [];
  });
}
