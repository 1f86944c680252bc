import { useRef } from "react";
import { useSize } from "../../../useSize.ts";
import { useLang, useWords } from "../../../useWords.ts";
import type { Words } from "../../../words.ts";
import { HoursBars, RatePoints, UnsaidMarks } from "./ChartMarks.tsx";
import { bandPath, linePath, type Plot, plotOf } from "./plot.ts";
import { type Point, rateOf } from "./point.ts";
import { shortMonth } from "./pointWords.ts";
import type { Tile, Tiles } from "./tiles.ts";

type Props = Pick<Tiles, "days" | "recent"> & {
  tile: Tile;
  name: string;
  pressed: boolean;
  onPress: () => void;
  /** The range of its figures in words. */
  said: string;
};

const HEIGHT = 110;
const SIZE = { top: 14, bottom: 78, bars: 95, tall: 11, months: 106 };

/** One need: a line of its figures, the last weeks shaded, the hours under it. Pressing it shows only that need. */
export function SmallMultiple({ tile, name, said, pressed, onPress, ...time }: Props) {
  const { t } = useWords();
  const { mark } = tile;
  const growing = mark !== null && mark !== "few" && mark !== "unknown";
  const words = markWords(t, mark);
  return (
    <li>
      <button
        type="button"
        className="multiple"
        aria-pressed={pressed}
        data-growing={growing}
        onClick={onPress}
      >
        <span className="multiple-head">
          <span title={name}>{name}</span>
          {words !== null && <small data-mark={mark}>{words}</small>}
        </span>
        <span className="hidden">: {said}</span>
        <TileChart tile={tile} {...time} />
      </button>
    </li>
  );
}

function markWords(t: Words, mark: Tile["mark"]): string | null {
  if (mark === null || mark === "norm") return null;
  return mark === "slow" ? t("emerge.chart.slow") : t(`emerge.chart.level.${mark}`);
}

function TileChart({ tile, days, recent }: Pick<Props, "tile" | "days" | "recent">) {
  const { t } = useWords();
  const lang = useLang();
  const box = useRef<HTMLSpanElement>(null);
  const { width } = useSize(box);
  const { points, usual, most, mostHours } = tile;
  const plot = plotOf(days, { ...SIZE, width, most });
  const x = plot.x(recent);
  if (points.length === 0)
    return (
      <span className="multiple-chart multiple-none" ref={box}>
        {t("emerge.chart.cityOnly")}
      </span>
    );
  return (
    <span className="multiple-chart" ref={box}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden>
          <rect className="chart-block" x={x} y={0} width={Math.max(0, width - x)} height={SIZE.bars} />
          <path className="multiple-area" d={bandPath(points, AREA, plot)} />
          <UnsaidMarks points={points} plot={plot} top={SIZE.top} bottom={SIZE.bottom} />
          {usual !== null && (
            <line className="chart-usual" x1={0} x2={width} y1={plot.y(usual)} y2={plot.y(usual)} />
          )}
          <path className="chart-line" d={linePath(points, rateOf, plot)} />
          <RatePoints points={toDot(points)} plot={plot} radius={tile.step === "week" ? 2.2 : 1.8} />
          <text className="multiple-most" x={1} y={10}>
            {new Intl.NumberFormat(lang).format(most)}
          </text>
          <HoursBars points={points} plot={plot} base={SIZE.bars} height={SIZE.tall} most={mostHours} />
          <Ends days={days} plot={plot} width={width} />
        </svg>
      )}
    </span>
  );
}

const AREA = { low: () => 0, high: rateOf };

/** Few points are all seen; of many, only the last and those that stand alone. */
function toDot(points: readonly Point[]): readonly Point[] {
  if (points.length <= 13) return points;
  const known = (point: Point | undefined) => point !== undefined && rateOf(point) !== null;
  const alone = (i: number) => !known(points[i - 1]) && !known(points[i + 1]);
  return points.filter((_, i) => i === points.length - 1 || alone(i));
}

/** The months in which the axis begins and ends. */
function Ends({ days, plot, width }: { days: Tiles["days"]; plot: Plot; width: number }) {
  const lang = useLang();
  const years = shortMonth(lang, days.from) === shortMonth(lang, days.to);
  return (
    <>
      <text className="chart-tick" x={plot.x(days.from)} y={SIZE.months}>
        {shortMonth(lang, days.from, years)}
      </text>
      <text className="chart-tick" x={width} y={SIZE.months} textAnchor="end">
        {shortMonth(lang, days.to, years)}
      </text>
    </>
  );
}
