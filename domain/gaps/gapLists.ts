import type { Gap } from "../stats/gap.ts";

/** A gap with the place it is about; `id` settles ties, so that a list never changes order by itself. */
export type PlacedGap = { id: string; gap: Gap };

/**
 * The *act* list: places that surely lack, by the gap that is exceeded with 80 % probability, greatest first. What is
 * uncertain, zeros seen in too few hours too, is to be looked at, not acted on.
 * @see methods B2, "Rank"
 */
export function actList<P extends PlacedGap>(places: readonly P[]): P[] {
  const able = places.filter(({ gap }) => gap.class === "gap");
  return ranked(able, ({ gap }) => gap.likely?.[0] ?? 0);
}

/**
 * The *go and look* list: places by how little is known, from the 20 % to the 80 % quantile of the gap, widest first; a
 * place without even a prior is wider than any. Nothing to learn, nothing listed: covered places and those surely below the
 * threshold are left out. Keeping it apart from *act* breaks the loop in which only watched places rise.
 * @see methods B2, "Rank"
 */
export function lookList<P extends PlacedGap>(places: readonly P[]): P[] {
  const able = places.filter(({ gap }) => gap.class === "unknown" || gap.class === "uncertain");
  return ranked(able, ({ gap }) => gap.width ?? Number.POSITIVE_INFINITY);
}

function ranked<P extends PlacedGap>(places: readonly P[], measure: (place: P) => number): P[] {
  const rows = places.map((place) => ({ place, by: measure(place) }));
  const order = (a: PlacedGap, b: PlacedGap) => b.gap.uncovered - a.gap.uncovered || (a.id < b.id ? -1 : 1);
  rows.sort((a, b) => (a.by === b.by ? order(a.place, b.place) : b.by - a.by));
  return rows.map(({ place }) => place);
}
