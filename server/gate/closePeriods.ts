import { cellId } from "../../domain/cellId.ts";
import {
  cellsOf,
  type Lattice,
  latticeOf,
  type Nodes,
  type View,
  viewName,
  viewsOf,
} from "../../domain/lattice.ts";
import type { Network } from "../../domain/network.ts";
import type { Period } from "../../domain/period.ts";
import { append, type Db, run, sql, transaction } from "../db.ts";
import { type CountedView, countCells, keyOf, placeObservations } from "./countCells.ts";
import { duePeriods, type NetworkOn } from "./duePeriods.ts";
import { estimatePeople, publishPeople } from "./estimatePeople.ts";
import { freezeWeek, unfrozenWeeks } from "./freezeWeek.ts";
import { perturbed, type Rule, ruleOf } from "./perturbed.ts";

type Closing = {
  published: Db;
  vault: Db;
  secret: Buffer;
  network: Network;
  /** The network in force on a day, where it was not always this one: a period is counted in that of its first day. */
  networkOn?: NetworkOn | undefined;
  /** Epoch ms. */
  now: number;
  onProgress?: (done: number, total: number) => void;
};

/**
 * Closes every period whose time has come, oldest first, each in one transaction: counts the cells of its views in the
 * vault, perturbs and censors each once, and publishes them for ever. A closed period is never looked at again: what
 * is recorded later for its days is late, and enters only the year (the yearly revision). What a week held is kept in
 * the vault before it is published, for the readings of later closes.
 */
export async function closePeriods(closing: Closing): Promise<{ period: string }[]> {
  const { published, vault, network, networkOn = () => network, now, onProgress } = closing;
  const due = await duePeriods({ published, vault, network, networkOn, now });
  const unfrozen = await unfrozenWeeks({ published, vault });
  if (due.length + unfrozen.length === 0) return [];
  await transaction(vault, async (snapshot) => {
    let gate = await openGate(snapshot, closing, due[0] ? networkOn(due[0].from) : network);
    for (const week of unfrozen) await freezeWeek({ snapshot, vault }, week);
    for (const [done, period] of due.entries()) {
      onProgress?.(done, due.length);
      const then = networkOn(period.from);
      if (then !== gate.network) gate = await openGate(snapshot, closing, then);
      await close(snapshot, { ...closing, period, gate });
    }
  });
  if (due.length > 0) onProgress?.(due.length, due.length);
  return due.map(({ id }) => ({ period: id }));
}

async function close(
  snapshot: Db,
  { published, vault, now, period, gate }: Closing & { period: Period; gate: Gate },
): Promise<void> {
  const cells = await publishedCells(snapshot, period, gate);
  const people = await estimatePeople(snapshot, period, cells);
  if (period.kind === "week") await freezeWeek({ snapshot, vault }, period);
  await transaction(published, async (inside) => {
    await publish(inside, { period, cells, now });
    await publishPeople(inside, period, people);
    await noteViews(inside, period, gate);
  });
}

type Gate = {
  secret: Buffer;
  network: Network;
  lattice: Lattice;
  views: View[];
  ordinary: Rule;
  sensitive: Rule;
};
type PublishedCell = { view: string; nodes: Nodes; value: number | null };

/** Lays the observations out by a network, and how its cells are published. */
async function openGate(snapshot: Db, { secret }: Closing, network: Network): Promise<Gate> {
  await placeObservations(snapshot, network);
  const { disclosure } = network;
  const { sensitive } = disclosure;
  return {
    secret,
    network,
    lattice: latticeOf(network),
    views: viewsOf(disclosure),
    ordinary: ruleOf(disclosure),
    sensitive: ruleOf(sensitive),
  };
}

async function publishedCells(vault: Db, period: Period, gate: Gate): Promise<PublishedCell[]> {
  const views = gate.views.filter(({ kind }) => kind === period.kind);
  const counted = (sensitive: boolean) =>
    countCells(vault, period, {
      views: views.filter((view) => view.sensitive === sensitive),
      lattice: gate.lattice,
    });
  const [ordinary, sensitive] = [await counted(false), await counted(true)];
  return [...ordinary, ...sensitive].flatMap(([view, counted]) =>
    cellsOfView({ period, view, counted }, gate),
  );
}

function cellsOfView(of: { period: Period; view: View; counted: CountedView }, gate: Gate): PublishedCell[] {
  const { period, view, counted } = of;
  const rule = view.sensitive ? gate.sensitive : gate.ordinary;
  return cellsOf(view, gate.lattice).map((nodes) => {
    const key = keyOf(view.by, nodes);
    const count = counted.counts.get(key);
    const id = cellId(period.id, nodes, { lattice: gate.lattice, sensitive: view.sensitive });
    const shown = count && !counted.repeated.has(key);
    return {
      view: viewName(view),
      nodes,
      value: shown ? perturbed(gate.secret, { id, ...count }, rule) : null,
    };
  });
}

/** Also the views without a cell: what was ever published by a kind of period is what a new list is checked with. */
async function noteViews(db: Db, { id, kind }: Period, { views, ordinary, sensitive }: Gate): Promise<void> {
  for (const view of views.filter((one) => one.kind === kind)) {
    const { V } = view.sensitive ? sensitive : ordinary;
    await run(db, sql`INSERT INTO closed_view VALUES (${id}, ${viewName(view)}, ${V}::DOUBLE)`);
  }
}

async function publish(
  db: Db,
  { period, cells, now }: { period: Period; cells: PublishedCell[]; now: number },
) {
  const column = (dimension: keyof Nodes) => cells.map(({ nodes }) => nodes[dimension] ?? null);
  await run(
    db,
    sql`INSERT INTO closed_period VALUES (${period.id}, ${period.kind}, ${period.from}::DATE, ${period.to}::DATE,
          make_timestamp(${BigInt(Math.floor(now)) * 1000n}::BIGINT))`,
  );
  if (cells.length === 0) return;
  await append(db, "published_cell", [
    cells.map(() => period.id),
    cells.map(({ view }) => view),
    ...(["zone", "parent", "slot", "weekpart", "need", "group", "aim"] as const).map(column),
    cells.map(({ value }) => value),
  ]);
}
