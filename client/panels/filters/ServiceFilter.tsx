import { useMemo } from "react";
import { zoneStates } from "../../../domain/zoneMarks.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { everydayName, nameOf } from "../../words.ts";
import { Chip } from "../frame/Chip.tsx";

/** Services with the number of zones each is usually in, most first; pressing counts only the pressed ones. */
export function ServiceFilter({ screen }: { screen: Screen }) {
  const { t } = useWords();
  const lang = useLang();
  const { known, view, figures, occasions } = screen;
  const zonesOf = useMemo(() => {
    const states = figures.coverage ? zoneStates(figures.coverage, { occasions, services: null }) : [];
    return (service: string) => states.filter(({ seen }) => seen.includes(service)).length;
  }, [figures.coverage, occasions]);
  const counted = known.services.map((service) => ({ service, zones: zonesOf(service.id) }));
  const ordered = counted.sort((a, b) => b.zones - a.zones);
  const off = (id: string) => view.services.length > 0 && !view.services.includes(id);
  return (
    <section className="legend" aria-labelledby="services-title">
      <h2 id="services-title">
        {t("legend.services")}{" "}
        <span>
          {view.services.length > 0 ? (
            <button type="button" className="link" onClick={() => setView({ services: [] })}>
              {t("legend.clear")}
            </button>
          ) : (
            t("legend.zones")
          )}
        </span>
      </h2>
      <ul>
        {ordered.map(({ service, zones }) => (
          <li key={service.id}>
            <button
              type="button"
              className="service"
              data-none={zones === 0}
              data-off={off(service.id)}
              aria-pressed={view.services.includes(service.id)}
              title={nameOf(service, lang)}
              onClick={() => setView({ services: toggledService(view.services, service.id) })}
            >
              <Chip service={service} standing={zones > 0 && !off(service.id) ? "seen" : "absent"} />
              <span>{everydayName(service, lang)}</span>
              <b data-none={zones === 0}>{countText(zones, figures.coverage !== null)}</b>
              <span className="hidden">{t("legend.filter", { count: zones })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const countText = (zones: number, known: boolean) => (zones > 0 ? zones : known ? "–" : "");

const toggledService = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
