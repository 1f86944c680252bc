import { formats, periodName } from "../../format.ts";
import { hoursLabel } from "../../hoursWords.ts";
import type { NeedRate } from "../../needRate.ts";
import { needWords } from "../../needWords.ts";
import { peopleWords } from "../../peopleWords.ts";
import { serviceHours } from "../../serviceHours.ts";
import type { Screen } from "../../useScreen.ts";
import { nameOf } from "../../words.ts";
import { whatIfNotes } from "../whatif/whatIfWords.ts";
import { csv, dialects } from "./csv.ts";
import { slotName, type TableRow, tableRows } from "./tableRows.ts";

/** The table as a file: the same published figures, saying what they are and whether they are simulated. */
export function tableCsv(screen: Screen): string {
  const { t, lang } = screen.telling;
  const heads = ["zone", "state", headOf("seen", screen.telling), headOf("rare", screen.telling)] as const;
  const of = slotName(screen, lang) ?? t("csv.allSlots");
  const figures = ["hours", "need", "needFrom", "needTo"] as const;
  const header = [
    ...heads.map((head) => t(`table.${head}`)),
    ...figures.map((figure) => t(`csv.${figure}Head`, { slot: of })),
    t("people.csvHead"),
    t("people.csvPeriod"),
  ];
  const rows = tableRows(screen, lang).map((row) => csvRow(row, screen));
  return csv(notesOf(screen), [header, ...rows, ...serviceRows(screen)], dialects[lang]);
}

/** The second table of the screen, under an empty line. */
function serviceRows({ figures: { presence }, known, telling: { t, lang } }: Screen) {
  if (!presence) return [];
  const heads = (["service", "planned", "spent", "counted"] as const).map((head) => t(`table.${head}`));
  const rows = known.services.map((service) => {
    const { planned, seen, hours, kept } = serviceHours(presence, { service: service.id });
    return [nameOf(service, lang), planned, seen, hours, kept.recorded ? kept.share : null, kept.rho];
  });
  return [[], [...heads, t("csv.keptShare"), t("csv.rho")], ...rows];
}

/** Hands the file to the browser. */
export function saveTable(screen: Screen): void {
  saveCsv(screen, screen.telling.t("csv.file"), tableCsv(screen));
}

/** Hands any table of a screen to the browser, under a name that says network and period. */
export function saveCsv(screen: Screen, name: string, text: string): void {
  saveFile(`${name}-${screen.known.network.id}-${screen.period?.id ?? ""}.csv`, text);
}

/** Hands CSV text to the browser under a name. */
export function saveFile(name: string, text: string): void {
  const file = new Blob([text], { type: "text/csv;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What the figures are, for whoever opens the file without the screen. */
export function notesOf(screen: Screen): string[] {
  const { t, lang } = screen.telling;
  const { known, period, view } = screen;
  const { network } = known;
  const names = (ids: readonly string[], things: readonly { id: string; name: string }[]) =>
    ids.map((id) => nameOf(things.find((thing) => thing.id === id) ?? { id }, lang)).join(", ");
  const closed = period
    ? [
        `${t("csv.period")}: ${periodName(t, lang, period)} (${period.from} / ${period.to}), ${closedOn(screen)}`,
      ]
    : [];
  return [
    `${t("app.name")} · ${nameOf(network, lang)}${network.simulated ? ` · ${t("csv.simulated")}` : ""}`,
    ...closed,
    `${t("csv.hours")}: ${hoursLabel(t, lang, screen.facts)}`,
    `${t("csv.services")}: ${names(view.services, known.services) || t("csv.all")}`,
    `${t("csv.needs")}: ${names(view.needs, known.needs) || t("csv.all")}`,
    ...whatIfNotes(screen),
    `${t("csv.source")}: ${network.attribution}`,
  ];
}

function closedOn({ period, known, telling: { t, lang } }: Screen): string {
  return period ? `${t("csv.closed")} ${formats(lang).moment(period.closed_at, known.network.timezone)}` : "";
}

function csvRow(row: TableRow, screen: Screen): (string | number | null)[] {
  const list = (names: readonly string[]) => names.join("; ");
  const words = [row.name, stateText(row, screen.telling), list(row.seen), list(row.rare)];
  return [
    ...words,
    row.hours,
    needCell(row.need, screen),
    ...needSpan(row.need),
    ...peopleCells(row.people, screen),
  ];
}

/** In words, with a dash no spreadsheet takes for a date; and the period they are of. */
function peopleCells(people: TableRow["people"], { telling }: Screen): (string | null)[] {
  if (!people) return [null, null];
  return [peopleWords(telling, people).text, people.period?.id ?? null];
}

/** Between what a rate lies, where it is not one sure figure. */
function needSpan(need: NeedRate | null): [number | null, number | null] {
  if (!need || need.rate === null) return [null, null];
  if (need.likely) return [need.likely.from, need.likely.to];
  return need.upTo === need.rate ? [null, null] : [need.rate, need.upTo];
}

/** A number where there is one figure; words, as on screen, where there is a range or none. */
function needCell(need: NeedRate | null, { telling }: Screen): string | number | null {
  if (!need) return null;
  if (need.rate !== null && need.rate === need.upTo) return need.rate;
  return needWords(telling, need).text;
}

/** Served, nobody, or not known, in words; of the services chosen, where some are. A single week has no *usually*. */
export function stateText(row: Pick<TableRow, "level" | "seen">, { t, weeks, filtered }: Saying): string {
  if (row.level === null) return t("table.state_unknown");
  const among = filtered ? t("zone.among") : "";
  if (row.level === 0) return t(weeks === 1 ? "table.state_nobodyOnce" : "table.state_nobody", { among });
  return t("table.state_served", { count: row.seen.length, among });
}

type Saying = Pick<Screen["telling"], "t" | "weeks" | "filtered">;

/** What the services of a row were: of a single week nothing is *usual*. */
export const headOf = <Head extends "seen" | "rare">(head: Head, { weeks }: Pick<Saying, "weeks">) =>
  weeks === 1 ? (`${head}Once` as const) : head;
