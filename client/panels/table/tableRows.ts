import { hourAtPlace, type Slot, slotOf } from "../../../domain/week.ts";
import { type NeedRate, needRate } from "../../needRate.ts";
import { edgesOf, type PeopleFigure, peopleIn } from "../../peopleWords.ts";
import type { Screen } from "../../useScreen.ts";
import { type Lang, nameOf } from "../../words.ts";

/** What the map says of a zone, as a row. `hours`: presence in the period, in the slot chosen or all day. */
export type TableRow = {
  zone: string;
  name: string;
  level: number | null;
  seen: string[];
  rare: string[];
  hours: number | null;
  need: NeedRate | null;
  /** Of the whole period, whatever is chosen. */
  people: PeopleFigure | null;
};

export type Column = "name" | "level" | "seen" | "rare" | "hours" | "need" | "people";
export type Sorting = { column: Column; ascending: boolean };

/** The rows of the equal table, in the order of the network. */
export function tableRows(screen: Screen, lang: Lang): TableRow[] {
  const { known, view, figures, states, serviceOf } = screen;
  const slot = slotOfChoice(screen)?.id;
  const needs = view.needs.length > 0 ? view.needs : null;
  const serviceName = (id: string) => nameOf(serviceOf(id) ?? { id }, lang);
  return known.zones.features.map(({ properties: zone }) => {
    const state = states.find((one) => one.zone === zone.id);
    const need = figures.need && needRate(figures.need, { zone: zone.id, slot, needs });
    return {
      zone: zone.id,
      name: nameOf(zone, lang),
      level: state?.level ?? null,
      seen: [
        ...(state?.seen ?? []).map(serviceName),
        ...(state?.supposed ?? []).map((id) => screen.telling.t("whatIf.named", { name: serviceName(id) })),
      ],
      rare: (state?.rare ?? []).map(serviceName),
      hours: need?.hours ?? null,
      need,
      people: figures.people && peopleIn(figures.people, zone.id),
    };
  });
}

/** The one slot all chosen hours lie in, or null: need is published by slot, not by hour. */
export function slotOfChoice({ places, known }: Pick<Screen, "places" | "known">): Slot | null {
  const { slots, day_start: dayStart } = known.network;
  const [first, ...others] = new Set(places.map((place) => slotOf(hourAtPlace(place, dayStart), slots)));
  return first && others.length === 0 ? first : null;
}

/** That slot's name inside a sentence: figures of hours and need are of it alone. Null: of all slots. */
export function slotName(screen: Pick<Screen, "places" | "known">, lang: Lang): string | null {
  const slot = slotOfChoice(screen);
  const named = screen.known.network.slots.find(({ id }) => id === slot?.id);
  return named ? nameOf(named, lang).toLocaleLowerCase(lang) : null;
}

/** Rows in the order asked; what is not known stands last, whichever way. */
export function sorted(rows: readonly TableRow[], { column, ascending }: Sorting, lang: Lang): TableRow[] {
  const sign = ascending ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [x, y] = [sortValue(a, column), sortValue(b, column)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = typeof x === "number" ? x - Number(y) : x.localeCompare(String(y), lang);
    return sign * order || a.name.localeCompare(b.name, lang);
  });
}

function sortValue(row: TableRow, column: Column): number | string | null {
  if (column === "name") return row.name;
  if (column === "level") return row.level === null ? null : row.seen.length;
  if (column === "need") return row.need?.rate ?? null;
  if (column === "people") return row.people?.band ? edgesOf(row.people.band)[0] : null;
  return column === "hours" ? row.hours : row[column].length;
}
