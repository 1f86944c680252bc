import { useMemo, useRef } from "react";
import type { Finding } from "../../../../domain/emerging/reading.ts";
import type { Known } from "../../../useKnown.ts";
import { useSize } from "../../../useSize.ts";
import { useLang, useWords } from "../../../useWords.ts";
import { HoursBars, RatePoints, UnsaidMarks } from "./ChartMarks.tsx";
import { type Drawn, drawnFinding, isGrowth } from "./drawnFinding.ts";
import { FindingTable } from "./FindingTable.tsx";
import { bandPath, linePath, type Plot, plotOf } from "./plot.ts";
import { bandOf, type Point, rateOf } from "./point.ts";
import { pointLine, shortMonth } from "./pointWords.ts";
import { type Emerged, ruleOf } from "./series.ts";
import "./chart.css";
import "./findingChart.css";

type Props = { known: Known; emerged: Emerged; finding: Finding; label: string; onPress: () => void };

const HEIGHT = 112;
const SIZE = { left: 26, block: 46, gap: 7, top: 8, bottom: 62, bars: 92, tall: 20, months: 106 };

/** Twelve closed months (weeks, of the whole city) as published, what is usual, hours under them; of the last weeks only the class. */
export function FindingChart({ known, emerged, finding, label, onPress }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const figure = useRef<HTMLElement>(null);
  const { width } = useSize(figure);
  const drawn = useMemo(() => {
    const sensitive = known.needs.some(({ id, sensitive }) => id === finding.need && sensitive);
    return drawnFinding(emerged, finding, { rule: ruleOf(known.network, sensitive), sensitive });
  }, [known, emerged, finding]);
  const across = width - SIZE.left - SIZE.block - SIZE.gap;
  const plot = plotOf(drawn.days, { ...SIZE, width: across, most: drawn.most });
  return (
    <figure className="finding-chart" ref={figure}>
      {across > 40 && (
        <svg width={width} height={HEIGHT} aria-hidden onClick={onPress}>
          <ClassBlock drawn={drawn} x={width - SIZE.block} plot={plot} grade={finding.grade} />
          <line
            className="chart-axis"
            x1={SIZE.left}
            x2={SIZE.left + across}
            y1={SIZE.bottom}
            y2={SIZE.bottom}
          />
          <text className="chart-tick" x={SIZE.left - 6} y={SIZE.bottom + 1} textAnchor="end">
            0
          </text>
          <text className="chart-tick" x={SIZE.left - 6} y={SIZE.top + 8} textAnchor="end">
            {new Intl.NumberFormat(lang).format(drawn.most)}
          </text>
          <Rates drawn={drawn} plot={plot} end={width} />
          <HoursBars
            points={drawn.points}
            plot={plot}
            base={SIZE.bars}
            height={SIZE.tall}
            most={drawn.mostHours}
          />
          <text className="chart-tick" x={SIZE.left - 6} y={SIZE.bars} textAnchor="end">
            {t("emerge.chart.hours")}
          </text>
          <SpanNames drawn={drawn} plot={plot} />
          <Readings drawn={drawn} plot={plot} />
        </svg>
      )}
      <FindingTable drawn={drawn} label={label} />
    </figure>
  );
}

const BAND = {
  low: (point: Point) => bandOf(point)?.low ?? null,
  high: (point: Point) => bandOf(point)?.high ?? null,
};

type Part = { drawn: Drawn; plot: Plot };

function Rates({ drawn, plot, end }: Part & { end: number }) {
  const { points, usual, trend, days } = drawn;
  const right = plot.x(days.to);
  const level = trend ?? (usual === null ? null : { first: usual, last: usual });
  return (
    <g>
      <UnsaidMarks points={points} plot={plot} top={SIZE.top} bottom={SIZE.bottom} />
      <path className="chart-band" d={bandPath(points, BAND, plot)} />
      {level && (
        <line
          className="chart-usual"
          x1={SIZE.left}
          x2={trend ? right : end}
          y1={plot.y(level.first)}
          y2={plot.y(level.last)}
        />
      )}
      <path className="chart-line" d={linePath(points, rateOf, plot)} />
      <RatePoints points={points} plot={plot} radius={2} />
    </g>
  );
}

/** The last weeks: their class, and the hours somebody was there; never a figure. */
function ClassBlock({ drawn, x, plot, grade }: Part & { x: number; grade: Finding["grade"] }) {
  const { t } = useWords();
  const { level, weeks, hoursNow, mostHours } = drawn;
  const tall = hoursNow === null || mostHours === 0 ? 0 : Math.max(1, (hoursNow / mostHours) * SIZE.tall);
  const badge = t(`emerge.chart.level.${level}`);
  const growing = isGrowth(level);
  const y = Math.min(SIZE.bottom - 18, Math.max(SIZE.top, plot.y(drawn.badgeAt ?? drawn.most) - 9));
  return (
    <g>
      <rect className="chart-block" x={x} y={0} width={SIZE.block} height={SIZE.bars} rx={5} />
      {growing ? (
        <g className="chart-badge" data-level={level} data-grade={grade}>
          <rect x={x + 4.5} y={y} width={SIZE.block - 9} height={18} rx={5} />
          <text x={x + SIZE.block / 2} y={y + 13} textAnchor="middle">
            {badge}
          </text>
        </g>
      ) : (
        <BlockWords words={badge} x={x + SIZE.block / 2} />
      )}
      <rect className="chart-hours" x={x + 4} y={SIZE.bars - tall} width={SIZE.block - 8} height={tall} />
      <text className="chart-tick" x={x + SIZE.block / 2} y={SIZE.months} textAnchor="middle">
        {t("emerge.chart.weeks", { count: weeks })}
      </text>
    </g>
  );
}

/** "pochi dati" on two lines. */
function BlockWords({ words, x }: { words: string; x: number }) {
  const lines = words.split(" ");
  return lines.map((line, i) => (
    <text
      key={line}
      className="chart-class"
      x={x}
      y={40 + (i - (lines.length - 1) / 2) * 13}
      textAnchor="middle"
    >
      {line}
    </text>
  ));
}

/** The first, the middle and the last span. */
function SpanNames({ drawn: { points }, plot }: Part) {
  const lang = useLang();
  const ends = [0, points.length >> 1, points.length - 1] as const;
  return ends.map((at, i) => {
    const point = points[at];
    if (!point || ends.indexOf(at) !== i) return null;
    const name = shortMonth(lang, point.from, i !== 1);
    const x =
      i === 0 ? plot.x(point.from) : i === 1 ? (plot.x(point.from) + plot.x(point.to)) / 2 : plot.x(point.to);
    return (
      <text
        key={at}
        className="chart-tick"
        x={x}
        y={SIZE.months}
        textAnchor={(["start", "middle", "end"] as const)[i]}
      >
        {name}
      </text>
    );
  });
}

/** What a pointer on a span is told. */
function Readings({ drawn, plot }: Part) {
  const { t } = useWords();
  const lang = useLang();
  return drawn.points.map((point) => (
    <rect
      key={point.from}
      x={plot.x(point.from)}
      width={Math.max(0, plot.x(point.to) - plot.x(point.from))}
      height={SIZE.bars}
      fill="transparent"
    >
      <title>{pointLine({ t, lang }, point, drawn.step)}</title>
    </rect>
  ));
}
