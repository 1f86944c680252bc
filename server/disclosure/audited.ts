import { createHmac } from "node:crypto";
import {
  type CubeCell,
  type CubeRule,
  cellName,
  cubeCells,
  cubeRule,
  type Draw,
} from "../../domain/disclosure/cubeCell.ts";
import { latticeOf } from "../../domain/lattice.ts";
import type { Network } from "../../domain/network.ts";
import { parsePeriod, periodOf, weeksOf } from "../../domain/period.ts";
import { closedPeriods } from "../sources.ts";
import type { AuditCopy } from "./auditCopy.ts";
import { type CountedCell, countedCells, drawBy, gateBy } from "./countedCells.ts";
import type { Published } from "./overCells.ts";
import type { Ask } from "./wire.ts";

/** A network's own cells of its newest closed quarter: as published, and as they could have been with other noise. */
export type Audited = Published & {
  network: Network;
  counted: readonly CountedCell[];
  /** What was really published, over HTTP: the first of the draws. */
  own: Draw;
  /** Of the cells published, the share the documented rule and the vault give again. */
  asDocumented: number;
  /** Of the cells the view list asks for, the share that is not published. */
  missing: number;
};

type From = { copy: AuditCopy; network: Network; ask: Ask; seeds: number };

/** @throws Error when no quarter is closed yet */
export async function auditedCells({ copy, network, ask, seeds }: From): Promise<Audited> {
  const periods = await periodsOf(copy);
  const quarter = periods[0] ?? "";
  const all = await countedCells({ vault: copy.vault, network, periods });
  const values = new Map((await publishedOver(ask, periods)).map((cell) => [cellName(cell), cell.value]));
  const counted = all.filter((cell) => values.has(cellName(cell)));
  const own = drawBy(counted, (cell) => values.get(cellName(cell)) ?? null);
  const again = drawBy(counted, gateBy(copy.secret, network));
  const lattice = latticeOf(network);
  const equal = own.cells.filter(({ value }, i) => value === again.cells[i]?.value).length;
  const redrawn = Array.from({ length: seeds - 1 }, (_, i) =>
    drawBy(counted, gateBy(anotherSecret(copy.secret, i), network)),
  );
  return {
    ...{ network, counted, own, quarter, lattice },
    draws: [own, ...redrawn],
    rule: (cell: CubeCell): CubeRule => cubeRule({ ...network, lattice }, cell),
    asDocumented: counted.length > 0 ? equal / counted.length : 0,
    missing: all.length > 0 ? 1 - counted.length / all.length : 0,
  };
}

/** A secret for another draw of the noise: the same data give the same report. */
export const anotherSecret = (secret: Uint8Array, i: number): Buffer =>
  createHmac("sha256", secret).update(`another draw ${i}`).digest();

/** The newest closed quarter first, then its months and weeks that are closed. */
async function periodsOf({ published }: AuditCopy): Promise<string[]> {
  const closed = await closedPeriods(published);
  const quarter = closed.find(({ kind }) => kind === "quarter");
  if (!quarter)
    throw new Error(
      "No quarter is closed yet: the attacks need one. Run this again after the first close of a quarter.",
    );
  const inside = weeksOf(parsePeriod(quarter.id)).map((monday) => periodOf("week", monday).id);
  const finer = closed.filter(
    ({ kind, id, from, to }) =>
      (kind === "week" && inside.includes(id)) ||
      (kind === "month" && quarter.from <= from && to <= quarter.to),
  );
  return [quarter.id, ...finer.map(({ id }) => id)];
}

async function publishedOver(ask: Ask, periods: readonly string[]): Promise<CubeCell[]> {
  const cells: CubeCell[] = [];
  for (const period of periods) {
    const { chain } = JSON.parse((await ask(`/api/cells?period=${period}`)).body);
    cells.push(...cubeCells(chain.slice(0, 1)));
  }
  return cells;
}
