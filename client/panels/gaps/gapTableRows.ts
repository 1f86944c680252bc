import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { nameOf } from "../../words.ts";
import { csv, dialects } from "../table/csv.ts";
import { notesOf, saveCsv } from "../table/exportTable.ts";
import { gapEntry } from "./gapEntry.ts";
import { gapLevel } from "./gapWords.ts";
import { originWords } from "./originWords.ts";

/** What the map says of a zone's gap, as a row; `null` = not known. */
export type GapTableRow = {
  zone: string;
  name: string;
  level: ReturnType<typeof gapLevel>;
  state: string;
  expected: number | null;
  from: number | null;
  to: number | null;
  uncovered: number;
  hours: number;
  needs: string;
  from_cells: string;
  sentence: string;
};

export const COLUMNS = [
  "state",
  "expected",
  "from",
  "to",
  "uncovered",
  "hours",
  "needs",
  "from_cells",
] as const;

/** The rows of the equal table: zones to act on, to look at, then the others. */
export function gapTableRows(screen: Screen, gaps: Gaps): GapTableRow[] {
  const { telling, known } = screen;
  const { t, lang } = telling;
  const listed = new Set([...gaps.act, ...gaps.look]);
  const ordered = [...listed, ...gaps.zones.filter((zone) => !listed.has(zone))];
  const name = <T extends { id: string }>(things: readonly T[], id: string) =>
    nameOf(things.find((thing) => thing.id === id) ?? { id }, lang);
  const zones = known.zones.features.map(({ properties }) => properties);
  return ordered.map((zone) => {
    return {
      zone: zone.id,
      name: name(zones, zone.id),
      level: gapLevel(zone),
      state: t(`gaps.class.${gapLevel(zone)}`),
      expected: zone.gap.middle,
      from: zone.gap.interval?.[0] ?? null,
      to: zone.gap.interval?.[1] ?? null,
      uncovered: zone.gap.uncovered,
      hours: zone.hours,
      needs: zone.lacking.map((need) => name(known.needs, need)).join("; "),
      from_cells: originWords(screen, zone.origins) || (zone.origins.length > 0 ? t("gaps.origin.own") : ""),
      sentence: gaps.field ? gapEntry(screen, gaps.field, zone) : "",
    };
  });
}

/** Hands the table over as a file. */
export function saveGaps(screen: Screen, gaps: Gaps): void {
  const { t, lang } = screen.telling;
  const header = [
    t("table.zone"),
    ...COLUMNS.map((column) => t(`gaps.table.${column}`)),
    t("gaps.table.sentence"),
  ];
  const rows = gapTableRows(screen, gaps).map((row) => [
    row.name,
    ...COLUMNS.map((column) => rounded(row[column])),
    row.sentence,
  ]);
  saveCsv(
    screen,
    t("gaps.file"),
    csv([...notesOf(screen), t("gaps.assume")], [header, ...rows], dialects[lang]),
  );
}

const rounded = (value: string | number | null) =>
  typeof value === "number" ? Math.round(value * 100) / 100 : value;
