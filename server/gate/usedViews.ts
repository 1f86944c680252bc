import { z } from "zod";
import { viewNamed, viewsOf } from "../../domain/lattice.ts";
import type { Network } from "../../domain/network.ts";
import { type Db, rows, sql } from "../db.ts";
import { ClosedPeriod } from "../sources.ts";
import { checkViews, type UsedView } from "./checkViews.ts";

/**
 * Checks a network's view list together with every view its closed periods were ever published by: a quarter closed
 * under one list and its months under another must not give together what neither gives alone.
 * @param until the network in force until this one is: its own last periods are still to close by its list
 * @throws RangeError naming the view, as `checkViews`
 */
export async function checkViewsEver(
  published: Db,
  network: Network,
  until?: Pick<Network, "disclosure">,
): Promise<void> {
  const still = until ? listOf(until) : [];
  // A demo's figures are of nobody, and a newer version may bring it another list.
  const ever = network.simulated ? [] : await usedViews(published);
  checkViews(network, [...ever, ...still]);
}

const listOf = ({ disclosure }: Pick<Network, "disclosure">): UsedView[] =>
  viewsOf(disclosure).map((view) => ({
    ...view,
    V: (view.sensitive ? disclosure.sensitive : disclosure).perturbation.V,
  }));

async function usedViews(published: Db): Promise<UsedView[]> {
  const Used = z.object({ kind: ClosedPeriod.shape.kind, view: z.string(), V: z.number().nullable() });
  const used = await rows(
    published,
    Used,
    sql`SELECT kind, view, min(variance) AS "V" FROM closed_view JOIN closed_period USING (period)
      GROUP BY ALL ORDER BY ALL`,
  );
  return used.map(({ kind, view, V }) => ({ ...viewNamed(kind, view), V }));
}
