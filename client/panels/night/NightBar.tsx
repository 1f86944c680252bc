import { ChevronDown, Download, Eye, Table2 } from "lucide-react";
import { formats, periodName } from "../../format.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { everydayName } from "../../words.ts";
import { NeedFilter } from "../filters/NeedFilter.tsx";
import { PeriodSelect } from "../filters/PeriodSelect.tsx";
import { Rich } from "../frame/Rich.tsx";
import { saveNight } from "./exportNight.ts";
import { nightSentence } from "./nightWords.ts";
import type { Night } from "./useNight.ts";

/** The sentence and what can be chosen. */
export function NightBar({ night }: { night: Night }) {
  const { t } = useWords();
  const { screen, telling, comparison, zoneName } = night;
  const { known, view, asked, figures } = screen;
  return (
    <div className="night-bar">
      <p className="night-sentence" aria-live="polite">
        {comparison ? (
          <Rich text={nightSentence(telling, comparison.zones, zoneName)} />
        ) : (
          !night.answer.problem && t("night.loading")
        )}
        <Notes night={night} />
      </p>
      <div className="night-tools">
        <PeriodSelect periods={known.network.periods} chosen={asked} stale={figures.stale} />
        <NeedFilter known={known} chosen={view.needs} />
        <Highlight night={night} />
        <button type="button" className="tool card" onClick={() => setView({ table: !view.table })}>
          <Table2 size={16} aria-hidden /> {t(view.table ? "tools.map" : "tools.table")}
        </button>
        <button type="button" className="tool card" disabled={!comparison} onClick={() => saveNight(night)}>
          <Download size={16} aria-hidden /> {t("tools.export")}
        </button>
      </div>
    </div>
  );
}

/** Whose figures these are when they are not of the period chosen; the hours of the marked service. */
function Notes({ night }: { night: Night }) {
  const { t } = useWords();
  const { comparison, telling, service, screen } = night;
  if (!comparison) return null;
  const { lang, a, b } = telling;
  const fallback = comparison.period.id !== comparison.asked;
  const spent = service && hoursOf(night, service.id);
  return (
    <>
      {fallback && <small>{t("night.from", { period: periodName(t, lang, comparison.period) })}</small>}
      {service && spent && screen.figures.need && (
        <small>
          {t("night.presence", {
            name: everydayName(service, lang),
            a: formats(lang).count(spent.a),
            b: formats(lang).count(spent.b),
            inA: a.when,
            inB: b.when,
          })}
        </small>
      )}
    </>
  );
}

/** Hours the service really spent in each set, over all zones. */
function hoursOf({ screen, comparison, telling }: Night, service: string) {
  const held = screen.figures.need?.hours.get(comparison?.period.id ?? "")?.hours;
  if (!held) return null;
  const sum = (slots: readonly string[]) =>
    held.hours.reduce(
      (total, spent, i) =>
        held.service[i] === service && slots.includes(held.slot[i] ?? "") ? total + spent : total,
      0,
    );
  return { a: sum(telling.a.slots), b: sum(telling.b.slots) };
}

function Highlight({ night }: { night: Night }) {
  const { t } = useWords();
  const { known } = night.screen;
  return (
    <label className="picker card">
      <Eye size={16} aria-hidden />
      <span className="hidden">{t("night.highlight")}</span>
      <select
        value={night.service?.id ?? ""}
        onChange={(event) => setView({ highlight: event.target.value || null })}
      >
        <option value="">{t("night.nobody")}</option>
        {known.services.map((service) => (
          <option key={service.id} value={service.id}>
            {t("night.presenceOf", { name: everydayName(service, night.telling.lang) })}
          </option>
        ))}
      </select>
      <ChevronDown size={16} aria-hidden />
    </label>
  );
}
