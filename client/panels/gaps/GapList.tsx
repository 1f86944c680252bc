import type { CSSProperties } from "react";
import type { ZoneGap } from "../../../domain/gaps/gapsOf.ts";
import type { Gap } from "../../../domain/stats/gap.ts";
import { weeksChosen } from "../../../domain/stay.ts";
import { weekCount } from "../../../domain/weekMask.ts";
import { formats } from "../../format.ts";
import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { gapEntry, worstHours, worstText } from "./gapEntry.ts";
import { type Badge, badges } from "./gapMarks.ts";
import { gapMark, lackingNames, presenceText } from "./gapWords.ts";

type Axis = { end: number; ticks: readonly number[] };
type Props = {
  kind: "act" | "look";
  screen: Screen;
  gaps: Gaps;
  axis: Axis;
  zoneName: (id: string) => string;
};

/** Zones of one list on the shared axis: median, 10–90 % bar, threshold dashed; each opens its zone. */
export function GapList({ kind, screen, gaps, axis, zoneName }: Props) {
  const { t } = screen.telling;
  const zones = gaps[kind];
  const inList = badges(gaps);
  return (
    <section className="gap-list" data-kind={kind} aria-labelledby={`gap-${kind}`}>
      <header>
        <h3 id={`gap-${kind}`}>{t(`gaps.${kind}`)}</h3>
        <small>{t(kind === "act" ? "gaps.actWhy" : "gaps.lookWhy")}</small>
        {kind === "act" && <AxisHead axis={axis} gaps={gaps} screen={screen} />}
      </header>
      {zones.length === 0 && <p className="gap-none">{t(noneKey(kind, gaps))}</p>}
      <ol>
        {zones.map((zone) => (
          <GapRow
            key={zone.id}
            zone={zone}
            screen={screen}
            gaps={gaps}
            axis={axis}
            name={zoneName(zone.id)}
            badge={inList.get(zone.id)}
          />
        ))}
      </ol>
    </section>
  );
}

function noneKey(kind: Props["kind"], { zones }: Gaps) {
  if (kind === "look") return "gaps.noLook";
  return zones.every(({ gap }) => gap.class === "unknown") ? "gaps.noActKnown" : "gaps.noAct";
}

function AxisHead({ axis, gaps, screen }: { axis: Axis; gaps: Gaps; screen: Screen }) {
  const { t, lang } = screen.telling;
  return (
    <span className="gap-axis">
      <em>{t("gaps.axis")}</em>
      <span aria-hidden="true">
        {labelled(axis, gaps.threshold).map((tick) => (
          <i key={tick} style={at(tick, axis)} data-threshold={tick === gaps.threshold}>
            {Number.isInteger(tick) ? formats(lang).count(tick) : formats(lang).rate(tick)}
          </i>
        ))}
      </span>
    </span>
  );
}

/** The ticks with the threshold among them; those that would touch its label are left out. */
const labelled = ({ ticks, end }: Axis, threshold: number): number[] => [
  threshold,
  ...ticks.filter((tick) => Math.abs(tick - threshold) > end * 0.17),
];

type RowProps = {
  zone: ZoneGap;
  screen: Screen;
  gaps: Gaps;
  axis: Axis;
  name: string;
  badge: Badge | undefined;
};

function GapRow({ zone, screen, gaps, axis, name, badge }: RowProps) {
  const { telling, known, figures, view } = screen;
  const sentence = gaps.field ? gapEntry(screen, gaps.field, zone) : "";
  const worst = gaps.worst.get(zone.id);
  const needName = (id: string) => nameOf(known.needs.find((need) => need.id === id) ?? { id }, telling.lang);
  const sure = zone.gap.class === "gap";
  const weeks = figures.coverage ? weekCount(weeksChosen(figures.coverage, screen.hours)) : 0;
  return (
    <li>
      <button
        type="button"
        data-class={zone.gap.class}
        data-chosen={view.zone === zone.id}
        title={sentence}
        onClick={() => setView({ zone: zone.id })}
      >
        <span className="gap-badge" data-filled={badge?.filled ?? false}>
          {badge?.text}
        </span>
        <span className="gap-name">
          <b aria-hidden="true">{name}</b>
          <small aria-hidden="true">
            {sure ? lackingNames(zone, needName) : presenceText(telling, zone, weeks)}
          </small>
        </span>
        <GapBar zone={zone} axis={axis} />
        <span className="gap-value" aria-hidden="true">
          {zone.gap.middle === null ? "?" : gapMark(telling, zone)}
        </span>
        <span className="hidden">{sentence}</span>
      </button>
      {worst && zone.gap.class !== "unknown" && (
        <button
          type="button"
          className="gap-worst link"
          onClick={() => setView({ zone: zone.id, ...worstHours(screen, worst) })}
        >
          {worstText(screen, worst, sure)}
          <span className="hidden">: {name}</span>
        </button>
      )}
    </li>
  );
}

/** The median and the interval it most likely lies in, on the axis; hatched when nobody knows. */
export function GapBar({
  zone: { gap, threshold },
  axis,
}: {
  zone: { gap: Pick<Gap, "class" | "middle" | "interval">; threshold: number };
  axis: Axis;
}) {
  const [from, to] = gap.interval ?? [0, 0];
  return (
    <span className="gap-bar" aria-hidden="true">
      {axis.ticks.map((tick) => (
        <i key={tick} className="gap-tick" style={at(tick, axis)} />
      ))}
      {gap.class === "unknown" && <i className="gap-hatch" />}
      {gap.interval && (
        <i className="gap-span" style={{ ...at(from, axis), width: `${((to - from) / axis.end) * 100}%` }} />
      )}
      <i className="gap-threshold" style={at(threshold, axis)} />
      {gap.middle !== null && <i className="gap-dot" style={at(gap.middle, axis)} />}
    </span>
  );
}

const at = (value: number, { end }: Axis): CSSProperties => ({
  left: `${Math.min(100, (value / end) * 100)}%`,
});
