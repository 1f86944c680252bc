import { formatWhatIf, type SupposedShift } from "../domain/whatif/whatIf.ts";
import { refusedPart, SHIFTS, type View } from "./address.ts";

/** What the network knows by that name; `earlier` are the closed periods one may compare the chosen one with. */
export type KnownIds = Record<"periods" | "services" | "needs" | "zones" | "slots" | "earlier", string[]>;

/** Choices that the network does not know are let go and named; the rest stays. */
export function settleView(view: View, known: KnownIds): { view: View; refused: string[] } {
  const one = (id: string | null, ids: string[]) => (id !== null && ids.includes(id) ? id : null);
  const isKnown = ({ service, zone }: SupposedShift) =>
    known.services.includes(service) && known.zones.includes(zone);
  const before = one(view.before, known.earlier);
  const kept = {
    ...view,
    period: one(view.period, known.periods),
    zone: one(view.zone, known.zones),
    services: keepKnown(view.services, known.services),
    pair: view.pair.every((id) => known.services.includes(id)) ? view.pair : [],
    needs: keepKnown(view.needs, known.needs),
    a: keepKnown(view.a, known.slots),
    // Two periods are compared over the same hours.
    b: before === null || view.b.length === 0 ? keepKnown(view.b, known.slots) : [],
    before,
    highlight: one(view.highlight, known.services),
    givers: keepKnown(view.givers, known.services),
    move: view.move.every(isKnown) ? view.move : view.move.filter(isKnown),
    whatif: view.whatif.every(isKnown) ? view.whatif : view.whatif.filter(isKnown),
  };
  const refused = KEYS.filter((key) => String(kept[key] ?? "") !== String(view[key] ?? ""));
  const strangers = SHIFTS.flatMap((key) =>
    view[key].filter((shift) => !isKnown(shift)).map((shift) => refusedPart(key, formatWhatIf([shift]))),
  );
  return { view: kept, refused: [...refused, ...strangers] };
}

const KEYS = [
  "period",
  "zone",
  "services",
  "needs",
  "a",
  "b",
  "before",
  "highlight",
  "pair",
  "givers",
] as const;

/** The same array when nothing is let go, so that nothing is drawn again. */
const keepKnown = (ids: string[], known: readonly string[]): string[] =>
  ids.every((one) => known.includes(one)) ? ids : ids.filter((one) => known.includes(one));
