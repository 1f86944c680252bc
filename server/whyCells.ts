import { z } from "zod";
import { viewName } from "../domain/lattice.ts";
import type { Network } from "../domain/network.ts";
import { needFigure } from "../domain/published.ts";
import { closedChain, rulesOf, viewsOf } from "./cells.ts";
import { rows, sql } from "./db.ts";
import type { ClosedPeriod, Sources } from "./sources.ts";

/** A published figure of one period: a cell, or the sum of cells of one view, from `value` to `up_to`. */
export const Tried = z.object({
  period: z.string(),
  view: z.string().nullable().describe("null = a sum that is withheld"),
  value: z.number().int().nullable().describe("null = withheld"),
  up_to: z.number().int().nullable().describe("with every withheld part of a sum at its most"),
  sum: z.boolean().describe("summed from finer cells: nothing is published of exactly this"),
});
type Tried = z.infer<typeof Tried>;

/** What a figure is about: nodes of dimensions; what is not named is summed over. */
export type Figure = {
  period: string;
  zone?: string | undefined;
  slot?: string | undefined;
  weekpart?: "weekday" | "weekend" | undefined;
  need?: string | undefined;
  group?: string | undefined;
};

/**
 * What is published of a figure, finest period first: its own cell, else the sum of finer cells that the page shows.
 * @throws 400 when the period is not closed
 * @see methods C4 ("unions = sum of published nodes, with n_censored shown as a range")
 */
export async function whyCells(
  { network, published }: Pick<Sources, "network" | "published">,
  figure: Figure,
): Promise<{ chain: ClosedPeriod[]; cells: Tried[] }> {
  const chain = await closedChain(published, figure.period);
  const own = await ownCells(published, figure, viewOf(network, figure));
  const tried = chain.map(async (period) => {
    const cell = own.find((one) => one.period === period.id);
    return cell ?? (figure.group ? [] : sumOf(network, await viewsOf(published, period), { figure, period }));
  });
  return { chain, cells: (await Promise.all(tried)).flat() };
}

function viewOf({ needs }: Network, figure: Figure): string {
  const by = (["zone", "slot", "weekpart", "need", "group"] as const).filter(
    (dimension) => figure[dimension] !== undefined,
  );
  return viewName({ by, sensitive: needs.some(({ id, sensitive }) => sensitive && id === figure.need) });
}

function ownCells(published: Sources["published"], figure: Figure, view: string): Promise<Tried[]> {
  const { zone = null, slot = null, weekpart = null, need = null, group = null } = figure;
  return rows(
    published,
    Tried,
    sql`SELECT period, view, value, value AS up_to, false AS sum FROM published_cell
        WHERE view = ${view} AND "zone" IS NOT DISTINCT FROM ${zone}::VARCHAR AND slot IS NOT DISTINCT FROM ${slot}::VARCHAR
          AND weekpart IS NOT DISTINCT FROM ${weekpart}::VARCHAR AND need IS NOT DISTINCT FROM ${need}::VARCHAR
          AND need_group IS NOT DISTINCT FROM ${group}::VARCHAR`,
  );
}

function sumOf(
  network: Network,
  views: Awaited<ReturnType<typeof viewsOf>>,
  { figure: { zone, slot, weekpart, need }, period }: { figure: Figure; period: ClosedPeriod },
): Tried[] {
  const question = { zone, slot, weekpart, needs: need ? [need] : null };
  const { figure, missing } = needFigure([{ ...period, views }], question, rulesOf(network));
  if (missing === "no_view") return [];
  const { view, shown, upTo } = figure ?? { view: null, shown: null, upTo: null };
  return [{ period: period.id, view, value: shown, up_to: upTo, sum: true }];
}
