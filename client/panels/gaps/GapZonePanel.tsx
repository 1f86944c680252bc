import { useMemo } from "react";
import { isBlind } from "../../../domain/coverage.ts";
import type { GapField } from "../../../domain/gaps/gapField.ts";
import type { ZoneGap } from "../../../domain/gaps/gapsOf.ts";
import { whyGap } from "../../../domain/gaps/whyGap.ts";
import { weeksChosen } from "../../../domain/stay.ts";
import { weekCount } from "../../../domain/weekMask.ts";
import { formats } from "../../format.ts";
import type { Gaps } from "../../useGaps.ts";
import type { chosenZone, Screen } from "../../useScreen.ts";
import { nameOf } from "../../words.ts";
import { PanelWaiting } from "../frame/PanelWaiting.tsx";
import { Rich } from "../frame/Rich.tsx";
import { WeekGrid } from "../zone/WeekGrid.tsx";
import { ZoneSteps } from "../zone/ZonePanel.tsx";
import { GapFoot } from "./GapFoot.tsx";
import { GapBar } from "./GapList.tsx";
import { lastText } from "./gapEntry.ts";
import { gapMark, gapSentence } from "./gapWords.ts";
import { slotOrigins } from "./originWords.ts";

type Props = { screen: Screen; gaps: Gaps; place: NonNullable<ReturnType<typeof chosenZone>> };

/** One zone: what stays uncovered in these hours, need by need, and what that rests on. */
export function GapZonePanel({ screen, gaps, place }: Props) {
  const { telling, known } = screen;
  const { t, lang } = telling;
  const zone = gaps.zones.find(({ id }) => id === place.zone.id);
  const needName = (id: string) => nameOf(known.needs.find((need) => need.id === id) ?? { id }, lang);
  return (
    <>
      <div className="panel-scroll">
        <ZoneSteps screen={screen} place={place} />
        <h2 className="zone-name">{nameOf(place.zone, lang)}</h2>
        {!zone && screen.busy && <PanelWaiting rows={4} />}
        {zone && gaps.field && screen.figures.supposition && (
          <>
            <p className="sentence">
              <Rich text={gapSentence(telling, zone, needName)} />
            </p>
            <p className="zone-facts">
              {lastText(telling, screen.figures.supposition.real, {
                zone: zone.id,
                services: competent(screen, zone),
                hours: screen.hours,
              })}
            </p>
            {zone.hours > 0 && <p className="zone-facts">{behindText(screen, zone)}</p>}
            <NeedRows screen={screen} zone={zone} field={gaps.field} needName={needName} />
            <p className="zone-facts">{t("gaps.assume")}</p>
          </>
        )}
        <WeekGrid screen={screen} zone={place.zone.id} />
      </div>
      <GapFoot screen={screen} gaps={gaps} zone={place.zone.id} />
    </>
  );
}

type RowsProps = { screen: Screen; zone: ZoneGap; field: GapField; needName: (id: string) => string };

function NeedRows({ screen, zone, field, needName }: RowsProps) {
  const { t, lang } = screen.telling;
  const { hours } = screen;
  const blind = useMemo(() => isBlind(field.coverage), [field]);
  const reasons = useMemo(() => whyGap(field, zone.id, hours), [field, zone.id, hours]);
  const end = Math.max(2 * zone.threshold, ...reasons.map(({ gap }) => gap.interval?.[1] ?? 0));
  const axis = { end, ticks: [0, end / 2, end] };
  return (
    <section className="gap-list gap-needs" aria-labelledby="gap-needs">
      <header>
        <h3 id="gap-needs">{t("gaps.needs")}</h3>
        <small>{t("gaps.axis")}</small>
      </header>
      <ul>
        {reasons.map(({ need, gap, slots }) => (
          <li key={need} data-class={gap.class}>
            <span className="gap-name">
              <b>{needName(need)}</b>
              <small>
                {blind
                  ? t("gaps.ofBlind")
                  : t("gaps.of", { n: formats(lang).count(gap.uncovered), of: zone.chosen })}
              </small>
              <small>{slotOrigins(screen, slots)}</small>
              {slots.some(({ outside }) => outside) && <small>{t("gaps.outside")}</small>}
            </span>
            <GapBar zone={{ gap, threshold: zone.threshold }} axis={axis} />
            <span className="gap-value">
              {gap.class === "covered" ? "0" : gap.middle === null ? "?" : gapMark(screen.telling, { gap })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function behindText({ telling: { t, lang }, figures, hours }: Screen, zone: ZoneGap): string {
  const weeks = figures.coverage ? weekCount(weeksChosen(figures.coverage, hours)) : 0;
  return t("gaps.behind", {
    count: Math.round(zone.hours),
    hours: formats(lang).count(zone.hours),
    weeks,
  });
}

const competent = ({ known }: Screen, { lacking }: ZoneGap): string[] =>
  known.services.filter(({ needs }) => needs.some((need) => lacking.includes(need))).map(({ id }) => id);
