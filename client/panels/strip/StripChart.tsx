import { memo, useId } from "react";
import { HOURS, inSlot, type Slot } from "../../../domain/week.ts";
import { gapSteps, stepHeight } from "./gapSteps.ts";
import { dayWidth, type Strip, xEnd, xOf } from "./stripGeometry.ts";
import type { NeedSpan } from "./stripNeed.ts";

export type StripHeights = { bars: number; hours: number; need: number };

type Props = {
  strip: Strip;
  heights: StripHeights;
  bars: { seen: Uint8Array; planned: Uint8Array; supposed: Uint8Array | null } | null;
  top: number;
  need: readonly NeedSpan[] | null;
  needTop: number;
  gaps?: Uint8Array | null;
  contrasts: Uint8Array | null;
  dayStart: number;
  night: Slot | undefined;
};

/** Bars up (seen over planned), hours, need down: everything on the strip that scrubbing does not change. */
export const StripChart = memo(function StripChart(props: Props) {
  const { strip, heights } = props;
  const height = heights.bars + heights.hours + heights.need;
  if (strip.width === 0) return null;
  return (
    <svg className="strip-chart" width={strip.width} height={height} aria-hidden="true">
      <Ground {...props} height={height} />
      <Bars {...props} />
      <Hours {...props} />
      <Need {...props} />
      {props.gaps && <Gaps strip={strip} gaps={props.gaps} height={height} />}
      {props.contrasts && <Contrasts strip={strip} contrasts={props.contrasts} height={height} />}
    </svg>
  );
});

function Ground({ strip, height, night, dayStart }: Props & { height: number }) {
  const hours = Array.from({ length: 24 }, (_, i) => i);
  const dark = night ? hours.filter((i) => inSlot(night, (i + dayStart) % 24)) : [];
  const [first, last] = [dark[0] ?? 0, (dark.at(-1) ?? -1) + 1];
  return strip.days.map((day) => {
    const [x, from, to] = [xOf(strip, day * 24), xOf(strip, day * 24 + first), xEnd(strip, day * 24 + last)];
    return (
      <g key={day}>
        <rect className="strip-day" x={x} width={dayWidth(strip)} height={height} rx={3} />
        {dark.length > 0 && (
          <rect className="strip-night" x={from} width={to - from} height={height} rx={3} />
        )}
      </g>
    );
  });
}

function Bars({ strip, heights, bars, top }: Props) {
  const shown = placesOn(strip);
  if (!bars) {
    return shown.map((place) => (
      <Bar key={place} className="strip-wait" at={{ strip, place }} base={heights.bars} tall={6} />
    ));
  }
  const tall = (count: number) => Math.round((count / Math.max(1, top)) * (heights.bars - 4));
  return shown.map((place) => {
    const [seen, planned] = [bars.seen[place] ?? 0, bars.planned[place] ?? 0];
    const at = { strip, place };
    const supposed = bars.supposed?.[place] ?? 0;
    if (planned === 0 && supposed === 0)
      return <Bar key={place} className="strip-tick" at={at} base={heights.bars} tall={2} />;
    return (
      <g key={place}>
        {planned > seen && <Bar className="strip-planned" at={at} base={heights.bars} tall={tall(planned)} />}
        <Bar className="strip-seen" at={at} base={heights.bars} tall={tall(seen)} />
        {supposed > seen && (
          <Bar
            className="strip-supposed"
            at={at}
            base={heights.bars - tall(seen)}
            tall={tall(supposed) - tall(seen)}
          />
        )}
      </g>
    );
  });
}

type BarProps = { className: string; at: { strip: Strip; place: number }; base: number; tall: number };

function Bar({ className, at: { strip, place }, base, tall }: BarProps) {
  const x = xOf(strip, place);
  return (
    <rect
      className={className}
      x={x}
      y={base - tall}
      width={Math.max(1, xEnd(strip, place + 1) - x - 1)}
      height={tall}
    />
  );
}

function Hours({ strip, heights, dayStart }: Props) {
  const steps = strip.days.length === 1 ? [0, 6, 12, 18] : [0, 6, 12, 18];
  return strip.days.flatMap((day) =>
    steps.map((step) => {
      const hour = (step + dayStart) % 24 || 24;
      return (
        <text
          key={`${day} ${step}`}
          className="strip-hour"
          x={xOf(strip, day * 24 + step) + 2}
          y={heights.bars + 12}
        >
          {String(hour).padStart(2, "0")}
        </text>
      );
    }),
  );
}

function Need({ strip, heights, need, needTop }: Props) {
  const hatch = useId();
  const y = heights.bars + heights.hours;
  const shown = need?.filter(({ from }) => strip.days.includes(Math.floor(from / 24))) ?? [];
  return (
    <g>
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className="hatch-ground" />
        <line x1="0" y1="0" x2="0" y2="7" className="hatch-line" />
      </pattern>
      {shown.map((span) => {
        const x = xOf(strip, span.from);
        const width = Math.max(1, xEnd(strip, span.to) - x - 1);
        const { rate, upTo } = span.need;
        if (rate === null)
          return <rect key={span.from} x={x} y={y} width={width} height={10} fill={`url(#${hatch})`} />;
        const low = Math.max(2, Math.round((rate / needTop) * heights.need));
        const high = Math.round((upTo / needTop) * heights.need);
        return (
          <g key={span.from}>
            {high > low && <rect className="need-maybe" x={x} y={y} width={width} height={high} />}
            <rect className="need-band" x={x} y={y} width={width} height={low} />
            <rect className="need-line" x={x} y={y + low - 2} width={width} height={2} />
          </g>
        );
      })}
    </g>
  );
}

/** A line under the hours in which zones surely lack somebody, taller where more of them do. */
function Gaps({ strip, gaps, height }: { strip: Strip; gaps: Uint8Array; height: number }) {
  const steps = gapSteps(gaps);
  return placesOn(strip).flatMap((place) => {
    const tall = stepHeight(steps, gaps[place] ?? 0);
    if (tall === 0) return [];
    const x = xOf(strip, place);
    const width = xEnd(strip, place + 1) - x;
    return <rect key={place} className="strip-gap" x={x} y={height - tall} width={width} height={tall} />;
  });
}

/** A line of one height, in ink, under the hours in which services of contrasting aims are together. */
function Contrasts({ strip, contrasts, height }: { strip: Strip; contrasts: Uint8Array; height: number }) {
  return placesOn(strip).flatMap((place) => {
    if (contrasts[place] !== 1) return [];
    const x = xOf(strip, place);
    return (
      <rect
        key={place}
        className="strip-contrast"
        x={x}
        y={height - 4}
        width={xEnd(strip, place + 1) - x}
        height={4}
      />
    );
  });
}

const placesOn = ({ days }: Strip): number[] =>
  Array.from({ length: HOURS }, (_, place) => place).filter((place) => days.includes(Math.floor(place / 24)));
