import { useState } from "react";
import type { State } from "../../../domain/emerging/reading.ts";
import { formats } from "../../format.ts";
import type { Emerging } from "../../useEmerging.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import type { Lang } from "../../words.ts";
import { SortHead } from "../table/SortHead.tsx";
import { TableHeader } from "../table/TableHeader.tsx";
import { ratioText } from "./emergeMarks.ts";
import { COLUMNS, type EmergeTableRow, emergeTableRows, saveEmerging } from "./emergeTableRows.ts";
import { ZONE_CLASSES } from "./zoneSays.ts";
import "../table/table.css";
import "./emergeMap.css";

type Column = (typeof COLUMNS)[number];
type Sorting = { column: Column; ascending: boolean } | null;
const FROM_MOST: readonly Column[] = ["ratio", "services", "strength"];

/** What emerges as a table: every need in every place, and so every mark of the map. Unsorted, what was found comes first. */
export function EmergeTable({ screen, emerging }: { screen: Screen; emerging: Emerging }) {
  const { t, lang } = screen.telling;
  const [sorting, sort] = useState<Sorting>(null);
  const rows = sorted(emergeTableRows(screen, emerging), sorting, lang);
  return (
    <section className="table-area" aria-labelledby="table-title">
      <TableHeader title={t("emerge.table.title")} onExport={() => saveEmerging(screen, emerging)} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="table-scroll" aria-label={t("table.rows")} tabIndex={0}>
        <table className="emerge-table">
          <caption>{t("emerge.table.caption")}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <SortHead
                  key={column}
                  column={column}
                  sorting={sorting}
                  sort={sort}
                  ascendingFirst={!FROM_MOST.includes(column)}
                >
                  {t(`emerge.table.${column}`)}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={`${row.zone} ${row.need} ${row.listed?.finding.id}`}
                row={row}
                screen={screen}
                chosen={emerging.chosen !== null && row.listed?.finding.id === emerging.chosen.finding.id}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

type RowProps = { row: EmergeTableRow; screen: Screen; chosen: boolean };

function Row({ row, screen, chosen }: RowProps) {
  const { t } = screen.telling;
  const { zone, place, need, state, trend, says } = row;
  return (
    <tr data-chosen={chosen || (zone !== null && zone === screen.view.zone)}>
      <th scope="row">
        {zone === null ? (
          place
        ) : (
          <button type="button" className="link" onClick={() => setView({ zone })}>
            {place}
          </button>
        )}
      </th>
      <td>{need}</td>
      <td>
        <span className="swatch" data-growth={isQuiet(state) ? state : says} /> {t(`emerge.state.${state}`)}
      </td>
      <FindingCells row={row} screen={screen} />
      <td>{t(`emerge.trend.${trend}`)}</td>
    </tr>
  );
}

function FindingCells({ row: { listed, says }, screen }: Pick<RowProps, "row" | "screen">) {
  const { t, lang } = screen.telling;
  if (!listed) return COLUMNS.slice(3, 8).map((column) => <td key={column}>{t("table.none")}</td>);
  const { finding, number, change } = listed;
  const { id, grade, ratio, since, services, strength } = finding;
  const said = [
    ...(number === null ? [] : [String(number)]),
    t(`emerge.grade.${grade}`),
    ...(change ? [t(`emerge.change.${change}`)] : []),
  ];
  return (
    <>
      <td>
        <button type="button" className="link" onClick={() => setView({ finding: id })}>
          {said.join(" · ")}
        </button>
      </td>
      <td>
        <span className="swatch" data-growth={says} />{" "}
        {ratio === null ? t(`emerge.table.${grade === "slow" ? "slow" : "some"}`) : ratioText(t, ratio)}
      </td>
      <td>{formats(lang).date(since)}</td>
      <td>{services === null ? t("table.none") : t(`emerge.services.${services}`)}</td>
      <td>{t(`emerge.strength.${strength}`)}</td>
    </>
  );
}

const isQuiet = (state: State) => state !== "emerging" && state !== "confirmed";

/** What is not said stands last, whichever way. */
function sorted(rows: readonly EmergeTableRow[], sorting: Sorting, lang: Lang): readonly EmergeTableRow[] {
  if (!sorting) return rows;
  const sign = sorting.ascending ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [x, y] = [sortValue(a, sorting.column), sortValue(b, sorting.column)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === "number" ? x - Number(y) : x.localeCompare(String(y), lang));
  });
}

const TRENDS = ["rising", "flat", "falling"];
const AGREE = ["one", "two", "several"];

function sortValue(row: EmergeTableRow, column: Column): string | number | null {
  const finding = row.listed?.finding;
  const values: Record<Column, () => string | number | null> = {
    place: () => row.place,
    need: () => row.need,
    state: () => ZONE_CLASSES.indexOf(row.says),
    number: () => (row.listed ? (row.listed.number ?? 0) : null),
    ratio: () => finding?.ratio ?? null,
    since: () => finding?.since ?? null,
    services: () => (finding?.services ? AGREE.indexOf(finding.services) : null),
    strength: () => (finding ? Number(finding.strength === "strong") : null),
    trend: () => (row.trend === "few" ? null : TRENDS.indexOf(row.trend)),
  };
  return values[column]();
}
