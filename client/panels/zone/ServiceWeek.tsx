import type { CoverageAnswer } from "../../../domain/coverage.ts";
import type { Service } from "../../../domain/network.ts";
import { formats } from "../../format.ts";
import { serviceHours } from "../../serviceHours.ts";
import { useLang, useWords } from "../../useWords.ts";
import { everydayName } from "../../words.ts";
import { Rich } from "../frame/Rich.tsx";
import "./serviceWeek.css";

const STATES = ["confirmed", "declaredOnly", "unplanned", "absent"] as const;

/** Under the week of one service: how its cells read, how it keeps its turns, its hours in the zone. */
export function ServiceWeek(props: { presence: CoverageAnswer; service: Service; zone: string }) {
  const { t } = useWords();
  const lang = useLang();
  const { presence, service, zone } = props;
  const { count } = formats(lang);
  const { planned, seen, hours, kept } = serviceHours(presence, { service: service.id, zone });
  const name = everydayName(service, lang);
  const estimated = hours - seen >= 0.05;
  return (
    <>
      <ul className="grid-legend" aria-label={t("grid.legend")}>
        {STATES.map((state) => (
          <li key={state}>
            <i className="grid-cell" data-state={state} data-level={3} style={FULL[state]} />
            {t(`grid.states.${state}`)}
          </li>
        ))}
      </ul>
      <p className="grid-note">{t("grid.fuller")}</p>
      <p className="grid-service">
        {kept.recorded && kept.share !== null && (
          <Rich text={t("grid.keeps", { name, share: count(kept.share * 100) })} />
        )}
        {kept.recorded && kept.share === null && t("grid.keepsNone", { name })}
        {!kept.recorded && planned > 0 && <Rich text={t("grid.silent", { name })} />}{" "}
        {t(estimated ? "grid.spentEstimated" : "grid.spent", {
          planned: count(planned),
          seen: count(seen),
          hours: count(hours),
        })}
      </p>
    </>
  );
}

const FULL = {
  confirmed: { "--share": 1 },
  declaredOnly: { "--share": 0 },
  unplanned: {},
  absent: {},
} as Record<(typeof STATES)[number], React.CSSProperties>;
