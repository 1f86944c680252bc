import type { Screen } from "../../useScreen.ts";
import { nameOf } from "../../words.ts";
import type { Saying } from "./findingWords.ts";

type Named = Pick<Screen, "known"> & { telling: Pick<Screen["telling"], "t" | "lang"> };

/** The words of the page and the names of its network. */
export function sayingOf({ telling: { t, lang }, known }: Named): Saying {
  const zones = new Map(known.zones.features.map(({ properties }) => [properties.id, properties]));
  const needs = new Map(known.needs.map((need) => [need.id, need]));
  return {
    t,
    lang,
    zoneName: (id) => nameOf(zones.get(id) ?? { id }, lang),
    needName: (id) => nameOf(needs.get(id) ?? { id }, lang),
  };
}
