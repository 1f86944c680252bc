import type { Finding } from "../../../../domain/emerging/reading.ts";
import type { EmergingAnswer } from "../../../emergingAnswer.ts";
import { formats } from "../../../format.ts";
import type { Screen } from "../../../useScreen.ts";
import { everydayName } from "../../../words.ts";
import { sayingOf } from "../sayingOf.ts";

type Props = { screen: Screen; finding: Finding; answer: EmergingAnswer };

/** Presence hours a week now and before, of those who could see it, place by place. */
export function WhyHours({ screen, finding, answer }: Props) {
  const { t, lang } = screen.telling;
  const { zoneName } = sayingOf(screen);
  const { count } = formats(lang);
  const rows = answer.evidence.filter(
    ({ need, zone }) =>
      need === finding.need && (zone === null ? finding.zones.length === 0 : finding.zones.includes(zone)),
  );
  if (rows.length === 0) return null;
  const able = [...new Set(rows.flatMap(({ competent }) => competent))];
  const names = able.map((id) => everydayName(screen.serviceOf(id) ?? { id }, lang));
  return (
    <>
      <p>{t("emerge.why.able", { count: names.length, names: formats(lang).list(names) })}</p>
      <table className="why-slots">
        <thead>
          <tr>
            <th scope="col">{t("table.zone")}</th>
            <th scope="col" className="figure">
              {t("emerge.why.hoursNow")}
            </th>
            <th scope="col" className="figure">
              {t("emerge.why.hoursBefore")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ zone, hours_now, hours_before }) => (
            <tr key={zone ?? ""}>
              <th scope="row">{zone === null ? t("emerge.why.everywhere") : zoneName(zone)}</th>
              <td className="figure">{count(hours_now)}</td>
              <td className="figure">{count(hours_before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
