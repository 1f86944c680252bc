import type { Overlap } from "../../../domain/overlaps/overlaps.ts";
import type { Overlaps } from "../../useOverlaps.ts";
import type { Screen } from "../../useScreen.ts";
import { nameOf } from "../../words.ts";
import { csv, dialects } from "../table/csv.ts";
import { notesOf, saveCsv } from "../table/exportTable.ts";
import { namesIn, whenTogether } from "./overlapWords.ts";

/** An overlap as a row. `share`: percent of the presence of the one who is there less. */
export type OverlapTableRow = {
  overlap: Overlap;
  zone: string;
  a: string;
  b: string;
  verdict: string;
  aims: string;
  when: string;
  minutes: number;
  share: number;
  needs: string;
};

export const COLUMNS = ["zone", "a", "b", "verdict", "aims", "when", "minutes", "share", "needs"] as const;

/** The rows of the equal table, in the order of the list; services by their full names in the file. */
export function overlapTableRows(
  screen: Screen,
  { listed }: Overlaps,
  named: "everyday" | "full",
): OverlapTableRow[] {
  const { t, lang } = screen.telling;
  const names = namesIn(screen);
  const full = (id: string) => nameOf(screen.serviceOf(id) ?? { id }, lang);
  const service = named === "full" ? full : names.service;
  return listed.map((overlap) => ({
    overlap,
    zone: names.zone(overlap.zone),
    a: service(overlap.services[0]),
    b: service(overlap.services[1]),
    verdict: t(`overlaps.verdict.${overlap.verdict}`),
    aims: overlap.aims?.map(names.aim).join(" / ") ?? "",
    when: whenTogether(screen, overlap.hours),
    minutes: Math.round(overlap.minutes),
    share: Math.round(overlap.share * 100),
    needs: overlap.sharedNeeds.map(names.need).join("; "),
  }));
}

/** Hands the table over as a file. */
export function saveOverlaps(screen: Screen, overlaps: Overlaps): void {
  const { t, lang } = screen.telling;
  const header = COLUMNS.map((column) => t(`overlaps.table.${column}`));
  const rows = overlapTableRows(screen, overlaps, "full").map((row) => COLUMNS.map((column) => row[column]));
  saveCsv(screen, t("overlaps.file"), csv(notesOf(screen), [header, ...rows], dialects[lang]));
}
