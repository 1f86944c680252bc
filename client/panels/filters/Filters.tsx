import type { Screen } from "../../useScreen.ts";
import { useWords } from "../../useWords.ts";
import { Chip } from "../frame/Chip.tsx";
import { Legend } from "./Legend.tsx";
import { NeedFilter } from "./NeedFilter.tsx";
import { PeriodSelect } from "./PeriodSelect.tsx";
import { ServiceFilter } from "./ServiceFilter.tsx";
import "./filters.css";
import "./legend.css";

/** The floating column: period, needs, legend, services, key. */
export function Filters({ screen }: { screen: Screen }) {
  const { known, view, asked, figures, states } = screen;
  return (
    <div className="filters">
      <PeriodSelect periods={known.network.periods} chosen={asked} stale={figures.stale} />
      <NeedFilter known={known} chosen={view.needs} />
      <div className="filters-card card">
        <Legend states={states} chosen={view.levels} telling={screen.telling} />
        <ServiceFilter screen={screen} />
        <Key
          approximate={known.zones.features.some(({ properties }) => properties.approximate)}
          once={screen.telling.weeks === 1}
          supposed={view.whatif.length > 0}
        />
      </div>
    </div>
  );
}

const SAMPLE = { initials: "AA", color: "#f16913" };

function Key({ approximate, once, supposed }: Record<"approximate" | "once" | "supposed", boolean>) {
  const { t } = useWords();
  return (
    <ul className="key">
      <li>
        <Chip service={SAMPLE} /> {t(once ? "legend.seenOnce" : "legend.seen")}
      </li>
      <li>
        <Chip service={SAMPLE} standing="rare" /> {t(once ? "legend.rareOnce" : "legend.rare")}
      </li>
      {supposed && (
        <li>
          <Chip service={SAMPLE} standing="supposed" /> {t("whatIf.key")}
        </li>
      )}
      {approximate && (
        <li>
          <span className="dotted" /> {t("legend.border")}
        </li>
      )}
    </ul>
  );
}
