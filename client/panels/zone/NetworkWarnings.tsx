import { formats } from "../../format.ts";
import type { Known } from "../../useKnown.ts";
import { useLang, useWords } from "../../useWords.ts";
import { everydayName, nameOf } from "../../words.ts";
import "./warnings.css";

/** What in the network's folder is allowed and probably not meant, for whoever keeps it. */
export function NetworkWarnings({ known }: { known: Known }) {
  const { t } = useWords();
  const lang = useLang();
  const { warnings } = known.network;
  if (warnings.length === 0) return null;
  const wordsOf = ({ said, value }: (typeof warnings)[number]) => {
    const service = known.services.find(({ id }) => id === said["service"]);
    const named = (id: string) => {
      const found = known.zones.features.find(({ properties }) => properties.id === id);
      return found ? nameOf(found.properties, lang) : id;
    };
    return {
      value,
      rows: said["rows"] ?? "",
      other: said["other"] ?? "",
      service: service ? everydayName(service, lang) : (said["service"] ?? ""),
      zone: said["zone"] === undefined ? "" : named(said["zone"]),
      zones: formats(lang).list((said["zones"] ?? "").split(",").map(named)),
      date: said["date"] ? formats(lang).date(said["date"]) : "",
    };
  };
  return (
    <details className="network-warnings">
      <summary>{t("warnings.title", { count: warnings.length })}</summary>
      <p>{t("warnings.hint")}</p>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.kind} ${warning.where} ${warning.said["other"] ?? ""}`}>
            <small>
              {warning.where === ""
                ? warning.file
                : t("warnings.place", { file: warning.file, line: warning.where.replace("line ", "") })}
            </small>
            {t(`warnings.${warning.kind}`, wordsOf(warning))}
          </li>
        ))}
      </ul>
    </details>
  );
}
