import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { shortName } from "./hoursSets.ts";
import { byRatio } from "./nightWords.ts";
import { RatioTable } from "./RatioTable.tsx";
import type { Night } from "./useNight.ts";

type Props = { night: Night; hovered: string | null; onHover: (zone: string | null) => void };

/** Zone by zone: both rates, their ratio with its interval, and the finding in words. */
export function ZoneChart({ night, hovered, onHover }: Props) {
  const { t } = useWords();
  const { telling, comparison } = night;
  const rows = byRatio(comparison?.zones ?? []).map((place) => {
    const id = place.zone ?? "";
    return { id, name: night.zoneName(id), place, hovered: id === hovered, chosen: false };
  });
  return (
    <section className="zone-chart" aria-labelledby="chart-title">
      <h2 id="chart-title" tabIndex={-1}>
        {t("night.chart")}{" "}
        <small>{t("night.chartUnit", { a: shortName(telling.a), b: shortName(telling.b) })}</small>
      </h2>
      <RatioTable
        telling={telling}
        head={t("night.zone")}
        rows={rows}
        onHover={onHover}
        onPick={(zone) => setView({ zone })}
      />
    </section>
  );
}
