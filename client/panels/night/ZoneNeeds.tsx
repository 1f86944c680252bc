import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { useEffect } from "react";
import { formats, periodName } from "../../format.ts";
import { chosenZone } from "../../useScreen.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { Rich } from "../frame/Rich.tsx";
import { presenceSaid } from "./nightPanes.ts";
import { zoneSentence } from "./nightWords.ts";
import { RatioTable } from "./RatioTable.tsx";
import type { Night } from "./useNight.ts";

/** The zone chosen, where the list of zones stood: its sentence, and its needs one by one. */
export function ZoneNeeds({ night, zone }: { night: Night; zone: string }) {
  const { t } = useWords();
  const { telling, comparison, zoneName } = night;
  const place = comparison?.zones.find((one) => one.zone === zone);
  const presence = presenceSaid(night, zone);
  return (
    <section className="zone-chart zone-needs" aria-labelledby="chart-title">
      <header>
        <h2 id="chart-title" tabIndex={-1}>
          {t("night.byNeed", { zone: zoneName(zone) })}
        </h2>
        <Walk night={night} />
      </header>
      {place && (
        <p className="zone-said" aria-live="polite">
          <Rich text={zoneSentence(telling, place, zoneName(zone))} /> {presence && <small>{presence}</small>}
        </p>
      )}
      <Needs night={night} />
    </section>
  );
}

/** The zone before and after, in the order of the network; back to all of them. Esc does too. */
function Walk({ night }: { night: Night }) {
  const { t } = useWords();
  const { screen, zoneName } = night;
  const { features } = screen.known.zones;
  const chosen = chosenZone(screen);
  const at = (step: number) => {
    const { properties } = features[((chosen?.n ?? 0) + step + features.length) % features.length] ?? {};
    return properties?.id ?? "";
  };
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      const within = event.target instanceof Element && event.target.closest("dialog");
      if (event.key === "Escape" && !event.defaultPrevented && !within) setView({ zone: null });
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, []);
  const go = (step: number, key: "night.lastZone" | "night.nextZone") => {
    const name = t(key, { name: zoneName(at(step)) });
    return (
      <button
        type="button"
        className="icon-button"
        aria-label={name}
        title={name}
        onClick={() => setView({ zone: at(step) })}
      >
        {step < 0 ? <ChevronLeft size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
      </button>
    );
  };
  return (
    <div className="zone-walk">
      {go(-1, "night.lastZone")}
      {go(1, "night.nextZone")}
      <button type="button" className="link" onClick={() => setView({ zone: null })}>
        <X size={14} aria-hidden /> {t("night.allZones")}
      </button>
    </div>
  );
}

function Needs({ night }: { night: Night }) {
  const { t } = useWords();
  const { byNeed, telling, screen, comparison } = night;
  const { lang } = telling;
  const { known, view } = screen;
  if (byNeed === undefined) return <p className="needs-note">{t("night.loading")}</p>;
  if (byNeed === null) return <p className="needs-note">{t("night.noNeeds")}</p>;
  const name = (id: string) => nameOf(known.needs.find((need) => need.id === id) ?? { id }, lang);
  const rows = byNeed.needs
    .map((place) => ({ id: place.need, name: name(place.need), place, hovered: false, chosen: false }))
    .toSorted((x, y) => (y.place.b.rate ?? -1) - (x.place.b.rate ?? -1));
  const asked = known.needs.filter(({ id }) => view.needs.length === 0 || view.needs.includes(id));
  const left = asked.filter(({ id }) => !rows.some((row) => row.id === id));
  const names = formats(lang).list(left.map(({ id }) => name(id).toLocaleLowerCase(lang)));
  const period = byNeed.period.id === comparison?.period.id ? null : periodName(t, lang, byNeed.period);
  return (
    <>
      <RatioTable telling={telling} head={t("night.needName")} rows={rows} />
      <p className="needs-note">
        {left.length > 0 && t("night.notByNeed", { count: left.length, names })}{" "}
        {period && t("night.needsFrom", { period })}
      </p>
    </>
  );
}
