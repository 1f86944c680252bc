import { type View, viewName } from "../../domain/lattice.ts";
import type { Dimension } from "../../domain/network.ts";
import type { PeriodKind } from "../../domain/period.ts";

/** What a view of sensitive needs may cross: months know the city alone, quarters and years zones too; no view knows slots. */
const MAY_CROSS: Record<PeriodKind, readonly Dimension[] | null> = {
  week: null,
  month: ["need", "group"],
  quarter: ["zone", "parent", "need", "group"],
  year: ["zone", "parent", "need", "group"],
};

/**
 * Sensitive needs are published by month for the city and by quarter by zone, or more coarsely; a year is no finer than
 * its quarters.
 * @throws RangeError naming the first view that is finer
 * @see methods C4, "Sensitive needs"
 */
export function refuseFineSensitiveViews(views: readonly View[]): void {
  const fine = views.find(
    ({ kind, by, sensitive }) => sensitive && !by.every((one) => MAY_CROSS[kind]?.includes(one) ?? false),
  );
  const weekly = views.find(({ kind, sensitive }) => sensitive && MAY_CROSS[kind] === null);
  const found = fine ?? weekly;
  if (!found) return;
  const allowed = MAY_CROSS[found.kind];
  throw new RangeError(
    `network.json: disclosure.sensitive.views.${found.kind}: "${viewName({ ...found, sensitive: false })}" is too fine for ` +
      `sensitive needs: ${allowed ? `by ${found.kind} they may cross ${allowed.join(", ")} only` : "they have no views by week"}. ` +
      "Leave that view out: they are published by month for the city, by quarter or year by zone.",
  );
}
