import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { hoursFacts, runsOf, segmentsOf } from "../../../domain/chosenHours.ts";
import { HOURS } from "../../../domain/week.ts";
import { hoursTitle } from "../../hoursWords.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { GridCells } from "./GridCells.tsx";
import { type GridMark, serviceGrid, zoneGrid } from "./gridMarks.ts";
import { PresenceOf } from "./PresenceOf.tsx";
import { ServiceWeek } from "./ServiceWeek.tsx";
import "./grid.css";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 24, ArrowUp: -24 };
const COLUMN = 100 / 24;

/** 24 × 7: how many services are usually in the zone, or the turns and presence of one; an hour pressed is chosen. */
export function WeekGrid({ screen, zone }: { screen: Screen; zone: string }) {
  const { t } = useWords();
  const { presence } = screen.figures;
  const [held, hold] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const service = screen.serviceOf(screen.view.highlight ?? "") ?? null;
  const marks = useMarks(screen, zone, service?.id ?? null);
  const dayStart = screen.known.network.day_start;
  if (!marks) return null;
  const choose = (place: number) =>
    setView({ hours: segmentsOf({ from: place, to: place + 1 }, dayStart), repeat: "once" });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = held + (STEPS[event.key] ?? 0);
    if (event.key === "Enter" || event.key === " ") choose(held);
    else if (next === held || next < 0 || next >= HOURS) return;
    else {
      hold(next);
      grid.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
    }
    event.preventDefault();
  };
  const whole = screen.places.length === HOURS;
  return (
    <section className="week-grid" aria-labelledby="grid-title">
      <h3 id="grid-title">
        {t("grid.title")} <small>{t(service ? "grid.unitService" : "grid.unit")}</small>
      </h3>
      <PresenceOf screen={screen} zone={zone} />
      <GridHours dayStart={dayStart} />
      {/* biome-ignore lint/a11y/useSemanticElements: a table of 168 buttons would be 168 stops for Tab */}
      <div role="grid" tabIndex={-1} aria-labelledby="grid-title" ref={grid} onKeyDown={onKeyDown}>
        <GridCells marks={marks} held={held} onHold={hold} onChoose={choose} />
        {!whole && runsOf(screen.places).flatMap(framesOf)}
      </div>
      {service && presence && <ServiceWeek presence={presence} service={service} zone={zone} />}
    </section>
  );
}

function GridHours({ dayStart }: { dayStart: number }) {
  return (
    <div className="grid-hours" aria-hidden="true">
      {[0, 6, 12, 18, 24].map((step) => (
        <span key={step} style={{ left: `${(step / 24) * 100}%` }}>
          {String((step + dayStart) % 24 || 24).padStart(2, "0")}
        </span>
      ))}
    </div>
  );
}

/** What the cells show and say; the same while the strip is scrubbed. */
function useMarks(screen: Screen, zone: string, service: string | null): GridMark[] | null {
  const { t } = useWords();
  const lang = useLang();
  const { supposition } = screen.figures;
  const dayStart = screen.known.network.day_start;
  const { services } = screen;
  return useMemo(() => {
    if (!supposition) return null;
    const hours = Array.from({ length: HOURS }, (_, place) =>
      hoursTitle(t, lang, hoursFacts([place], dayStart)),
    );
    return service === null
      ? zoneGrid(t, supposition, { zone, services, hours })
      : serviceGrid(t, supposition.kept, { zone, service, hours });
  }, [supposition, zone, service, services, t, lang, dayStart]);
}

/** The frame of a run, day by day. */
function framesOf({ from, to }: { from: number; to: number }) {
  const days = Array.from({ length: 7 }, (_, day) => day);
  return days.flatMap((day) => {
    const [start, end] = [Math.max(from, day * 24), Math.min(to, day * 24 + 24)];
    if (start >= end) return [];
    const style = {
      left: `calc(var(--grid-names) + (100% - var(--grid-names)) * ${((start % 24) * COLUMN) / 100})`,
      width: `calc((100% - var(--grid-names)) * ${((end - start) * COLUMN) / 100})`,
      top: `${(day * 100) / 7}%`,
    };
    return [<span key={`${day} ${start}`} className="grid-frame" style={style} />];
  });
}
