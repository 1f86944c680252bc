import { z } from "zod";
import type { Nodes } from "../../domain/lattice.ts";
import { type Around, MET_PEOPLE, type Met, peopleBand } from "../../domain/people.ts";
import type { Period } from "../../domain/period.ts";
import { append, type Db, rows } from "../db.ts";

/** A published cell of a view, as the close has it. */
type Cell = { view: string; nodes: Nodes; value: number | null };

/** Estimated people of one place, all ordinary needs together. */
export type People = { zone: string | null; parent: string | null; band: string | null };

/**
 * The people estimated in the cells that sum over everything but the place, by month and more coarsely: a band for each
 * published count, which is all it adds to. Needs are never told apart, and sensitive ones are not in it. The mean is of the
 * district, or of the city where the network publishes no districts by such periods.
 */
export async function estimatePeople(
  snapshot: Db,
  period: Period,
  cells: readonly Cell[],
): Promise<People[]> {
  const places = cells.filter(({ view }) => PLACES.has(view));
  if (period.kind === "week" || places.length === 0) return [];
  const met = new Map<string, Met & { parent: string | null }>();
  for (const { level, zone, parent, ...one } of await rows(snapshot, Row, query(period)))
    met.set(nameOf(level, level === "zone" ? zone : parent), { ...one, parent });
  const shown = new Map(
    places.map(({ view, nodes, value }) => [
      nameOf(view, nodes.zone ?? nodes.parent ?? null),
      value !== null,
    ]),
  );
  const around = (district: string | null): Around | undefined => {
    const own = nameOf("parent", district);
    const name = district !== null && shown.has(own) ? own : nameOf("total", null);
    const there = met.get(name);
    return there && { ...there, shown: shown.get(name) ?? false };
  };
  return places.map(({ view, nodes: { zone = null, parent = null }, value }) => {
    const cell = met.get(nameOf(view, zone ?? parent));
    return { zone, parent, band: peopleBand(value, cell, around(parent ?? cell?.parent ?? null)) };
  });
}

/** Keeps them, inside the close of their period. */
export async function publishPeople(db: Db, { id }: Period, people: readonly People[]): Promise<void> {
  if (people.length === 0) return;
  await append(db, "published_people", [
    people.map(() => id),
    ...(["zone", "parent", "band"] as const).map((name) => people.map((one) => one[name])),
  ]);
}

const PLACES = new Set(["zone", "parent", "total"]);
const nameOf = (level: string, node: string | null) => `${level} ${node ?? ""}`;

const node = z.string().nullable();
const Row = z.object({
  level: z.enum(["zone", "parent", "total"]),
  zone: node,
  parent: node,
  records: z.number(),
  people: z.number(),
  first: z.number(),
  two: z.number(),
});

/** `placed.people` holds the lower limit of a band. */
const SIZES = Object.entries(MET_PEOPLE)
  .map(([band, people]) => `WHEN ${Number.parseInt(band, 10)} THEN ${people}`)
  .join(" ");

const query = ({ from, to, kind }: Period) => ({
  text: `WITH met AS (SELECT "zone", parent, (CASE people ${SIZES} END)::DOUBLE AS size FROM placed
      WHERE day BETWEEN $1::DATE AND $2::DATE AND NOT ${kind === "year" ? "withdrawn" : "late"} AND NOT sensitive)
    SELECT CASE grouping("zone", parent) WHEN 0 THEN 'zone' WHEN 2 THEN 'parent' ELSE 'total' END AS level,
      "zone", parent, count(*)::INTEGER AS records, sum(size)::DOUBLE AS people, max(size)::DOUBLE AS "first",
      list_sum(max(size, 2))::DOUBLE AS two
    FROM met GROUP BY GROUPING SETS (("zone", parent), (parent), ()) HAVING count(*) > 0`,
  values: [from, to],
});
