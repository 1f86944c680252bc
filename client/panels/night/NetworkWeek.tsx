import { useMemo } from "react";
import { hoursFacts } from "../../../domain/chosenHours.ts";
import { supposedBars } from "../../../domain/supposed.ts";
import { HOURS, hourAtPlace, slotOf } from "../../../domain/week.ts";

import { formats } from "../../format.ts";
import { hoursTitle } from "../../hoursWords.ts";
import { needRate } from "../../needRate.ts";
import { needWords } from "../../needWords.ts";
import { useWords } from "../../useWords.ts";
import { nameOf } from "../../words.ts";
import type { Night } from "./useNight.ts";

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const COLUMNS = Array.from({ length: 24 }, (_, i) => i);

/** 24 × 7 of the whole network: zones served hour by hour, the need of each slot above them, the second set framed. */
export function NetworkWeek({ night }: { night: Night }) {
  const { t } = useWords();
  const { screen, telling } = night;
  const { supposition } = screen.figures;
  const dayStart = screen.known.network.day_start;
  const bars = useMemo(() => supposition && supposedBars(supposition, null), [supposition]);
  return (
    <section className="network-week" aria-labelledby="week-title">
      <h2 id="week-title">
        {t("night.week")}
        <span className="week-key">
          {t("night.served")}
          {[0, 1, 2, 3, 4].map((level) => (
            <i key={level} className="swatch" data-level={level} />
          ))}
          <small>0 · 1 · 2 · 3–4 · 5+</small>
        </span>
      </h2>
      <div className="week-body">
        <table>
          <thead>
            <tr>
              <td />
              {COLUMNS.map((column) => (
                <td key={column}>{column % 2 === 0 && <i>{two((column + dayStart) % 24 || 24)}</i>}</td>
              ))}
            </tr>
          </thead>
          <tbody>
            <NeedBand night={night} weekpart="weekday" />
            {DAYS.slice(0, 5).map((day) => (
              <DayRow key={day} night={night} day={day} bars={bars} />
            ))}
            <NeedBand night={night} weekpart="weekend" />
            {DAYS.slice(5).map((day) => (
              <DayRow key={day} night={night} day={day} bars={bars} />
            ))}
          </tbody>
        </table>
        {framesOf(night).map(({ from, to }) => (
          <span
            key={from}
            className="week-frame"
            style={{
              left: `calc(var(--names) + (100% - var(--names)) * ${from / 24})`,
              width: `calc((100% - var(--names)) * ${(to - from) / 24})`,
            }}
          />
        ))}
      </div>
      <p className="week-note">{t("night.frame", { name: telling.b.name.toLowerCase() })}</p>
    </section>
  );
}

type RowProps = { night: Night; day: number; bars: ReturnType<typeof supposedBars> | null };

function DayRow({ night, day, bars }: RowProps) {
  const { t } = useWords();
  const { lang } = night.telling;
  const dayStart = night.screen.known.network.day_start;
  return (
    <tr>
      <th scope="row">{formats(lang).weekdayShort(day)}</th>
      {COLUMNS.map((column) => {
        const place = day * 24 + column;
        const count = (bars?.supposed ?? bars?.seen)?.[place] ?? 0;
        const supposed = bars !== null && count !== bars.seen[place];
        const cell = t("night.cell", { hour: hoursTitle(t, lang, hoursFacts([place], dayStart)), count });
        const said = supposed ? t("whatIf.cell", { said: cell }) : cell;
        return (
          <td
            key={column}
            className="week-cell"
            data-level={bars ? levelOf(count) : ""}
            data-supposed={supposed}
            title={said}
          >
            <span className="hidden">{said}</span>
          </td>
        );
      })}
    </tr>
  );
}

/** The published need of each slot, on weekdays or at the weekend, in the colours of the maps. */
function NeedBand({ night, weekpart }: { night: Night; weekpart: "weekday" | "weekend" }) {
  const { t } = useWords();
  const { screen, telling, breaks } = night;
  const { need } = screen.figures;
  const { needs } = screen.view;
  return (
    <tr className="need-row">
      <th scope="row">{t(weekpart === "weekday" ? "night.weekdays" : "night.weekend")}</th>
      {slotRuns(night).map(({ slot, from, to }) => {
        const question = { slot: slot.id, weekpart, needs: needs.length > 0 ? needs : null };
        const rate = need && needRate(need, question);
        const text = rate ? needWords({ t, lang: telling.lang }, rate).text : "";
        const level = rate?.rate == null ? "unknown" : breaks.filter((limit) => rate.rate >= limit).length;
        const said = t("night.bandOf", { slot: nameOf(slot, telling.lang).toLocaleLowerCase(), rate: text });
        return (
          <td key={from} colSpan={to - from} title={said}>
            <span data-need={level}>{text}</span>
          </td>
        );
      })}
    </tr>
  );
}

/** The slots along the columns of a day that begins at the network's hour. */
function slotRuns({ screen }: Night) {
  const { slots, day_start: dayStart } = screen.known.network;
  const runs: { slot: (typeof slots)[number]; from: number; to: number }[] = [];
  for (const column of COLUMNS) {
    const slot = slotOf(hourAtPlace(column % HOURS, dayStart), slots);
    const last = runs.at(-1);
    if (last?.slot.id === slot.id) last.to = column + 1;
    else runs.push({ slot, from: column, to: column + 1 });
  }
  return runs;
}

/** Stretches of columns of the second set. */
function framesOf(night: Night): { from: number; to: number }[] {
  const frames: { from: number; to: number }[] = [];
  for (const { slot, from, to } of slotRuns(night)) {
    if (!night.telling.b.slots.includes(slot.id)) continue;
    const last = frames.at(-1);
    if (last?.to === from) last.to = to;
    else frames.push({ from, to });
  }
  return frames;
}

/** Classes 0, 1, 2, 3–4, 5 and more. */
const levelOf = (zones: number): number => [1, 2, 3, 5].filter((least) => zones >= least).length;
const two = (hour: number) => String(hour).padStart(2, "0");
