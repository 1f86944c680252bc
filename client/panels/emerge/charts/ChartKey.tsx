import { useWords } from "../../../useWords.ts";
import "./chartKey.css";

const MARKS = ["rate", "likely", "usual", "hours", "recent", "withheld", "unknown"] as const;

/** The marks of the drawings, once for all of them. */
export function ChartKey() {
  const { t } = useWords();
  return (
    <ul className="chart-key" aria-label={t("emerge.chart.keyLabel")}>
      {MARKS.map((mark) => (
        <li key={mark}>
          <i data-mark={mark} aria-hidden /> {t(`emerge.chart.key.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
