import { useMemo, useState } from "react";
import { hoursFacts } from "../../../domain/chosenHours.ts";
import { HOURS, hourAtPlace } from "../../../domain/week.ts";
import { formats } from "../../format.ts";
import { hoursTitle } from "../../hoursWords.ts";
import { useWords } from "../../useWords.ts";
import { everydayName } from "../../words.ts";
import { NeedBand } from "./NeedBand.tsx";
import { type Mark, serviceWeek } from "./serviceWeek.ts";
import type { Night } from "./useNight.ts";
import { COLUMNS, framesOf } from "./weekColumns.ts";
import { type WeekCounts, weekCounts } from "./weekCounts.ts";

type Week = {
  night: Night;
  side: "a" | "b";
  zone: string | null;
  counts: WeekCounts | null;
  marks: Mark[] | null;
};

const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** 24 × 7 of the network or of the zone chosen: who is there hour by hour, the need of each slot, both sets framed. */
export function NightWeek({ night }: { night: Night }) {
  const { t } = useWords();
  const { screen, telling, figures, service, zoneName } = night;
  const [side, look] = useState<"a" | "b">("b");
  const { supposition } = figures[telling.periods ? side : "b"];
  const { zone } = screen.view;
  const counts = useMemo(() => supposition && weekCounts(supposition, zone), [supposition, zone]);
  const marks = useMemo(
    () => (supposition && service ? serviceWeek(supposition.kept, service.id, zone) : null),
    [supposition, service, zone],
  );
  const week: Week = { night, side, zone, counts, marks };
  return (
    <section className="network-week" aria-labelledby="week-title">
      <h2 id="week-title">
        {t("night.weekOf", { place: zone === null ? t("night.network") : zoneName(zone) })}
        <WeekKey zone={zone} />
      </h2>
      {telling.periods && <Sides telling={telling} side={side} look={look} />}
      <WeekBody {...week} />
      <p className="week-note">
        {service && marks && <ServiceKey name={everydayName(service, telling.lang)} />}
        <span>{frameWords(night)}</span>
      </p>
    </section>
  );
}

function frameWords({ telling }: Night): string {
  const { t, a, b, periods } = telling;
  if (periods) return t("night.frame", { name: a.clock });
  return t("night.frames", { a: a.name.toLocaleLowerCase(), b: b.name.toLocaleLowerCase() });
}

function WeekKey({ zone }: { zone: string | null }) {
  const { t } = useWords();
  return (
    <span className="week-key">
      {t(zone === null ? "night.served" : "night.servedZone")}
      {[0, 1, 2, 3, 4].map((level) => (
        <i key={level} className="swatch" data-level={level} />
      ))}
      <small>{zone === null ? "0 · 1 · 2 · 3–4 · 5+" : "0 · 1 · 2 · 3 · 4+"}</small>
    </span>
  );
}

function ServiceKey({ name }: { name: string }) {
  const { t } = useWords();
  return (
    <span className="week-service">
      <i data-mark="seen" /> {t("night.keySeen", { name })} <i data-mark="rare" /> {t("night.keyRare")}
    </span>
  );
}

type SidesProps = { telling: Night["telling"]; side: "a" | "b"; look: (side: "a" | "b") => void };

/** Which of the two periods the week is of. */
function Sides({ telling, side, look }: SidesProps) {
  const { t } = useWords();
  return (
    <fieldset className="week-sides" aria-label={t("period.label")}>
      {(["a", "b"] as const).map((one) => (
        <button key={one} type="button" aria-pressed={one === side} onClick={() => look(one)}>
          {telling[one].name}: {telling[one].period}
        </button>
      ))}
    </fieldset>
  );
}

function WeekBody(week: Week) {
  const { night, side, zone } = week;
  const dayStart = night.screen.known.network.day_start;
  const hour = (column: number) => String((column + dayStart) % 24 || 24).padStart(2, "0");
  const band = { night, side: night.telling.periods ? side : ("b" as const), zone };
  return (
    <div className="week-body">
      <table>
        <thead>
          <tr>
            <td />
            {COLUMNS.map((column) => (
              <td key={column}>
                {column % 2 === 0 && <i>{hour(column)}</i>}
                {column === 23 && <i className="week-end">{hour(24)}</i>}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          <NeedBand {...band} weekpart={zone === null ? "weekday" : null} />
          {DAYS.slice(0, 5).map((day) => (
            <DayRow key={day} week={week} day={day} />
          ))}
          {zone === null && <NeedBand {...band} weekpart="weekend" />}
          {DAYS.slice(5).map((day) => (
            <DayRow key={day} week={week} day={day} />
          ))}
        </tbody>
      </table>
      {framesOf(night).map(({ from, to, of }) => (
        <span
          key={from}
          className="week-frame"
          data-of={of}
          style={{
            left: `calc(var(--names) + (100% - var(--names)) * ${from / 24})`,
            width: `calc((100% - var(--names)) * ${(to - from) / 24})`,
          }}
        />
      ))}
    </div>
  );
}

function DayRow({ week, day }: { week: Week; day: number }) {
  const { t } = useWords();
  const { night, zone, counts, marks } = week;
  const { lang } = night.telling;
  const dayStart = night.screen.known.network.day_start;
  const said = (place: number, count: number) => {
    const hour = hoursTitle(t, lang, hoursFacts([place], dayStart));
    const base =
      count < 0
        ? t("night.cellUnknown", { hour })
        : t(zone === null ? "night.cell" : "night.cellZone", { hour, count });
    const mark = marks?.[place];
    if (!mark || mark === "absent" || !night.service) return base;
    const name = everydayName(night.service, lang);
    return t(mark === "seen" ? "night.cellSeen" : "night.cellRare", { said: base, name });
  };
  return (
    <tr>
      <th scope="row">{formats(lang).weekdayShort(day)}</th>
      {COLUMNS.map((column) => {
        const place = (day * 24 + column) % HOURS;
        const count = counts?.counts[place] ?? 0;
        const supposed = counts?.supposed(place) ?? false;
        const words = supposed ? t("whatIf.cell", { said: said(place, count) }) : said(place, count);
        return (
          <td
            key={hourAtPlace(place, dayStart)}
            className="week-cell"
            data-level={counts ? levelOf(count, zone) : ""}
            data-supposed={supposed}
            data-mark={marks?.[place] ?? "absent"}
            title={words}
          >
            <span className="hidden">{words}</span>
          </td>
        );
      })}
    </tr>
  );
}

/** Zones served in classes 0, 1, 2, 3–4, 5 and more; services in a zone as on every map. */
function levelOf(count: number, zone: string | null): number | "unknown" {
  if (count < 0) return "unknown";
  return zone === null ? [1, 2, 3, 5].filter((least) => count >= least).length : Math.min(4, count);
}
