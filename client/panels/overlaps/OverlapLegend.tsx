import { VERDICTS } from "../../../domain/overlaps/overlaps.ts";
import type { Overlaps } from "../../useOverlaps.ts";
import type { Screen } from "../../useScreen.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { SIGNS } from "./overlapWords.ts";

/** How many pairs of services go together how; pressing a verdict lists and maps only it. */
export function OverlapLegend({ screen, overlaps }: { screen: Screen; overlaps: Overlaps }) {
  const { t } = useWords();
  const chosen = screen.view.levels;
  const unknown = screen.states.filter(({ level }) => level === null).length;
  return (
    <section className="legend" aria-labelledby="overlap-legend-title">
      <h2 id="overlap-legend-title">
        {t("overlaps.legend")}{" "}
        <span>
          {chosen.length > 0 ? (
            <button type="button" className="link" onClick={() => setView({ levels: [] })}>
              {t("legend.clear")}
            </button>
          ) : (
            t("overlaps.pairs")
          )}
        </span>
      </h2>
      <ul>
        {VERDICTS.map((verdict) => {
          const count = overlaps.found.filter((overlap) => overlap.verdict === verdict).length;
          return (
            <li key={verdict}>
              <button
                type="button"
                aria-pressed={chosen.includes(verdict)}
                onClick={() => setView({ levels: toggled(chosen, verdict), pair: [] })}
              >
                <span className="sign" data-verdict={verdict} aria-hidden="true">
                  {SIGNS[verdict]}
                </span>
                <span>{t(`overlaps.verdict.${verdict}`)}</span>
                <b data-none={count === 0}>{overlaps.field ? count : ""}</b>
                <span className="hidden">{t("overlaps.filter", { count })}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {unknown > 0 && (
        <p className="overlap-unknown">
          <span className="swatch" data-level="unknown" /> {t("overlaps.unknown", { count: unknown })}
        </p>
      )}
    </section>
  );
}

function toggled(chosen: readonly string[], verdict: string): string[] {
  const next = chosen.includes(verdict) ? chosen.filter((one) => one !== verdict) : [...chosen, verdict];
  return next.length === VERDICTS.length ? [] : next;
}
