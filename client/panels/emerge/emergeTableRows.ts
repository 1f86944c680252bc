import type { State, Trend } from "../../../domain/emerging/reading.ts";
import type { Listed } from "../../emergingAnswer.ts";
import type { Emerging } from "../../useEmerging.ts";
import type { Screen } from "../../useScreen.ts";
import { nameOf } from "../../words.ts";
import { csv, dialects } from "../table/csv.ts";
import { saveFile } from "../table/exportTable.ts";
import { closeDay } from "./closes/closeDay.ts";
import { ratioText } from "./emergeMarks.ts";
import { sayingOf } from "./sayingOf.ts";
import { statesOf } from "./statesOf.ts";
import { growthOf, type ZoneClass } from "./zoneSays.ts";

/** What is said of one need in one place (`zone` `null`: the whole network), and what was found of it there, if anything. */
export type EmergeTableRow = {
  zone: string | null;
  place: string;
  need: string;
  state: State;
  trend: Trend;
  says: ZoneClass;
  listed: Listed | null;
};

export const COLUMNS = [
  ...["place", "need", "state", "number", "ratio", "since", "services", "strength", "trend"],
] as const satisfies readonly string[];

/** The rows of the equal table: what was found, in the order of the list, then every other need and place. */
export function emergeTableRows(screen: Screen, { answer, city, findings }: Emerging): EmergeTableRow[] {
  const { t } = screen.telling;
  const { zoneName, needName } = sayingOf(screen);
  const listed = [...city, ...findings];
  const rows = statesOf(answer, screen.view.needs).flatMap(({ zone, need, state, trend }) => {
    const place = zone === null ? t("emerge.table.whole") : zoneName(zone);
    const row = { zone, place, need: needName(need), state, trend };
    const mine = listed.filter(({ finding }) => finding.need === need && isOf(finding.zones, zone));
    return mine.length > 0
      ? mine.map((one): EmergeTableRow => ({ ...row, says: growthOf(one.finding), listed: one }))
      : [{ ...row, says: quiet(state), listed: null }];
  });
  const order = (row: EmergeTableRow) => (row.listed ? listed.indexOf(row.listed) : listed.length);
  return rows.toSorted((a, b) => order(a) - order(b));
}

const isOf = (zones: readonly string[], zone: string | null) =>
  zone === null ? zones.length === 0 : zones.includes(zone);

const quiet = (state: State): ZoneClass => (state === "emerging" || state === "confirmed" ? "g1" : state);

/** Hands the table over as a file. */
export function saveEmerging(screen: Screen, emerging: Emerging): void {
  const { t } = screen.telling;
  const { network } = screen.known;
  saveFile(
    `${t("emerge.csv.file")}-${network.id}-${emerging.answer?.epoch ?? ""}.csv`,
    emergeCsv(screen, emerging),
  );
}

/** The table as a file: classes as they are published, saying what they are of and whether they are simulated. */
export function emergeCsv(screen: Screen, emerging: Emerging): string {
  const { t, lang } = screen.telling;
  const column = (name: "place" | "need" | "state" | "ratio" | "since" | "services" | "strength" | "trend") =>
    t(`emerge.table.${name}`);
  const header = [
    ...[column("place"), column("need"), column("state"), t("emerge.csv.number"), t("emerge.csv.grade")],
    ...[t("emerge.csv.fresh"), column("ratio"), column("since"), column("services"), column("strength")],
    ...[t("emerge.csv.corrected"), column("trend")],
  ];
  const rows = emergeTableRows(screen, emerging).map((row) => [
    ...[row.place, row.need, t(`emerge.state.${row.state}`)],
    ...findingCells(screen, row.listed),
    t(`emerge.trend.${row.trend}`),
  ]);
  return csv(notes(screen, emerging), [header, ...rows], dialects[lang]);
}

function findingCells({ telling: { t } }: Screen, listed: Listed | null): (string | number | null)[] {
  if (!listed) return Array.from({ length: 8 }, () => null);
  const { finding, number, change } = listed;
  const { grade, ratio, since, services, strength, corrected } = finding;
  return [
    number,
    t(`emerge.grade.${grade}`),
    change && t(`emerge.change.${change}`),
    ratio && ratioText(t, ratio),
    since,
    services && t(`emerge.services.${services}`),
    t(`emerge.strength.${strength}`),
    t(`emerge.csv.${corrected ? "yes" : "no"}`),
  ];
}

/** What the classes are of, for whoever opens the file without the screen. */
function notes({ telling: { t, lang }, known, view }: Screen, { answer }: Emerging): string[] {
  const { network, needs } = known;
  const chosen = view.needs.map((id) => nameOf(needs.find((need) => need.id === id) ?? { id }, lang));
  const { epoch, from, to, method, code_version: version, parameters } = answer ?? {};
  const date = epoch ? closeDay(epoch, lang) : "";
  return [
    `${t("app.name")} · ${nameOf(network, lang)}${network.simulated ? ` · ${t("csv.simulated")}` : ""}`,
    t("emerge.csv.close", { epoch, from, to, date }),
    `${t("csv.needs")}: ${chosen.join(", ") || t("csv.all")}`,
    t("emerge.csv.calm"),
    t("emerge.csv.method", { method, version, parameters: JSON.stringify(parameters ?? {}) }),
    `${t("csv.source")}: ${network.attribution}`,
  ];
}
