import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { useLang, useWords } from "../../../useWords.ts";
import { setView } from "../../../view.ts";
import { shortMonth } from "../charts/pointWords.ts";
import { closeDay } from "./closeDay.ts";
import { PastNote } from "./PastNote.tsx";
import { yearOf } from "./yearOf.ts";
import "./timeline.css";

/** A close that was read: how many findings it had, and how much of that was new. */
type Close = { id: string; from: string; findings: number; news: number };

type Props = {
  /** Newest first. */
  closes: readonly Close[];
  /** The one shown; `null` = the newest. */
  epoch: string | null;
};

/** The closes in a row, to ask what was known then: a bar for what was found, a dot for news. Arrows go from close to close. */
export function Timeline({ closes, epoch }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const last = closes.length - 1;
  const row = closes.toReversed();
  const shown = epoch === null ? last : row.findIndex(({ id }) => id === epoch);
  const { at, drag, choose, letGo } = useScrubbed(shown < 0 ? last : shown, (to) => chooseClose(row, to));
  const close = row[at];
  const year = yearOf(row.length, at);
  const [oldest, newest] = [row[year.from], row[year.to]];
  if (!close || !oldest || !newest || last < 1) return null;
  const date = closeDay(close.id, lang);
  const said = [
    t("emerge.chart.closeFindings", { count: close.findings }),
    t("emerge.chart.closeNews", { count: close.news }),
  ].join(", ");
  return (
    <section className="timeline card" data-past={at < last} aria-label={t("emerge.chart.timeline")}>
      {at < last ? <PastNote date={date} /> : <p>{t("emerge.chart.whatThen")}</p>}
      <div className="timeline-row">
        <Step label={t("emerge.chart.previous")} disabled={at === 0} onPress={() => choose(at - 1)} back />
        <div className="timeline-track">
          <Marks closes={row.slice(year.from, year.to + 1)} at={at - year.from} />
          <input
            type="range"
            min={year.from}
            max={year.to}
            value={at}
            aria-label={t("emerge.chart.timeline")}
            aria-valuetext={`${t("emerge.closed", { date })}: ${said}`}
            onChange={(event: ChangeEvent<HTMLInputElement>) => drag(Number(event.target.value))}
            onPointerDown={letGo.start}
            onPointerUp={letGo.end}
            onPointerCancel={letGo.end}
          />
        </div>
        <Step label={t("emerge.chart.following")} disabled={at === last} onPress={() => choose(at + 1)} />
      </div>
      <p className="timeline-ends">
        <span>{shortMonth(lang, oldest.from, true)}</span>
        <span aria-hidden>{said}</span>
        <span>{shortMonth(lang, newest.from, true)}</span>
      </p>
    </section>
  );
}

const chooseClose = (row: readonly Close[], at: number): void =>
  setView({ epoch: at === row.length - 1 ? null : (row[at]?.id ?? null) });

/** While a finger drags only the row follows; the close is asked for when it lets go. Keys choose at once. */
function useScrubbed(shown: number, choose: (at: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  const down = useRef(false);
  return {
    at: dragged ?? shown,
    choose,
    drag: (to: number) => (down.current ? setDragged(to) : choose(to)),
    letGo: {
      start: () => {
        down.current = true;
      },
      end: () => {
        down.current = false;
        if (dragged !== null) choose(dragged);
        setDragged(null);
      },
    },
  };
}

function Marks({ closes, at }: { closes: readonly Close[]; at: number }) {
  const most = Math.max(1, ...closes.map(({ findings }) => findings));
  return (
    <div className="timeline-marks" aria-hidden>
      {closes.map(({ id, findings, news }, i) => (
        <span key={id} data-shown={i === at} data-later={i > at}>
          {news > 0 && <i />}
          <b style={{ height: findings === 0 ? 2 : 4 + (findings / most) * 18 }} data-none={findings === 0} />
        </span>
      ))}
    </div>
  );
}

type StepProps = { label: string; disabled: boolean; onPress: () => void; back?: boolean };

function Step({ label, disabled, onPress, back = false }: StepProps) {
  const Icon = back ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
