import type { Lattice } from "../lattice.ts";
import type { Dimension } from "../network.ts";
import { addDays, type Period, parsePeriod, periodOf } from "../period.ts";
import type { CubeCell } from "./cubeCell.ts";

/** A published cell (its place in the list) as a sum of unknown whole numbers ≥ 0. */
export type Sum = { cell: number; terms: number[] };

/** Two ways of adding up the same records. */
export type Link = { one: number[]; other: number[] };

/** All that is published of a quarter, its months and its weeks, as sums of unknown counts. */
export type Equations = { unknowns: number; sums: Sum[]; links: Link[] };

/**
 * The published cells of a quarter, its months and the weeks that touch it, as sums of the counts of zone × slot × need ×
 * month. Weeks cross no slot, so they are sums of zone × need × piece of a week, and these add up to the former; days of a
 * week outside of the quarter are unknowns of their own. Cells by weekday or weekend, or by aim, split a sum further: each
 * is an unknown, and together they make it. Views of a week that cross slots are left out.
 */
export function equationsOf(cells: readonly CubeCell[], lattice: Lattice, quarter: string): Equations {
  const grid = gridOf(lattice, quarter);
  const found: Equations = { unknowns: 0, sums: [], links: [] };
  const fresh = () => found.unknowns++;
  const leaves = table([grid.zones, grid.slots, grid.needs, grid.months], fresh);
  const weeks = [...new Set(cells.flatMap(({ kind, period }) => (kind === "week" ? [period] : [])))].map(
    parsePeriod,
  );
  const pieces = piecesOf(weeks, grid.months);
  const byPiece = table(
    pieces.length > 0 ? [grid.zones, grid.needs, pieces.map(({ id }) => id)] : [[]],
    fresh,
  );
  if (pieces.length > 0) found.links.push(...monthLinks(grid, pieces, { leaves, byPiece }));
  const split = new Map<string, { one: number[]; other: number[] }>();
  for (const [cell, published] of cells.entries()) {
    const terms = termsOf(published, { grid, lattice, pieces, leaves, byPiece });
    if (!terms) continue;
    if (!published.by.includes("weekpart") && !published.by.includes("aim")) {
      found.sums.push({ cell, terms });
      continue;
    }
    const part = fresh();
    found.sums.push({ cell, terms: [part] });
    const { weekpart: _, aim: __, ...rest } = published.nodes;
    const name = JSON.stringify([published.period, published.view, rest]);
    split.set(name, { one: terms, other: [...(split.get(name)?.other ?? []), part] });
  }
  found.links.push(...split.values());
  return found;
}

type Grid = { zones: string[]; slots: string[]; needs: string[]; months: string[] };
type Piece = { id: string; week: string; month: string | null };
type Known = { grid: Grid; lattice: Lattice; pieces: Piece[]; leaves: Table; byPiece: Table };
type Table = Map<string, number>;

const at = (...nodes: string[]) => nodes.join("|");

function gridOf(lattice: Lattice, quarter: string): Grid {
  const { from } = parsePeriod(quarter);
  const months = [0, 32, 63].map((days) => periodOf("month", addDays(from, days)).id);
  return {
    zones: lattice.zones,
    slots: lattice.slots,
    needs: [...lattice.needs, ...lattice.sensitiveNeeds],
    months,
  };
}

/** An unknown for each combination of nodes. */
function table(axes: string[][], fresh: () => number): Table {
  const names = axes.reduce<string[][]>(
    (all, axis) => all.flatMap((name) => axis.map((node) => [...name, node])),
    [[]],
  );
  return new Map(names.map((name) => [at(...name), fresh()]));
}

/** The pieces weeks are cut into by the months of the quarter, and what of a month no published week covers. */
function piecesOf(weeks: Period[], months: string[]): Piece[] {
  if (weeks.length === 0) return [];
  const inside = weeks.filter((week) => months.some((month) => overlaps(parsePeriod(month), week)));
  const cut = inside.flatMap((week) => daysOf(week).map((day) => piece(week.id, monthIn(months, day))));
  const rest = months.flatMap((month) =>
    daysOf(parsePeriod(month))
      .filter((day) => !inside.some(({ from, to }) => from <= day && day <= to))
      .map(() => piece("no week", month)),
  );
  return [...new Map([...cut, ...rest].map((one) => [one.id, one])).values()];
}

const piece = (week: string, month: string | null): Piece => ({
  id: at(week, month ?? "outside"),
  week,
  month,
});

function monthIn(months: string[], day: string): string | null {
  const { id } = periodOf("month", day);
  return months.includes(id) ? id : null;
}

function daysOf({ from, to }: Pick<Period, "from" | "to">): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

const overlaps = (a: { from: string; to: string }, b: { from: string; to: string }) =>
  a.from <= b.to && b.from <= a.to;

const monthLinks = (
  { zones, slots, needs, months }: Grid,
  pieces: Piece[],
  { leaves, byPiece }: Pick<Known, "leaves" | "byPiece">,
): Link[] =>
  zones.flatMap((zone) =>
    needs.flatMap((need) =>
      months.map((month) => ({
        one: slots.map((slot) => leaves.get(at(zone, slot, need, month)) ?? 0),
        other: pieces
          .filter((piece) => piece.month === month)
          .map(({ id }) => byPiece.get(at(zone, need, id)) ?? 0),
      })),
    ),
  );

/** The unknowns a cell is the sum of; `null` when it is of another time, or cannot be written so. */
function termsOf(cell: CubeCell, known: Known): number[] | null {
  const { grid, pieces } = known;
  const zones = zonesOf(cell, known);
  const needs = needsOf(cell, known);
  const slots = chosen(cell, "slot", grid.slots);
  if (cell.kind === "week") {
    const of = pieces.filter(({ week }) => week === cell.period);
    if (of.length === 0 || ["slot", "weekpart", "aim"].some((one) => cell.by.includes(one as Dimension)))
      return null;
    return zones.flatMap((zone) =>
      needs.flatMap((need) => of.map(({ id }) => known.byPiece.get(at(zone, need, id)) ?? 0)),
    );
  }
  const { from, to } = parsePeriod(cell.period);
  const months = grid.months.filter(
    (month) => from <= parsePeriod(month).from && parsePeriod(month).to <= to,
  );
  if (months.length === 0 || cell.kind === "year") return null;
  return zones.flatMap((zone) =>
    slots.flatMap((slot) =>
      needs.flatMap((need) => months.map((month) => known.leaves.get(at(zone, slot, need, month)) ?? 0)),
    ),
  );
}

function chosen(cell: CubeCell, dimension: Dimension, all: string[]): string[] {
  const node = cell.nodes[dimension];
  return node === undefined ? all : [node];
}

const zonesOf = (cell: CubeCell, { grid, lattice }: Known) =>
  cell.nodes.parent === undefined
    ? chosen(cell, "zone", grid.zones)
    : (lattice.parents.get(cell.nodes.parent) ?? []);

function needsOf(cell: CubeCell, { lattice }: Known): string[] {
  const groups = cell.sensitive ? lattice.sensitiveGroups : lattice.groups;
  if (cell.nodes.group !== undefined) return groups.get(cell.nodes.group) ?? [];
  return chosen(cell, "need", cell.sensitive ? lattice.sensitiveNeeds : lattice.needs);
}
