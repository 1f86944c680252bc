import { ChevronDown } from "lucide-react";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { everydayName } from "../../words.ts";

/** Whose presence the week shows: everybody's, or that of one service planned or seen in the zone. */
export function PresenceOf({ screen, zone }: { screen: Screen; zone: string }) {
  const { t } = useWords();
  const lang = useLang();
  const { known, figures, view } = screen;
  const table = figures.presence?.presence;
  const here = new Set(table?.service.filter((_, i) => table.zone[i] === zone));
  const services = known.services.filter(({ id }) => here.has(id) || id === view.highlight);
  return (
    <label className="grid-of">
      {t("grid.of")}{" "}
      <span>
        <select
          value={view.highlight ?? ""}
          onChange={(event) => setView({ highlight: event.target.value || null })}
        >
          <option value="">{t("grid.everybody")}</option>
          {services.map((service) => (
            <option key={service.id} value={service.id}>
              {everydayName(service, lang)}
            </option>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden />
      </span>
    </label>
  );
}
