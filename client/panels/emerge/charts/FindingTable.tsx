import { useLang, useWords } from "../../../useWords.ts";
import type { Drawn } from "./drawnFinding.ts";
import { pointWords } from "./pointWords.ts";

/** What the chart shows, for who cannot see it: the same figures, row by row. */
export function FindingTable({ drawn, label }: { drawn: Drawn; label: string }) {
  const { t } = useWords();
  const lang = useLang();
  const { points, step, weeks, level, hoursNow } = drawn;
  const hours = Math.round(hoursNow ?? 0);
  return (
    <div className="hidden">
      <table>
        <caption>{t("emerge.chart.caption", { label })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("emerge.chart.when")}</th>
            <th scope="col">{t("emerge.chart.rate")}</th>
            <th scope="col">{t("emerge.chart.likely")}</th>
            <th scope="col">{t("emerge.chart.presence")}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => {
            const words = pointWords({ t, lang }, point, step);
            return (
              <tr key={point.from}>
                <th scope="row">{words.when}</th>
                <td>{words.rate}</td>
                <td>{words.likely}</td>
                <td>{words.hours}</td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t("emerge.chart.lastWeeks", { count: weeks })}</th>
            <td>{t(`emerge.chart.level.${level}`)}</td>
            <td>–</td>
            <td>
              {hoursNow === null ? "–" : t("emerge.chart.hoursWeek", { count: hours, hours: String(hours) })}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
