import { Dimension, type Disclosure, type Network } from "./network.ts";
import { PERIOD_KINDS, type PeriodKind } from "./period.ts";

/** A published view: the dimensions it crosses, in the order of `Dimension`; sensitive needs have views of their own. */
export type View = { kind: PeriodKind; by: Dimension[]; sensitive: boolean };

/** One node for each dimension a cell names; a dimension not named is summed over. */
export type Nodes = Partial<Record<Dimension, string>>;

/**
 * Every view the network publishes, its dimensions in canonical order, each once.
 * @throws RangeError when a view crosses a dimension with its own parent (need × group, zone × parent)
 */
export function viewsOf(disclosure: Pick<Disclosure, "views" | "sensitive">): View[] {
  const ordinary = PERIOD_KINDS.flatMap((kind) => viewsOfKind(disclosure.views[kind], kind, false));
  const sensitive = PERIOD_KINDS.flatMap((kind) => viewsOfKind(disclosure.sensitive.views[kind], kind, true));
  return [...ordinary, ...sensitive];
}

/** "zone×slot×need", "total", "sensitive:zone×need": how a view is named in published_cell. */
export function viewName({ by, sensitive }: Pick<View, "by" | "sensitive">): string {
  return `${sensitive ? "sensitive:" : ""}${by.join("×") || "total"}`;
}

/**
 * The view that `viewName` names so.
 * @throws when a name is not of dimensions joined by "×"
 */
export function viewNamed(kind: PeriodKind, name: string): View {
  const names = name.replace(/^sensitive:/, "");
  const by = names === "total" ? [] : names.split("×").map((dimension) => Dimension.parse(dimension));
  return { kind, by, sensitive: name.startsWith("sensitive:") };
}

/** The nodes of a network: flat lists, and for coarser nodes their children. */
export type Lattice = {
  zones: string[];
  parents: Map<string, string[]>;
  slots: string[];
  aims: string[];
  needs: string[];
  groups: Map<string, string[]>;
  sensitiveNeeds: string[];
  sensitiveGroups: Map<string, string[]>;
};

/**
 * The lattice of a network. Ordinary views know ordinary needs only, totals too, so that no total and no remainder tells a
 * sensitive one. Zones without a parent are in no view by parent. A service stands under its first aim.
 */
export function latticeOf(network: Pick<Network, "zones" | "slots" | "needs" | "services">): Lattice {
  const ordinary = network.needs.filter(({ sensitive }) => !sensitive);
  const sensitive = network.needs.filter((need) => need.sensitive);
  return {
    zones: network.zones.map(({ id }) => id),
    parents: children(network.zones.map(({ id, parent }) => ({ id, under: parent }))),
    slots: network.slots.map(({ id }) => id),
    aims: [...new Set(network.services.flatMap(({ aims }) => aims.slice(0, 1)))],
    needs: ordinary.map(({ id }) => id),
    groups: children(ordinary.map(({ id, group }) => ({ id, under: group }))),
    sensitiveNeeds: sensitive.map(({ id }) => id),
    sensitiveGroups: children(sensitive.map(({ id, group }) => ({ id, under: group }))),
  };
}

/**
 * Whether two networks count in the same cells: the same zones, drawn alike, under the same parents, slots of the same hours, disclosure
 * and views, and what the earlier one has of needs and services means the same in the later. New needs and services are
 * no other lattice; they are counted from the next period on.
 */
export function sameLattice(earlier: Meaning, later: Meaning): boolean {
  const [before, after] = [fixed(earlier), fixed(later)];
  const kept = (list: readonly unknown[], of: readonly unknown[]) => {
    const known = new Set(of.map((one) => JSON.stringify(one)));
    return list.every((one) => known.has(JSON.stringify(one)));
  };
  return (
    JSON.stringify(before) === JSON.stringify(after) &&
    kept(needsOf(earlier), needsOf(later)) &&
    kept(aimsOf(earlier), aimsOf(later))
  );
}

type Meaning = Pick<Network, "zones" | "slots" | "needs" | "services" | "disclosure" | "day_start">;

const fixed = ({ zones, slots, disclosure, day_start }: Meaning) => ({
  zones: zones.map(({ id, parent, geometry }) => [id, parent, geometry.coordinates]).sort(byId),
  slots: slots.map(({ id, from, to }) => [id, from, to]).sort(),
  disclosure,
  day_start,
});
const byId = ([a]: readonly unknown[], [b]: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);
const needsOf = ({ needs }: Meaning) => needs.map(({ id, group, sensitive }) => [id, group, sensitive]);
const aimsOf = ({ services }: Meaning) => services.map(({ id, aims }) => [id, aims[0]]);

/** Every cell of a view, empty ones too: what is published must not tell an empty cell from a small one. */
export function cellsOf({ by, sensitive }: Pick<View, "by" | "sensitive">, lattice: Lattice): Nodes[] {
  const nodes = nodesOf(lattice, sensitive);
  return by.reduce<Nodes[]>(
    (cells, dimension) =>
      cells.flatMap((cell) => nodes[dimension].map((node) => ({ ...cell, [dimension]: node }))),
    [{}],
  );
}

/** The nodes of each dimension, as ordinary or as sensitive views know them. */
export function nodesOf(lattice: Lattice, sensitive: boolean): Record<Dimension, string[]> {
  return {
    zone: lattice.zones,
    parent: [...lattice.parents.keys()],
    slot: lattice.slots,
    weekpart: ["weekday", "weekend"],
    need: sensitive ? lattice.sensitiveNeeds : lattice.needs,
    group: [...(sensitive ? lattice.sensitiveGroups : lattice.groups).keys()],
    aim: lattice.aims,
  };
}

function viewsOfKind(lists: Dimension[][], kind: PeriodKind, sensitive: boolean): View[] {
  const names = new Map(
    lists.map((list) => {
      const by = Dimension.options.filter((dimension) => list.includes(dimension));
      refuseNested(by, kind);
      const view = { kind, by, sensitive };
      return [viewName(view), view];
    }),
  );
  return [...names.values()];
}

function refuseNested(by: Dimension[], kind: PeriodKind): void {
  const nested = [
    ["zone", "parent"],
    ["need", "group"],
  ] as const;
  for (const [fine, coarse] of nested) {
    if (by.includes(fine) && by.includes(coarse)) {
      throw new RangeError(
        `network.json: disclosure.views.${kind}: "${by.join("×")}" crosses ${fine} with ${coarse}: leave ${coarse} out`,
      );
    }
  }
}

function children(nodes: { id: string; under: string | null }[]): Map<string, string[]> {
  const tree = new Map<string, string[]>();
  for (const { id, under } of nodes) {
    if (under !== null) tree.set(under, [...(tree.get(under) ?? []), id]);
  }
  return tree;
}
