import { useId } from "react";
import { middle, type Plot } from "./plot.ts";
import { endsOf, type Point, rateOf, weeklyHours } from "./point.ts";

type Props = { points: readonly Point[]; plot: Plot };

/** Spans that cannot be said: dots where the count is withheld, up to where it may reach; lines where nobody knows. */
export function UnsaidMarks({ points, plot, top, bottom }: Props & { top: number; bottom: number }) {
  const [dots, hatch] = [useId(), useId()];
  return (
    <g>
      <pattern id={dots} width="5" height="5" patternUnits="userSpaceOnUse">
        <circle className="chart-dot" cx="1.2" cy="1.2" r="0.9" />
        <circle className="chart-dot" cx="3.7" cy="3.7" r="0.9" />
      </pattern>
      <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="chart-hatch-ground" width="5" height="5" />
        <line className="chart-hatch" x1="0" y1="0" x2="0" y2="5" />
      </pattern>
      {points.map((point) => {
        if (point.seen === "known") return null;
        const [left, right] = [plot.x(point.from), plot.x(point.to)];
        const ends = endsOf(point);
        const over = ends ? plot.y(ends.to) : top;
        return (
          <rect
            key={point.from}
            x={left}
            y={over}
            width={Math.max(1, right - left - 0.5)}
            height={Math.max(2, bottom - over)}
            fill={`url(#${ends ? dots : hatch})`}
          />
        );
      })}
    </g>
  );
}

/** Every figure as a point; hollow where a part of the count is withheld. */
export function RatePoints({ points, plot, radius }: Props & { radius: number }) {
  return points.map((point) => {
    const rate = rateOf(point);
    if (rate === null) return null;
    return (
      <circle
        key={point.from}
        className="chart-point"
        data-range={point.upTo > point.shown}
        cx={middle(point, plot)}
        cy={plot.y(rate)}
        r={radius}
      />
    );
  });
}

type Bars = Props & { base: number; height: number; most: number };

/** Presence hours a week under each span; lines where there were none. */
export function HoursBars({ points, plot, base, height, most }: Bars) {
  const gap = points.length > 20 ? 0.8 : 1.5;
  return points.map((point) => {
    const [left, right] = [plot.x(point.from), plot.x(point.to)];
    const tall = most > 0 ? Math.max(1, (weeklyHours(point) / most) * height) : 0;
    const nobody = point.hours === 0;
    return (
      <rect
        key={point.from}
        className={nobody ? "chart-nobody" : "chart-hours"}
        x={left}
        y={base - (nobody ? 2 : tall)}
        width={Math.max(0.8, right - left - gap)}
        height={nobody ? 2 : tall}
      />
    );
  });
}
