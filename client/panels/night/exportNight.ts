import { periodName } from "../../format.ts";
import { nameOf } from "../../words.ts";
import { csv, dialects } from "../table/csv.ts";
import { saveFile } from "../table/exportTable.ts";
import { whatIfNotes } from "../whatif/whatIfWords.ts";
import { presenceIn, serviceHours } from "./nightPanes.ts";
import { finding, type Place } from "./nightWords.ts";
import type { Night } from "./useNight.ts";

/** The comparison as a file: the figures on the screen, saying what they are. */
export function nightCsv(night: Night): string {
  const { screen, telling, comparison, zoneName } = night;
  const { t, lang, a, b } = telling;
  const { network, needs } = screen.known;
  const head = [
    t("night.zone"),
    ...[a, b].flatMap(({ when }) => [t("night.hoursIn", { when }), t("night.needIn", { when })]),
    t("night.ratio"),
    t("night.low"),
    t("night.high"),
    "q",
    t("night.finding"),
    ...presenceIn(night),
  ];
  const rowOf = (place: Place) => [
    place.zone === null ? nameOf(network, lang) : zoneName(place.zone),
    ...[place.a, place.b].flatMap(({ hours, rate }) => [round(hours), round(rate)]),
    ...[place.ratio?.ratio ?? null, place.ratio?.low ?? null, place.ratio?.high ?? null].map(round),
    place.q === null ? null : Number(place.q.toPrecision(2)),
    finding(telling, place),
    ...presenceOf(night, place.zone),
  ];
  const chosen = needs.filter(({ id }) => screen.view.needs.includes(id)).map((need) => nameOf(need, lang));
  const notes = [
    ...(network.simulated ? [t("csv.simulated")] : []),
    `${t("csv.period")}: ${periodsOf(night)}`,
    `${t("csv.hours")}: ${telling.periods ? a.clock : `${a.name} ${a.clock} / ${b.name} ${b.clock}`}`,
    `${t("csv.needs")}: ${chosen.join(", ") || t("csv.all")}`,
    ...whatIfNotes(screen),
    `${t("csv.source")}: ${network.attribution}`,
    t("night.method"),
  ];
  const places = comparison ? [comparison.network, ...comparison.zones] : [];
  return csv(notes, [head, ...places.map(rowOf)], dialects[lang]);
}

const presenceOf = (night: Night, zone: string | null): (number | null)[] => {
  const spent = serviceHours(night, zone);
  return spent ? [round(spent.a), round(spent.b)] : [];
};

/** "apr – giu 2026 / lug – set 2026" */
function periodsOf({ comparison, telling: { t, lang } }: Night): string {
  const shown = comparison ? [comparison.before, comparison.period] : [];
  return shown.flatMap((period) => (period ? [periodName(t, lang, period)] : [])).join(" / ");
}

/** Hands the file to the browser. */
export function saveNight(night: Night): void {
  const { comparison, telling, screen } = night;
  const name = telling.t(telling.periods ? "night.filePeriods" : "night.file");
  const periods = [comparison?.before?.id, comparison?.period.id].filter(Boolean).join("-");
  saveFile(`${name}-${screen.known.network.id}-${periods}.csv`, nightCsv(night));
}

const round = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;
