import { cellId } from "../../domain/cellId.ts";
import type { CubeCell, Draw } from "../../domain/disclosure/cubeCell.ts";
import { cellsOf, type Lattice, latticeOf, type View, viewName, viewsOf } from "../../domain/lattice.ts";
import type { Network } from "../../domain/network.ts";
import { type Period, parsePeriod } from "../../domain/period.ts";
import { type Db, run, sql, transaction } from "../db.ts";
import { type Count, type CountedView, countCells, keyOf, placeObservations } from "../gate/countCells.ts";
import { perturbed, ruleOf } from "../gate/perturbed.ts";

/** A cell with what the vault holds of it: what a close makes a published cell of. */
export type CountedCell = CubeCell & Count & { id: string; repeated: boolean };

type Counting = {
  vault: Db;
  network: Network;
  /** Ids of closed periods. */
  periods: readonly string[];
  /** Only the records of this service: what it knows itself. */
  service?: string;
};

/** Every cell of these periods, counted in the vault as a close counts it; `value` is not set. */
export async function countedCells({ vault, network, periods, service }: Counting): Promise<CountedCell[]> {
  const [lattice, views] = [latticeOf(network), viewsOf(network.disclosure)];
  return transaction(vault, async (snapshot) => {
    await placeObservations(snapshot, network);
    if (service !== undefined) await run(snapshot, sql`DELETE FROM placed WHERE service <> ${service}`);
    const found: CountedCell[] = [];
    for (const period of periods.map(parsePeriod)) {
      for (const counted of await countedViews(snapshot, period, { views, lattice }))
        found.push(...cellsOfView({ period, ...counted }, lattice));
    }
    await run(snapshot, sql`DROP TABLE placed`);
    return found;
  });
}

async function countedViews(snapshot: Db, period: Period, { views, lattice }: Viewed) {
  const own = views.filter(({ kind }) => kind === period.kind);
  const counted = (kind: boolean) =>
    countCells(snapshot, period, { views: own.filter(({ sensitive }) => sensitive === kind), lattice });
  return [...(await counted(false)), ...(await counted(true))].map(([view, counted]) => ({ view, counted }));
}
type Viewed = { views: View[]; lattice: Lattice };

function cellsOfView(
  of: { period: Period; view: View; counted: CountedView },
  lattice: Lattice,
): CountedCell[] {
  const { period, view, counted } = of;
  return cellsOf(view, lattice).map((nodes) => {
    const key = keyOf(view.by, nodes);
    return {
      ...{
        period: period.id,
        kind: period.kind,
        view: viewName(view),
        by: view.by,
        sensitive: view.sensitive,
        nodes,
      },
      ...(counted.counts.get(key) ?? { n: 0, ks: 0n }),
      ...{ id: cellId(period.id, nodes, { lattice, sensitive: view.sensitive }), value: null },
      repeated: counted.repeated.has(key),
    };
  });
}

/** A way of publishing a counted cell; `null` = withheld. */
export type Gate = (cell: CountedCell) => number | null;

/** The documented gate under a secret: the operator's own gives what was published, another one gives another draw of the noise. */
export function gateBy(secret: Uint8Array, { disclosure }: Pick<Network, "disclosure">): Gate {
  const [ordinary, sensitive] = [ruleOf(disclosure), ruleOf(disclosure.sensitive)];
  return (cell) =>
    cell.n === 0 || cell.repeated ? null : perturbed(secret, cell, cell.sensitive ? sensitive : ordinary);
}

/** The counted cells as a gate publishes them, and their truth beside. */
export const drawBy = (counted: readonly CountedCell[], gate: Gate): Draw => ({
  cells: counted.map((cell) => ({ ...cell, value: gate(cell) })),
  truth: counted.map(({ n }) => n),
});
