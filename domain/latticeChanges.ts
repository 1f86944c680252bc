import { latticeOf } from "./lattice.ts";
import type { Network } from "./network.ts";

/** What of a network gives its cells their meaning. */
export type Latticed = Pick<
  Network,
  "timezone" | "day_start" | "slots" | "zones" | "needs" | "services" | "disclosure"
>;

/** One change that gives cells another meaning: `id` is that of the thing, "" where there is one only. */
export type LatticeChange = {
  of: "zone" | "slot" | "need" | "service" | "aim" | "disclosure" | "day_start" | "timezone";
  id: string;
};

/**
 * What changes the meaning of published cells from one network to the next: zones added, removed, redrawn or moved to
 * another parent; slots; a need removed, in another group or of another sensitivity; the first aim of a service, and an
 * aim no service has first any more; disclosure. New services and new needs add cells and change none. Empty: the two
 * may follow each other on any day; else only on 1 January.
 * @see methods D, A19
 */
export function latticeChanges(before: Latticed, after: Latticed): LatticeChange[] {
  const aims = latticeOf(after).aims;
  return [
    ...differing("zone", before.zones, after.zones, ({ parent, geometry }) => [parent, geometry.coordinates]),
    ...differing("slot", before.slots, after.slots, ({ from, to }) => [from, to]),
    ...differing("need", before.needs, kept(after.needs, before.needs), (need) => [
      need.group,
      need.sensitive,
    ]),
    ...differing(
      "service",
      kept(before.services, after.services),
      kept(after.services, before.services),
      (service) => service.aims[0],
    ),
    ...latticeOf(before)
      .aims.filter((id) => !aims.includes(id))
      .map((id) => ({ of: "aim" as const, id })),
    ...(["disclosure", "day_start", "timezone"] as const)
      .filter((of) => !same(before[of], after[of]))
      .map((of) => ({ of, id: "" })),
  ];
}

/** The 1 January (ISO date) that follows a day (ISO date): when a change of lattice takes effect. */
export function nextNewYear(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, "0")}-01-01`;
}

type Identified = { id: string };

/** Those of a list whose id is in another one too. */
function kept<T extends Identified>(list: readonly T[], others: readonly Identified[]): T[] {
  return list.filter(({ id }) => others.some((other) => other.id === id));
}

function differing<T extends Identified>(
  of: LatticeChange["of"],
  before: readonly T[],
  ...[after, meaning]: [readonly T[], (thing: T) => unknown]
): LatticeChange[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  const meant = (list: readonly T[], id: string) => {
    const found = list.find((one) => one.id === id);
    return found && meaning(found);
  };
  return ids.filter((id) => !same(meant(before, id), meant(after, id))).map((id) => ({ of, id }));
}

/** Objects are the same whatever the order of their keys, lists are not. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
