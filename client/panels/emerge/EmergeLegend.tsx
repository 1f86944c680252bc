import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { ZONE_CLASSES, type ZoneSays } from "./zoneSays.ts";
import "./emergeMap.css";

const GRADES = ["confirmed", "to_confirm", "slow"] as const;

type Props = {
  says: readonly ZoneSays[];
  /** Classes chosen; the others are dimmed. */
  chosen: readonly string[];
};

/** The classes of growth and of not knowing with how many zones each holds, and the lines around findings. */
export function EmergeLegend({ says, chosen }: Props) {
  const { t } = useWords();
  const fresh = says.some(({ findings }) => findings.some(({ change }) => change !== null));
  return (
    <section className="legend" aria-labelledby="emerge-legend-title">
      <h2 id="emerge-legend-title">
        {t("emerge.legend")}{" "}
        <span>
          {chosen.length > 0 ? (
            <button type="button" className="link" onClick={() => setView({ levels: [] })}>
              {t("legend.clear")}
            </button>
          ) : (
            t("legend.zones")
          )}
        </span>
      </h2>
      <ul>
        {ZONE_CLASSES.map((level) => {
          const count = says.filter((zone) => zone.says === level).length;
          return (
            <li key={level}>
              <button
                type="button"
                aria-pressed={chosen.includes(level)}
                onClick={() => setView({ levels: toggled(chosen, level) })}
              >
                <span className="swatch" data-growth={level} />
                <span>{t(`emerge.class.${level}`)}</span>
                <b data-none={count === 0}>{says.length > 0 ? count : ""}</b>
                <span className="hidden">{t("legend.filter", { count })}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <ul className="key">
        {GRADES.map((grade) => (
          <li key={grade}>
            <svg className="grade-line" data-grade={grade} viewBox="0 0 26 6" aria-hidden="true">
              <line x1="2" x2="24" y1="3" y2="3" />
            </svg>
            {t(`emerge.grade.${grade}`)}
          </li>
        ))}
        {fresh && (
          <li>
            <i className="fresh-ring" aria-hidden="true" />
            {t("emerge.legendFresh")}
          </li>
        )}
      </ul>
    </section>
  );
}

function toggled(chosen: readonly string[], level: string): string[] {
  const next = chosen.includes(level) ? chosen.filter((one) => one !== level) : [...chosen, level];
  return next.length === ZONE_CLASSES.length ? [] : next;
}
