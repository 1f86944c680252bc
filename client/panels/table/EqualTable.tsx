import { useMemo, useState } from "react";
import { formats, periodName } from "../../format.ts";
import { hoursTitle } from "../../hoursWords.ts";
import { needWords } from "../../needWords.ts";
import { peopleWords } from "../../peopleWords.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { headOf, saveTable, stateText } from "./exportTable.ts";
import { ServiceTable } from "./ServiceTable.tsx";
import { SortHead } from "./SortHead.tsx";
import { TableHeader } from "./TableHeader.tsx";
import { type Column, type Sorting, slotName, sorted, type TableRow, tableRows } from "./tableRows.ts";
import "./table.css";

const HEADS = [
  { column: "name", word: "table.zone" },
  { column: "level", word: "table.state" },
  { column: "seen", word: "table.seen" },
  { column: "rare", word: "table.rare" },
  { column: "hours", word: "table.hours" },
  { column: "need", word: "table.need" },
  { column: "people", word: "people.head" },
] as const satisfies { column: Column; word: string }[];

/** The map as a table: every mark is a row, sortable and exportable. It stands where the map stood. */
export function EqualTable({ screen }: { screen: Screen }) {
  const { t } = useWords();
  const lang = useLang();
  const [sorting, sort] = useState<Sorting>({ column: "name", ascending: true });
  const rows = useMemo(() => sorted(tableRows(screen, lang), sorting, lang), [screen, lang, sorting]);
  const slot = slotName(screen, lang);
  const part = slot ? ` (${slot})` : "";
  return (
    <section className="table-area" aria-labelledby="table-title">
      <TableHeader
        title={t("table.title", { hours: hoursTitle(t, lang, screen.facts) })}
        onExport={() => saveTable(screen)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="table-scroll" aria-label={t("table.rows")} tabIndex={0}>
        <table className="zone-table">
          <caption>{t("table.caption")}</caption>
          <thead>
            <tr>
              {HEADS.map(({ column, word }) => (
                <SortHead
                  key={column}
                  column={column}
                  sorting={sorting}
                  sort={sort}
                  ascendingFirst={column === "name"}
                >
                  {t(
                    column === "seen" || column === "rare" ? `table.${headOf(column, screen.telling)}` : word,
                  )}
                  {column === "hours" || column === "need" ? part : ""}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.zone} row={row} screen={screen} />
            ))}
          </tbody>
        </table>
        <ServiceTable screen={screen} />
      </section>
    </section>
  );
}

function Row({ row, screen }: { row: TableRow; screen: Screen }) {
  const { t } = useWords();
  const lang = useLang();
  const { list, count } = formats(lang);
  return (
    <tr data-chosen={row.zone === screen.view.zone}>
      <th scope="row">
        <button type="button" className="link" onClick={() => setView({ zone: row.zone })}>
          {row.name}
        </button>
      </th>
      <td>
        <span className="swatch" data-level={row.level ?? "unknown"} /> {stateText(row, screen.telling)}
      </td>
      <td>{list(row.seen) || t("table.none")}</td>
      <td>{list(row.rare) || t("table.none")}</td>
      <td className="figure">{row.hours === null ? t("table.none") : count(row.hours)}</td>
      <td className="figure">{row.need ? needWords({ t, lang }, row.need).text : t("table.none")}</td>
      <td className="figure">
        <PeopleCell people={row.people} screen={screen} />
      </td>
    </tr>
  );
}

/** Of which period, where it is not the one chosen. */
function PeopleCell({ people, screen: { period, telling } }: { people: TableRow["people"]; screen: Screen }) {
  const { t, lang } = telling;
  if (!people) return t("table.none");
  const { text, why } = peopleWords(telling, people);
  if (why !== null) return <abbr title={why}>{text}</abbr>;
  if (!people.period || people.period.id === period?.id) return text;
  return (
    <>
      {text} <small>{periodName(t, lang, people.period)}</small>
    </>
  );
}
