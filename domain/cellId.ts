import type { Lattice, Nodes } from "./lattice.ts";
import type { Dimension } from "./network.ts";

/**
 * The canonical id of a cell, which is part of its cell key: `v1|periodo=2025-03|zona=Z03|fascia=sera|servizio=*|bisogno=cibo`.
 * Coarser nodes carry their level (`zona=distretto:D1`), weekday or weekend stands beside the slot (`fascia=sera/weekend`).
 * Cells that can only hold the same records have the same id (see `narrowest`), hence the same number, or the two
 * numbers could be averaged.
 * @see methods C4
 */
export function cellId(period: string, nodes: Nodes, of: CellOf): string {
  const { zone, parent, slot, weekpart, need, group, aim } = narrowest(nodes, of);
  const place = zone ?? (parent === undefined ? "*" : `distretto:${parent}`);
  const what = need ?? (group === undefined ? (of.sensitive ? "sensibili:*" : "*") : `gruppo:${group}`);
  const time = `${slot ?? "*"}${weekpart ? `/${weekpart}` : ""}`;
  return `v1|periodo=${period}|zona=${place}|fascia=${time}|servizio=${aim ? `finalita:${aim}` : "*"}|bisogno=${what}`;
}

type CellOf = { lattice: Lattice; sensitive: boolean };

/**
 * The narrowest nodes that hold all that a cell's own nodes hold: a district of one zone is that zone, a group of one need
 * that need, and whatever sums over a dimension of one node is of that node.
 */
function narrowest(nodes: Nodes, { lattice, sensitive }: CellOf): Nodes {
  const [groups, needs] = sensitive
    ? [lattice.sensitiveGroups, lattice.sensitiveNeeds]
    : [lattice.groups, lattice.needs];
  const place = within(
    { fine: nodes.zone, coarse: nodes.parent },
    { tree: lattice.parents, leaves: lattice.zones },
  );
  const what = within({ fine: nodes.need, coarse: nodes.group }, { tree: groups, leaves: needs });
  return defined({
    ...{ zone: place.fine, parent: place.coarse, need: what.fine, group: what.coarse },
    ...{
      slot: nodes.slot ?? only(lattice.slots),
      weekpart: nodes.weekpart,
      aim: nodes.aim ?? only(lattice.aims),
    },
  });
}

/**
 * Whether a cell may be withheld as repeat sightings, however many records it holds: it is of one zone, slot and need (or
 * group), whatever its view is called.
 * @see methods C4, "Repeat sightings"
 */
export function mayBeRepeats(nodes: Nodes, of: CellOf): boolean {
  const { zone, slot, need, group } = narrowest(nodes, of);
  return [zone, slot, need ?? group].every((node) => node !== undefined);
}

/**
 * The dimensions that sum over nothing in ordinary or in sensitive views, since there is but one node: for readers who know a
 * network's lists and no lattice. One group is one node as well.
 */
export function singleDimensions({ zones, slots, needs }: Lists, sensitive: boolean): Dimension[] {
  const own = needs.filter((need) => need.sensitive === sensitive);
  const groups = new Set(own.map(({ id, group }) => group ?? id));
  const nodes = [
    ["zone", zones.length],
    ["slot", slots.length],
    ["need", groups.size],
  ] as const;
  return nodes.flatMap(([dimension, many]) => (many === 1 ? [dimension] : []));
}
type Lists = {
  zones: readonly unknown[];
  slots: readonly unknown[];
  needs: readonly { id: string; group?: string | undefined; sensitive: boolean }[];
};

function within(
  { fine, coarse }: { fine: string | undefined; coarse: string | undefined },
  { tree, leaves }: { tree: Map<string, string[]>; leaves: readonly string[] },
): { fine?: string | undefined; coarse?: string | undefined } {
  if (fine !== undefined) return { fine };
  const [[whole, members] = []] = tree;
  const around = coarse ?? (tree.size === 1 && members?.length === leaves.length ? whole : undefined);
  const one = only(around === undefined ? leaves : (tree.get(around) ?? []));
  return one === undefined ? { coarse: around } : { fine: one };
}

const only = (nodes: readonly string[]): string | undefined => (nodes.length === 1 ? nodes[0] : undefined);

const defined = (nodes: { [D in Dimension]?: string | undefined }): Nodes =>
  Object.fromEntries(Object.entries(nodes).filter(([, node]) => node !== undefined));
