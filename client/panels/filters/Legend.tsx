import type { ZoneState } from "../../../domain/zoneMarks.ts";
import type { Telling } from "../../sentences.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";

type Props = {
  states: readonly ZoneState[];
  chosen: readonly string[];
  telling: Pick<Telling, "filtered" | "weeks">;
};

const LEVELS = ["4", "3", "2", "1", "0", "unknown"] as const;

export const levelName = ({ level }: ZoneState): string => (level === null ? "unknown" : String(level));

/** The classes of the map with how many zones each holds; pressing one dims the others. */
export function Legend({ states, chosen, telling }: Props) {
  const { t } = useWords();
  return (
    <section className="legend" aria-labelledby="legend-title">
      <h2 id="legend-title">
        {t("legend.title")} <span>{chosen.length > 0 ? <Clear /> : t("legend.zones")}</span>
      </h2>
      <ul>
        {LEVELS.map((level) => {
          const count = states.filter((state) => levelName(state) === level).length;
          const label = t(`legend.level.${level === "0" ? nobodyWord(telling) : level}`);
          return (
            <li key={level}>
              <button
                type="button"
                aria-pressed={chosen.includes(level)}
                onClick={() => setView({ levels: toggledLevel(chosen, level) })}
              >
                <span className="swatch" data-level={level} />
                <span>{label}</span>
                <b data-none={count === 0}>{states.length > 0 ? count : ""}</b>
                <span className="hidden">{t("legend.filter", { count })}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const nobodyWord = ({ filtered, weeks }: Props["telling"]) => {
  if (filtered) return "chosenNone";
  return weeks === 1 ? "onceNone" : "0";
};

function Clear() {
  const { t } = useWords();
  return (
    <button type="button" className="link" onClick={() => setView({ levels: [] })}>
      {t("legend.clear")}
    </button>
  );
}

function toggledLevel(chosen: readonly string[], level: string): string[] {
  const next = chosen.includes(level) ? chosen.filter((one) => one !== level) : [...chosen, level];
  return next.length === LEVELS.length ? [] : next;
}
