import { useWords } from "../../useWords.ts";
import { LevelList, LevelListHead } from "../filters/LevelList.tsx";
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
        {t("emerge.legend")} <LevelListHead chosen={chosen} />
      </h2>
      <LevelList
        levels={ZONE_CLASSES}
        chosen={chosen}
        held={says.map((zone) => zone.says)}
        swatch="growth"
        label={(level) => t(`emerge.class.${level}`)}
      />
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
