import { estimatedHours } from "../../../domain/estimatedHours.ts";
import { formats, periodName } from "../../format.ts";
import { type NeedRate, needRate } from "../../needRate.ts";
import { needWords } from "../../needWords.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { nameOf } from "../../words.ts";

/** What is needed in a zone, slot by slot, from published cells, never without the hours it rests on. */
export function NeedBySlot({ screen, zone }: { screen: Screen; zone: string }) {
  const { t } = useWords();
  const lang = useLang();
  const { known, view, figures } = screen;
  const { need } = figures;
  if (!need) return null;
  const needs = view.needs.length > 0 ? view.needs : null;
  const delicate =
    needs !== null && known.needs.every(({ id, sensitive }) => sensitive || !needs.includes(id));
  const rows = (delicate ? [null] : known.network.slots).map((slot) => {
    const place = slot === null ? { zone } : { zone, slot: slot.id };
    const label = slot === null ? t("need.wholeDay") : nameOf(slot, lang).toLocaleLowerCase(lang);
    return { label, place, need: needRate(need, { ...place, needs }) };
  });
  const top = Math.max(1, ...rows.map((row) => topOf(row.need)));
  return (
    <section className="need-slots" aria-labelledby="need-title">
      <h3 id="need-title">
        {t("need.title")} <small>{t("need.unit")}</small>
      </h3>
      <ul>
        {rows.map(({ label, place, need: rate }) => (
          <li key={label}>
            <span>{label}</span>
            <NeedBar rate={rate} top={top} />
            <NeedValue rate={rate} />
            <small>{hoursText(rate, place)}</small>
          </li>
        ))}
      </ul>
      {delicate && <p className="note">{t("need.notBySlot")}</p>}
    </section>
  );

  function hoursText(rate: NeedRate, place: { zone: string; slot?: string }): string {
    const parts = rate.hours === null ? [] : [t("need.hours", { hours: formats(lang).count(rate.hours) })];
    const held = need?.hours.get(rate.period ?? screen.period?.id ?? "");
    if (held && estimatedHours(held, place, need?.competent ?? null) > 0) parts.push(t("need.estimated"));
    const period = known.network.periods.find(({ id }) => id === rate.period);
    if (period && period.id !== screen.period?.id) {
      parts.push(t("need.from", { period: periodName(t, lang, period) }));
    }
    return parts.join(" · ");
  }
}

const topOf = (need: NeedRate): number =>
  need.rate === null ? 0 : Math.max(need.upTo, need.likely?.to ?? 0);

/** A rate that is only likely is drawn faint, with a line over its interval. */
function NeedBar({ rate: need, top }: { rate: NeedRate; top: number }) {
  if (need.rate === null) return <span className="need-track" data-known="false" />;
  const percent = (rate: number) => `${(rate / top) * 100}%`;
  const { likely } = need;
  const line = likely && { left: percent(likely.from), width: percent(likely.to - likely.from) };
  return (
    <span className="need-track">
      {!likely && <i style={{ width: percent(need.upTo) }} data-sure="false" />}
      <i style={{ width: percent(need.rate), opacity: likely ? 0.42 : 1 }} />
      {line && <i style={{ ...LINE, ...line }} />}
    </span>
  );
}

const LINE = { top: "calc(50% - 1px)", bottom: "auto", height: 2, border: 0, background: "var(--need-line)" };

function NeedValue({ rate }: { rate: NeedRate }) {
  const { t } = useWords();
  const lang = useLang();
  const { text, why } = needWords({ t, lang }, rate);
  const wide = text.length > 11;
  const style = wide ? { gridColumn: "2 / -1", gridRow: 2, textAlign: "left" as const } : {};
  return why === null ? (
    <b>{text}</b>
  ) : (
    <abbr title={why} style={style}>
      {text}
    </abbr>
  );
}
