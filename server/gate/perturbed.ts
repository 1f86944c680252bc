import { createHmac } from "node:crypto";
import {
  cellKey,
  cellMessage,
  type PerturbationTable,
  perturbationTable,
  publishedValue,
} from "../../domain/cellKey.ts";
import type { Disclosure } from "../../domain/network.ts";
import type { Count } from "./countCells.ts";

/** How the cells of one kind of need are perturbed and withheld. */
export type Rule = { table: PerturbationTable; V: number; floor: number; threshold: number };

export const ruleOf = ({
  perturbation,
  floor,
  threshold,
}: Pick<Disclosure, "perturbation" | "floor" | "threshold">): Rule => ({
  table: perturbationTable(perturbation),
  V: perturbation.V,
  floor,
  threshold,
});

/** The number a cell is published with, or `null`: withheld. Equal content in one cell gives one number for ever. */
export function perturbed(
  secret: Uint8Array,
  { id, n, ks }: Count & { id: string },
  rule: Rule,
): number | null {
  const digest = createHmac("sha256", secret)
    .update(cellMessage(id, ks, n))
    .digest("hex");
  return publishedValue(n, cellKey(digest), rule);
}
