import { z } from "zod";
import { mayBeRepeats } from "../../domain/cellId.ts";
import { cellsOf, type Lattice, type View } from "../../domain/lattice.ts";
import { Dimension, type Network } from "../../domain/network.ts";
import type { Period } from "../../domain/period.ts";
import { type Db, type Query, rows, run, sql } from "../db.ts";

/** What the vault holds of one cell: rows, sum of their record keys mod 2^64. */
export type Count = { n: number; ks: bigint };

/** The counts of one view by the names of their nodes, and the cells that may be one person seen again and again. */
export type CountedView = { counts: Map<string, Count>; repeated: Set<string> };

/** The key of a cell within its view. */
export const keyOf = (by: readonly Dimension[], nodes: { [D in Dimension]?: string | null | undefined }) =>
  by.map((dimension) => nodes[dimension] ?? "").join("×");

/**
 * Every observation with the nodes it belongs to, in a temporary table `placed`: its zone's parent, its need's group,
 * its service's first aim; and whether it came late, or was withdrawn. `sensitive` is null of a need the network does not know: it is counted
 * nowhere. Once per network of a close; each period then only groups.
 */
export async function placeObservations(vault: Db, network: Network): Promise<void> {
  const zones = network.zones.map(({ id, parent }) => ({ id, parent }));
  const needs = network.needs.map(({ id, group, sensitive }) => ({ id, group, sensitive }));
  const services = network.services.map(({ id, aims }) => ({ id, aim: aims[0] ?? null }));
  await run(
    vault,
    sql`CREATE OR REPLACE TEMP TABLE placed ("zone" VARCHAR, parent VARCHAR, slot VARCHAR, weekpart VARCHAR, need VARCHAR,
          "group" VARCHAR, aim VARCHAR, sensitive BOOLEAN, service VARCHAR, people INTEGER, day DATE, record_key UBIGINT,
          late BOOLEAN, withdrawn BOOLEAN)`,
  );
  await run(
    vault,
    sql`INSERT INTO placed
        SELECT o."zone", z.parent, o.slot, CASE WHEN isodow(o.day) < 6 THEN 'weekday' ELSE 'weekend' END,
          o.need, n."group", s.aim, n.sensitive, o.service,
          regexp_extract(o.band, '^[0-9]+')::INTEGER, o.day, o.record_key, l.day IS NOT NULL,
          o.import_id IN (SELECT import_id FROM withdrawn)
        FROM observation o
        LEFT JOIN late l ON l.import_id = o.import_id AND l.day = o.day
        LEFT JOIN (SELECT unnest(from_json(${JSON.stringify(zones)},
          '[{"id":"VARCHAR","parent":"VARCHAR"}]'), recursive := true)) z ON z.id = o."zone"
        LEFT JOIN (SELECT unnest(from_json(${JSON.stringify(needs)},
          '[{"id":"VARCHAR","group":"VARCHAR","sensitive":"BOOLEAN"}]'), recursive := true)) n ON n.id = o.need
        LEFT JOIN (SELECT unnest(from_json(${JSON.stringify(services)},
          '[{"id":"VARCHAR","aim":"VARCHAR"}]'), recursive := true)) s ON s.id = o.service`,
  );
}

/** Counts every cell of the views of one kind over one period; `views` are all ordinary or all sensitive. */
export async function countCells(
  vault: Db,
  period: Period,
  { views, lattice }: { views: View[]; lattice: Lattice },
): Promise<Map<View, CountedView>> {
  const counted = new Map(
    views.map((view) => [view, { counts: new Map(), repeated: new Set<string>() } as CountedView]),
  );
  if (views.length === 0) return counted;
  const used = Dimension.options.filter((dimension) => views.some(({ by }) => by.includes(dimension)));
  const byMask = new Map(views.map((view) => [maskOf(used, view), view]));
  const cells = await rows(vault, Cell, countQuery(period, views, used));
  for (const { mask, n, ks, ...nodes } of cells) {
    const view = byMask.get(mask);
    if (view) counted.get(view)?.counts.set(keyOf(view.by, nodes), { n, ks: BigInt(ks) });
  }
  for (const [view, { repeated }] of counted)
    for (const key of await repeatsIn(vault, period, { view, lattice })) repeated.add(key);
  return counted;
}

/** By what a cell is of, not by what its view is called: one cell may stand in several views. */
async function repeatsIn(
  vault: Db,
  period: Period,
  { view, lattice }: { view: View; lattice: Lattice },
): Promise<string[]> {
  const of = { lattice, sensitive: view.sensitive };
  const cells = cellsOf(view, lattice).filter((nodes) => mayBeRepeats(nodes, of));
  if (cells.length === 0) return [];
  const found = await rows(vault, Nodes, repeatQuery(period, view));
  const repeats = new Set(found.map((nodes) => keyOf(view.by, nodes)));
  return cells.map((nodes) => keyOf(view.by, nodes)).filter((key) => repeats.has(key));
}

const node = z.string().nullable().optional();
const Nodes = z.object({
  zone: node,
  parent: node,
  slot: node,
  weekpart: node,
  need: node,
  group: node,
  aim: node,
});
const Cell = Nodes.extend({ mask: z.number(), n: z.number(), ks: z.string() });

/** GROUPING() as DuckDB answers it: a bit for each used dimension that the view sums over, the last one lowest. */
const maskOf = (used: Dimension[], { by }: View) =>
  used.reduce((mask, dimension) => mask * 2 + (by.includes(dimension) ? 0 : 1), 0);

/** Names below are those of `Dimension`, never words of a question; values are bound. */
function countQuery(period: Period, views: View[], used: Dimension[]): Query {
  const sets = views.map(({ by }) => `(${list(by)})`).join(", ");
  const grouping = used.length > 0 ? `grouping(${list(used)})::INTEGER` : "0";
  return {
    text: `${seenBy(views)}
      SELECT ${[...used.map(column), `${grouping} AS mask`].join(", ")}, count(*)::INTEGER AS n,
        (sum(record_key::HUGEINT) % 18446744073709551616)::VARCHAR AS ks
      FROM seen GROUP BY GROUPING SETS (${sets}) HAVING count(*) > 0`,
    values: [period.from, period.to],
  };
}

/**
 * Cells in which too few people may stand behind many records: the largest group each service met adds up to under 3,
 * and not five days and two services saw it (methods C4, repeat sightings).
 */
function repeatQuery(period: Period, view: View): Query {
  const by = view.by.map(column);
  return {
    text: `${seenBy([view])},
      met AS (SELECT ${[...by, "service"].join(", ")}, max(people) AS people, list(DISTINCT day) AS days
        FROM seen GROUP BY ALL)
      SELECT ${[...by, "count(*)::INTEGER AS services"].join(", ")} FROM met GROUP BY ALL
      HAVING sum(people) < 3 AND NOT (len(list_distinct(flatten(list(days)))) >= 5 AND count(*) >= 2)`,
    values: [period.from, period.to],
  };
}

/** What is late counts in years alone, what was withdrawn in all but years. Ordinary views see ordinary needs alone, totals too, and sensitive views sensitive ones. */
function seenBy(views: View[]): string {
  const sensitive = views.some((view) => view.sensitive);
  const late = views.every(({ kind }) => kind === "year");
  return `WITH seen AS (SELECT * FROM placed WHERE day BETWEEN $1::DATE AND $2::DATE
    AND NOT ${late ? "withdrawn" : "late"} AND ${sensitive ? "sensitive" : "NOT sensitive"})`;
}

const column = (dimension: Dimension) => `"${dimension}"`;
const list = (dimensions: readonly Dimension[]) => dimensions.map(column).join(", ");
