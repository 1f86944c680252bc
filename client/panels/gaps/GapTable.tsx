import { useState } from "react";
import { formats } from "../../format.ts";
import { hoursTitle } from "../../hoursWords.ts";
import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import type { Lang } from "../../words.ts";
import { SortHead } from "../table/SortHead.tsx";
import { TableHeader } from "../table/TableHeader.tsx";
import { COLUMNS, type GapTableRow, gapTableRows, saveGaps } from "./gapTableRows.ts";
import "../table/table.css";

type Sorting = { column: "name" | (typeof COLUMNS)[number]; ascending: boolean } | null;

/** The map of gaps as a table: every mark is a row. Unsorted, it stands in the order of the lists. */
export function GapTable({ screen, gaps }: { screen: Screen; gaps: Gaps }) {
  const { t, lang } = screen.telling;
  const [sorting, sort] = useState<Sorting>(null);
  const rows = sorted(gapTableRows(screen, gaps), sorting, lang);
  const columns = ["name", ...COLUMNS] as const;
  return (
    <section className="table-area" aria-labelledby="table-title">
      <TableHeader
        title={t("gaps.table.title", { hours: hoursTitle(t, lang, screen.facts) })}
        onExport={() => saveGaps(screen, gaps)}
      />
      <div className="table-scroll">
        <table>
          <caption>{t("table.caption")}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <SortHead
                  key={column}
                  column={column}
                  sorting={sorting}
                  sort={sort}
                  ascendingFirst={column === "name"}
                >
                  {column === "name" ? t("table.zone") : t(`gaps.table.${column}`)}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.zone} row={row} lang={lang} chosen={row.zone === screen.view.zone} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ row, lang, chosen }: { row: GapTableRow; lang: Lang; chosen: boolean }) {
  const { rate } = formats(lang);
  const cell = (value: string | number | null) =>
    value === null ? "?" : typeof value === "number" ? rate(value) : value;
  return (
    <tr data-chosen={chosen}>
      <th scope="row">
        <button
          type="button"
          className="link"
          title={row.sentence}
          onClick={() => setView({ zone: row.zone })}
        >
          {row.name}
        </button>
      </th>
      <td>
        <span className="swatch" data-gap={row.level} /> {row.state}
      </td>
      {COLUMNS.slice(1).map((column) => (
        <td key={column} className={typeof row[column] === "string" ? "" : "figure"}>
          {column === "needs" ? shortened(row.needs) : cell(row[column])}
        </td>
      ))}
    </tr>
  );
}

/** Three needs; the file has them all. */
const shortened = (needs: string): string => {
  const names = needs.split("; ");
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} +${names.length - 3}` : names.join(", ");
};

/** What is not known stands last, whichever way. */
function sorted(rows: readonly GapTableRow[], sorting: Sorting, lang: Lang): readonly GapTableRow[] {
  if (!sorting) return rows;
  const sign = sorting.ascending ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [x, y] = [a[sorting.column], b[sorting.column]];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === "number" ? x - Number(y) : x.localeCompare(String(y), lang));
  });
}
