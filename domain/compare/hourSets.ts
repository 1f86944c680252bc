import type { Slot } from "../week.ts";

/**
 * The two sets compared when nobody chose: night is every slot that crosses midnight (the last one, in a network without
 * any), day is the rest.
 */
export function dayAndNight(slots: readonly Slot[]): { a: string[]; b: string[] } {
  const late = slots.filter(({ from, to }) => to <= from);
  const b = (late.length > 0 ? late : slots.slice(-1)).map(({ id }) => id);
  return { a: slots.map(({ id }) => id).filter((id) => !b.includes(id)), b };
}

/** The local hours of a set of slots as stretches, those that touch joined: `[{ from: 22, to: 6 }]`. */
export function clockStretches(
  slots: readonly Slot[],
  ids: readonly string[],
): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of slots.filter(({ id }) => ids.includes(id))) {
    const last = stretches.at(-1);
    if (last?.to === from) last.to = to;
    else stretches.push({ from, to });
  }
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last || first === last || last.to !== first.from) return stretches;
  return [...stretches.slice(1, -1), { from: last.from, to: first.to }];
}
