import type { PeriodKind } from "../domain/period.ts";
import { formats } from "./format.ts";
import type { Lang, Words } from "./words.ts";

/** The people published with a closed period: bands by place, null = withheld; both places null = the whole network. */
export type PeoplePeriod = {
  id: string;
  kind: PeriodKind;
  from: string;
  to: string;
  people: Record<"zone" | "parent" | "band", (string | null)[]>;
};

/**
 * People estimated in a place and the period they are of; or why not: *withheld* = no band of the place may be told,
 * *no_view* = none is published of it in these periods.
 */
export type PeopleFigure =
  | { band: string; period: PeoplePeriod; missing: null }
  | { band: null; period: null; missing: "withheld" | "no_view" };

/**
 * The band of the finest period that has one; all needs, services and hours together.
 * @param chain the closed period asked about, then the coarser ones that hold it
 * @param zone null = the whole network
 * @see methods C4, "People"
 */
export function peopleIn(chain: readonly PeoplePeriod[], zone: string | null): PeopleFigure {
  const told = chain.flatMap((period) => {
    const { people } = period;
    const at = people.band.findIndex((_, i) => people.zone[i] === zone && people.parent[i] === null);
    return at === -1 ? [] : [{ period, band: people.band[at] ?? null }];
  });
  for (const { period, band } of told) if (band !== null) return { band, period, missing: null };
  return { band: null, period: null, missing: told.length > 0 ? "withheld" : "no_view" };
}

/** A band as it is shown, "20–49", "5000 o più"; without one, that it cannot be told, and why. */
export function peopleWords(
  { t, lang }: { t: Words; lang: Lang },
  { band, missing }: PeopleFigure,
): { text: string; why: string | null } {
  if (band === null)
    return missing === "withheld"
      ? { text: t("people.withheld"), why: t("people.withheldWhy") }
      : { text: t("people.noView"), why: t("people.noViewWhy") };
  const [from, to] = edgesOf(band);
  const { count } = formats(lang);
  const words = { from: count(from), to: to === null ? "" : count(to) };
  return { text: t(to === null ? "people.open" : "people.band", words), why: null };
}

/** The limits of a band, the upper one null when it is open. */
export function edgesOf(band: string): [from: number, to: number | null] {
  const [from, to] = band.replace("+", "").split("-").map(Number);
  return [from ?? Number.NaN, to ?? null];
}
