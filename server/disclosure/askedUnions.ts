import type { Draw } from "../../domain/disclosure/cubeCell.ts";
import { type Guess, guessOf } from "../../domain/disclosure/score.ts";
import type { Ask } from "./wire.ts";

/** Where and of what: "zone slot need". */
export const leafName = (zone: string, slot: string, need: string) => `${zone} ${slot} ${need}`;

/** The number a server gives for several needs together, zone by zone. */
export type SumOver = (slot: string, needs: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** What /api/compare shows of one slot; nothing where it is not published so finely. */
export const overCompare =
  (ask: Ask, { period, slots }: { period: string; slots: readonly string[] }): SumOver =>
  async (slot, needs) => {
    const other = slots.find((one) => one !== slot) ?? "";
    const { status, body } = await ask(
      `/api/compare?period=${period}&a=${other}&b=${slot}&needs=${needs.join(",")}`,
    );
    if (status !== 200) return new Map();
    const { zones } = JSON.parse(body) as { zones: { zone: string; b: { shown: number } }[] };
    return new Map(zones.map(({ zone, b }) => [zone, b.shown]));
  };

type Asking = { slot: string; needs: readonly string[]; times: number; truth: ReadonlyMap<string, number> };

/** A03: the same union asked with a need and without it, again and again with other company, and the differences averaged. */
export async function askedUnions(sum: SumOver, asking: Asking): Promise<Guess[]> {
  const { slot, needs, truth } = asking;
  const guesses: Guess[] = [];
  for (const need of needs) {
    for (const [zone, found] of await differencesOf(sum, need, asking)) {
      const n = truth.get(leafName(zone, slot, need)) ?? 9;
      if (n <= 2) guesses.push(guessOf(n, found.reduce((a, b) => a + b, 0) / found.length));
    }
  }
  return guesses;
}

/** Zone by zone, what a need added to unions of others. */
async function differencesOf(sum: SumOver, need: string, { slot, needs, times }: Asking) {
  const differences = new Map<string, number[]>();
  for (let i = 1; i <= times; i++) {
    const company = needs.filter((one, at) => one !== need && ((at * 7 + i * 5) % 11) % 2 === i % 2);
    if (company.length === 0) continue;
    const [less, more] = [await sum(slot, company), await sum(slot, [...company, need])];
    for (const [zone, all] of more)
      differences.set(zone, [...(differences.get(zone) ?? []), all - (less.get(zone) ?? 0)]);
  }
  return differences;
}

/** The truth of a period's zone × slot × need, by `leafName`. */
export const leavesOf = ({ cells, truth }: Draw, period: string): Map<string, number> =>
  new Map(
    cells.flatMap(({ period: of, view, nodes }, i) =>
      of === period && view === "zone×slot×need"
        ? [[leafName(nodes.zone ?? "", nodes.slot ?? "", nodes.need ?? ""), truth[i] ?? 0] as const]
        : [],
    ),
  );
