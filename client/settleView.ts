import { formatWhatIf, type SupposedShift } from "../domain/whatIf.ts";
import { refusedPart, SHIFTS, type View } from "./address.ts";

/** Choices that the network does not know are let go and named; the rest stays. */
export function settleView(
  view: View,
  known: { periods: string[]; services: string[]; needs: string[]; zones: string[] },
): { view: View; refused: string[] } {
  const isKnown = ({ service, zone }: SupposedShift) =>
    known.services.includes(service) && known.zones.includes(zone);
  const kept = {
    ...view,
    period: view.period !== null && known.periods.includes(view.period) ? view.period : null,
    zone: view.zone !== null && known.zones.includes(view.zone) ? view.zone : null,
    services: keepKnown(view.services, known.services),
    needs: keepKnown(view.needs, known.needs),
    givers: keepKnown(view.givers, known.services),
    highlight: view.highlight !== null && known.services.includes(view.highlight) ? view.highlight : null,
    move: view.move.every(isKnown) ? view.move : view.move.filter(isKnown),
    whatif: view.whatif.every(isKnown) ? view.whatif : view.whatif.filter(isKnown),
  };
  const keys = ["period", "zone", "services", "needs", "highlight", "givers"] as const;
  const refused = keys.filter((key) => String(kept[key] ?? "") !== String(view[key] ?? ""));
  const strangers = SHIFTS.flatMap((key) =>
    view[key].filter((shift) => !isKnown(shift)).map((shift) => refusedPart(key, formatWhatIf([shift]))),
  );
  return { view: kept, refused: [...refused, ...strangers] };
}

/** The same array when nothing is let go, so that nothing is drawn again. */
const keepKnown = (ids: string[], known: readonly string[]): string[] =>
  ids.every((one) => known.includes(one)) ? ids : ids.filter((one) => known.includes(one));
