import type { Row } from "../draft.ts";

const isOf = (row: Row, a: string, b: string) =>
  (row["a"] === a && row["b"] === b) || (row["a"] === b && row["b"] === a);

/** How two aims go together, whichever is named first; "" when nothing is said. */
export const relationOf = (relations: readonly Row[], a: string, b: string): string =>
  relations.find((row) => isOf(row, a, b))?.["relation"] ?? "";

/** Sets it; "" takes it away. */
export function withRelation(
  relations: readonly Row[],
  { a, b, relation }: { a: string; b: string; relation: string },
): Row[] {
  if (relation === "") return relations.filter((row) => !isOf(row, a, b));
  if (!relations.some((row) => isOf(row, a, b))) return [...relations, { a, b, relation }];
  return relations.map((row) => (isOf(row, a, b) ? { ...row, relation } : row));
}
