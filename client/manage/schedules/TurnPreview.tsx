import { useMemo } from "react";
import { formats } from "../../format.ts";
import type { Row } from "../draft.ts";
import type { Editing } from "../frame/useManage.ts";
import { type NextTimes, nextTimes } from "./nextTimes.ts";
import { turnWords } from "./TurnFields.tsx";
import { scheduleOf } from "./turnRow.ts";
import "./preview.css";

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** What a turn comes to: in a sentence, on the next dates, in the hours of the week. */
export function TurnPreview({ editing, row }: { editing: Editing; row: Row }) {
  const { t, lang, known, today } = editing;
  const { timezone, day_start, country } = known.network;
  const next = useMemo((): NextTimes | null => {
    const schedule = scheduleOf(row);
    if (!schedule) return null;
    try {
      return nextTimes(schedule, today, { timezone, country, dayStart: day_start });
    } catch {
      return null;
    }
  }, [row, today, timezone, country, day_start]);
  return (
    <section className="preview" aria-label={t("manage.preview")}>
      <h3>{t("manage.preview")}</h3>
      <p>
        <b>{turnWords(editing, row)}</b>
      </p>
      {next && next.dates.length > 0 ? (
        <p>
          {t("manage.nextDates")}{" "}
          {next.dates
            .map((date) => `${formats(lang).weekdayShort(weekdayOf(date))} ${formats(lang).day(date)}`)
            .join(", ")}
        </p>
      ) : (
        <p>{t(next ? "manage.noDates" : "manage.turnIncomplete")}</p>
      )}
      {next && <Week editing={editing} places={next.places} />}
    </section>
  );
}

/** Seven days from the start of the operational day, a stroke for each hour that is filled. */
function Week({ editing: { t, lang, known }, places }: { editing: Editing; places: ReadonlySet<number> }) {
  const start = known.network.day_start;
  return (
    <svg
      className="preview-week"
      viewBox="0 0 300 112"
      role="img"
      aria-label={t("manage.fills", { count: places.size })}
    >
      {[0, 6, 12, 18, 24].map((hour) => (
        <text key={hour} x={36 + hour * 10.8} y={9} textAnchor="middle">
          {(hour + start) % 24}
        </text>
      ))}
      {WEEK.map((day) => (
        <g key={day} transform={`translate(0 ${16 + day * 14})`}>
          <text x={0} y={9}>
            {formats(lang).weekdayShort(day)}
          </text>
          <rect className="preview-day" x={36} width={259.2} height={11} rx={2} />
          {[...places]
            .filter((place) => Math.floor(place / 24) === day)
            .map((place) => (
              <rect
                key={place}
                className="preview-hour"
                x={36 + (place % 24) * 10.8}
                width={10.8}
                height={11}
              />
            ))}
        </g>
      ))}
    </svg>
  );
}

const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
