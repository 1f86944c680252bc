import type { ZoneState } from "../../../domain/zoneMarks.ts";
import type { Telling } from "../../sentences.ts";
import { useWords } from "../../useWords.ts";
import { LevelList, LevelListHead } from "./LevelList.tsx";

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
        {t("legend.title")} <LevelListHead chosen={chosen} />
      </h2>
      <LevelList
        levels={LEVELS}
        chosen={chosen}
        held={states.map(levelName)}
        swatch="level"
        label={(level) => t(`legend.level.${level === "0" ? nobodyWord(telling) : level}`)}
      />
    </section>
  );
}

const nobodyWord = ({ filtered, weeks }: Props["telling"]) => {
  if (filtered) return "chosenNone";
  return weeks === 1 ? "onceNone" : "0";
};
