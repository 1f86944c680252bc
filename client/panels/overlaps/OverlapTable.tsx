import { useState } from "react";
import { formats } from "../../format.ts";
import { hoursTitle } from "../../hoursWords.ts";
import type { Overlaps } from "../../useOverlaps.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import type { Lang } from "../../words.ts";
import { SortHead } from "../table/SortHead.tsx";
import { TableHeader } from "../table/TableHeader.tsx";
import { openOverlap } from "./openOverlap.ts";
import { COLUMNS, type OverlapTableRow, overlapTableRows, saveOverlaps } from "./overlapTableRows.ts";
import { SIGNS } from "./overlapWords.ts";
import "../table/table.css";

type Column = (typeof COLUMNS)[number];
type Sorting = { column: Column; ascending: boolean } | null;

/** The overlaps as a table: every row of the list, and so every mark of the map. Unsorted, in the order of the list. */
export function OverlapTable({ screen, overlaps }: { screen: Screen; overlaps: Overlaps }) {
  const { t, lang } = screen.telling;
  const [sorting, sort] = useState<Sorting>(null);
  const rows = sorted(overlapTableRows(screen, overlaps, "everyday"), sorting, lang);
  return (
    <section className="table-area" aria-labelledby="table-title">
      <TableHeader
        title={t("overlaps.table.title", { hours: hoursTitle(t, lang, screen.facts) })}
        onExport={() => saveOverlaps(screen, overlaps)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="table-scroll" aria-label={t("table.rows")} tabIndex={0}>
        <table className="overlap-table">
          <caption>{t("overlaps.table.caption")}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <SortHead
                  key={column}
                  column={column}
                  sorting={sorting}
                  sort={sort}
                  ascendingFirst={column !== "minutes" && column !== "share"}
                >
                  {t(`overlaps.table.${column}`)}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={`${row.overlap.zone} ${row.overlap.services}`}
                row={row}
                lang={lang}
                dayStart={screen.known.network.day_start}
                chosen={row.overlap === overlaps.open}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

type RowProps = { row: OverlapTableRow; lang: Lang; dayStart: number; chosen: boolean };

function Row({ row, lang, dayStart, chosen }: RowProps) {
  const { count } = formats(lang);
  return (
    <tr data-chosen={chosen}>
      <th scope="row">
        <button type="button" className="link" onClick={() => setView(openOverlap(row.overlap, dayStart))}>
          {row.zone}
        </button>
      </th>
      <td>{row.a}</td>
      <td>{row.b}</td>
      <td>
        <span className="sign" data-verdict={row.overlap.verdict} aria-hidden="true">
          {SIGNS[row.overlap.verdict]}
        </span>{" "}
        {row.verdict}
      </td>
      <td>{row.aims || "–"}</td>
      <td>{row.when}</td>
      <td className="figure">{count(row.minutes)}</td>
      <td className="figure">{count(row.share)}%</td>
      <td>{row.needs || "–"}</td>
    </tr>
  );
}

function sorted(rows: readonly OverlapTableRow[], sorting: Sorting, lang: Lang): readonly OverlapTableRow[] {
  if (!sorting) return rows;
  const sign = sorting.ascending ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [x, y] = [a[sorting.column], b[sorting.column]];
    return sign * (typeof x === "number" ? x - Number(y) : x.localeCompare(String(y), lang));
  });
}
