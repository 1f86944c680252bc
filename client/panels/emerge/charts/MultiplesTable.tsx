import { useLang, useWords } from "../../../useWords.ts";
import { pointWords } from "./pointWords.ts";
import type { Tile } from "./tiles.ts";

type Props = { tiles: readonly Tile[]; names: ReadonlyMap<string, string> };

/** The figures of every line, for who cannot see them: one row for each need and span. */
export function MultiplesTable({ tiles, names }: Props) {
  const { t } = useWords();
  const lang = useLang();
  return (
    <div className="hidden">
      <table>
        <caption>{t("emerge.chart.captionAll")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("emerge.chart.need")}</th>
            <th scope="col">{t("emerge.chart.when")}</th>
            <th scope="col">{t("emerge.chart.rate")}</th>
            <th scope="col">{t("emerge.chart.likely")}</th>
            <th scope="col">{t("emerge.chart.presence")}</th>
          </tr>
        </thead>
        <tbody>
          {tiles.flatMap(({ need, points, step }) =>
            points.map((point) => {
              const words = pointWords({ t, lang }, point, step);
              return (
                <tr key={`${need} ${point.from}`}>
                  <th scope="row">{names.get(need)}</th>
                  <td>{words.when}</td>
                  <td>{words.rate}</td>
                  <td>{words.likely}</td>
                  <td>{words.hours}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </div>
  );
}
