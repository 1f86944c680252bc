import { formats } from "../../../format.ts";
import { useLang, useWords } from "../../../useWords.ts";
import { actionWords, detailWords, objectWords, whoWords } from "./entryWords.ts";
import type { Entry } from "./seek.ts";

export function RecordRows({ rows, timeZone }: { rows: readonly Entry[]; timeZone: string }) {
  const { t } = useWords();
  const lang = useLang();
  const { minute } = formats(lang);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keyboard
    <section className="record-scroll" aria-label={t("trail.rows")} tabIndex={0}>
      <table className="record">
        <thead>
          <tr>
            <th scope="col">{t("trail.when")}</th>
            <th scope="col">{t("trail.who")}</th>
            <th scope="col">{t("trail.what")}</th>
            <th scope="col">{t("trail.object")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => (
            <tr key={entry.seq}>
              <td>{minute(entry.at, timeZone)}</td>
              <td>{whoWords(t, entry)}</td>
              <td>{actionWords(t, entry)}</td>
              <td>
                {objectWords(t, lang, entry)} <small>{detailWords(t, entry)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
