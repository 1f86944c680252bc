import { ChevronDown, Download, Eye, Table2 } from "lucide-react";
import { formats, periodName } from "../../format.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { everydayName, nameOf } from "../../words.ts";
import { NeedFilter } from "../filters/NeedFilter.tsx";
import { PeriodSelect } from "../filters/PeriodSelect.tsx";
import { Rich } from "../frame/Rich.tsx";
import { BeforeSelect, beforeFor } from "./BeforeSelect.tsx";
import { saveNight } from "./exportNight.ts";
import { whenOf } from "./hoursSets.ts";
import { presenceSaid } from "./nightPanes.ts";
import { nightSentence } from "./nightWords.ts";
import { isTooFine, type Night } from "./useNight.ts";

/** The sentence and what can be chosen. */
export function NightBar({ night }: { night: Night }) {
  const { t } = useWords();
  const { screen, comparison, before, answer } = night;
  const { known, view, asked, figures } = screen;
  const { periods } = known.network;
  const choose = (period: string) => setView(before ? beforeFor(periods, before.id, period) : { period });
  const waits = answer.problem === null && !answer.current;
  return (
    <div className="night-bar">
      <div className="night-said" data-waits={waits}>
        <Sentence night={night} />
        <p className="hidden" role="status">
          {waits && t("night.loading")}
        </p>
      </div>
      <div className="night-tools">
        <PeriodSelect periods={periods} chosen={asked} stale={figures.stale} onChoose={choose} />
        <BeforeSelect night={night} />
        <NeedFilter known={known} chosen={view.needs} />
        <Highlight night={night} />
        <button type="button" className="tool card" onClick={() => setView({ table: !view.table })}>
          <Table2 size={16} aria-hidden /> <span>{t(view.table ? "tools.map" : "tools.table")}</span>
        </button>
        <button type="button" className="tool card" disabled={!comparison} onClick={() => saveNight(night)}>
          <Download size={16} aria-hidden /> <span>{t("tools.export")}</span>
        </button>
      </div>
    </div>
  );
}

function Sentence({ night }: { night: Night }) {
  const { t } = useWords();
  const { screen, telling, comparison, zoneName } = night;
  const { slots } = screen.known.network;
  if (!comparison)
    return (
      <p className="night-sentence">{t(isTooFine(night.answer) ? "night.notPublished" : "night.loading")}</p>
    );
  const hours = telling.periods ? whenOf(telling, slots, telling.a.slots) : null;
  return (
    <p className="night-sentence" aria-live="polite">
      <Rich text={nightSentence(telling, comparison.zones, { zoneName, hours })} />
      {notesOf(night).map((note) => (
        <small key={note}>{note}</small>
      ))}
    </p>
  );
}

/** Whose figures these are when they are not of the period chosen; the hours of the marked service; hours chosen twice. */
function notesOf(night: Night): string[] {
  const { comparison, telling, screen, shared } = night;
  const { t, lang } = telling;
  const notes: string[] = [];
  if (comparison && comparison.period.id !== comparison.asked) {
    const period = periodName(t, lang, comparison.period);
    const before = comparison.before && periodName(t, lang, comparison.before);
    notes.push(before ? t("night.fromBoth", { before, period }) : t("night.from", { period }));
  }
  if (shared.length > 0) {
    const { slots } = screen.known.network;
    const names = slots
      .filter(({ id }) => shared.includes(id))
      .map((slot) => nameOf(slot, lang).toLowerCase());
    notes.push(t("night.shared", { count: names.length, names: formats(lang).list(names) }));
  }
  const said = presenceSaid(night, null);
  return said === null ? notes : [...notes, said];
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
