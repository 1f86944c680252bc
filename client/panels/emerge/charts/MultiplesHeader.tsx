import type { View } from "../../../address.ts";
import type { Known } from "../../../useKnown.ts";
import { useLang, useWords } from "../../../useWords.ts";
import { setView } from "../../../view.ts";
import { nameOf } from "../../../words.ts";
import { longMonth } from "./pointWords.ts";
import type { Emerged } from "./series.ts";

type Props = { known: Known; emerged: Emerged; view: Pick<View, "zone" | "scale">; offered: string | null };

/** What the strip shows, of where, and on what scale. */
export function MultiplesHeader({ known, emerged: { series }, view, offered }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const { zone, scale } = view;
  const zoneName = (id: string) =>
    nameOf(known.zones.features.find(({ properties }) => properties.id === id)?.properties ?? { id }, lang);
  const spans = zone === null ? series.weeks : series.months;
  const [first, last] = [spans[0]?.from, spans.at(-1)?.from];
  const between = first && last ? { from: longMonth(lang, first), to: longMonth(lang, last) } : null;
  const count = spans.length;
  return (
    <div className="multiples-header">
      <h2 id="multiples-title">
        {zone === null
          ? t("emerge.chart.titleCity")
          : t("emerge.chart.titleZone", { zone: zoneName(zone), postProcess: "euphony" })}
      </h2>
      <p>
        {between &&
          t(zone === null ? "emerge.chart.whatCity" : "emerge.chart.whatZone", { count, ...between })}
      </p>
      {offered !== null && (
        <fieldset className="segments" aria-label={t("emerge.chart.where")}>
          <button type="button" aria-pressed={zone === null} onClick={() => setView({ zone: null })}>
            {t("emerge.chart.wholeCity")}
          </button>
          <button type="button" aria-pressed={zone !== null} onClick={() => setView({ zone: offered })}>
            {zoneName(offered)}
          </button>
        </fieldset>
      )}
      <fieldset className="segments" aria-label={t("emerge.chart.scale")}>
        {(["own", "same"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={scale === one}
            onClick={() => setView({ scale: one })}
          >
            {t(`emerge.chart.scaleOf.${one}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
