import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";

type Props<Level extends string> = {
  /** The classes of a legend, in its order. */
  levels: readonly Level[];
  /** Classes chosen; the others are dimmed on the map. */
  chosen: readonly string[];
  /** The class of every zone; none while loading. */
  held: readonly string[];
  /** Which swatches stand before them. */
  swatch: "level" | "gap" | "growth";
  label: (level: Level) => string;
};

/** The classes of a legend with how many zones each holds; pressing one dims the others. */
export function LevelList<Level extends string>({ levels, chosen, held, swatch, label }: Props<Level>) {
  const { t } = useWords();
  const toggled = (level: Level) => {
    const next = chosen.includes(level) ? chosen.filter((one) => one !== level) : [...chosen, level];
    return next.length === levels.length ? [] : next;
  };
  return (
    <ul>
      {levels.map((level) => {
        const count = held.filter((one) => one === level).length;
        return (
          <li key={level}>
            <button
              type="button"
              aria-pressed={chosen.includes(level)}
              onClick={() => setView({ levels: toggled(level) })}
            >
              <span className="swatch" {...{ [`data-${swatch}`]: level }} />
              <span>{label(level)}</span>
              <b data-none={count === 0}>{held.length > 0 ? count : ""}</b>
              <span className="hidden">{t("legend.filter", { count })}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Over the counts: that they are of zones, or the way back from chosen classes to all. */
export function LevelListHead({ chosen }: { chosen: readonly string[] }) {
  const { t } = useWords();
  return (
    <span>
      {chosen.length > 0 ? (
        <button type="button" className="link" onClick={() => setView({ levels: [] })}>
          {t("legend.clear")}
        </button>
      ) : (
        t("legend.zones")
      )}
    </span>
  );
}
