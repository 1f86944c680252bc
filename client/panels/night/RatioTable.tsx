import type { CSSProperties } from "react";
import { useWords } from "../../useWords.ts";
import { shortName, type Telling } from "./hoursSets.ts";
import { finding, type Place, shortFinding, sideText, timesText } from "./nightWords.ts";

export type RatioRow = { id: string; name: string; place: Place; hovered: boolean; chosen: boolean };

type Props = {
  telling: Telling;
  /** What the rows are: zones, or needs. */
  head: string;
  rows: readonly RatioRow[];
  onHover?: ((id: string | null) => void) | undefined;
  onPick?: ((id: string) => void) | undefined;
};

const TICKS = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8];
const EDGE = 8;

/** Row by row both rates, their ratio with its interval on a log axis, and the finding in words. */
export function RatioTable({ telling, head, rows, onHover, onPick }: Props) {
  const { t } = useWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden">{head}</span>
          </th>
          <th scope="col">{shortName(telling.a)}</th>
          <th scope="col">{shortName(telling.b)}</th>
          <th scope="col" className="axis">
            <span className="hidden">{t("night.axis")}</span>
            <span aria-hidden="true">
              {TICKS.map((tick) => (
                <i key={tick} style={at(tick)}>
                  {tick === 1 ? t("night.even") : tick > 1 ? `×${tick}` : `÷${1 / tick}`}
                </i>
              ))}
            </span>
          </th>
          <th scope="col">
            <span className="hidden">{t("night.finding")}</span>
          </th>
        </tr>
      </thead>
      <tbody onPointerLeave={() => onHover?.(null)}>
        {rows.map((row) => (
          <Row key={row.id} row={row} telling={telling} onHover={onHover} onPick={onPick} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, telling, onHover, onPick }: Omit<Props, "head" | "rows"> & { row: RatioRow }) {
  const { id, name, place, hovered, chosen } = row;
  const said = finding(telling, place);
  const times = place.ratio ? `${timesText(place.ratio.ratio, telling.lang)}: ` : "";
  return (
    <tr
      data-sure={place.grade === "almost_certain"}
      data-hovered={hovered}
      data-chosen={chosen}
      onPointerEnter={() => onHover?.(id)}
    >
      <th scope="row">
        {onPick ? (
          <button type="button" title={said} aria-pressed={chosen} onClick={() => onPick(id)}>
            {name}
          </button>
        ) : (
          <span title={said}>{name}</span>
        )}
      </th>
      <Figure text={sideText(telling, place.a)} />
      <Figure text={sideText(telling, place.b)} />
      <td className="axis">
        <Bar place={place} />
        <span className="hidden">
          {times}
          {said}
        </span>
      </td>
      <td title={said} aria-hidden="true">
        {shortFinding(telling, place)}
      </td>
    </tr>
  );
}

const Figure = ({ text }: { text: { value: string; quiet: boolean } }) => (
  <td className="figure">{text.quiet ? <em>{text.value}</em> : text.value}</td>
);

function Bar({ place }: { place: Place }) {
  const { ratio, step } = place;
  if (!ratio || step === null) return <span className="bar-unknown" />;
  const [low, high] = [share(ratio.low), share(ratio.high ?? Number.POSITIVE_INFINITY)];
  const side = step > 3 ? "b" : step < 3 ? "a" : "even";
  return (
    <span className="bar" data-side={side} aria-hidden="true">
      <i className="bar-even" />
      <i className="bar-range" style={{ left: `${low}%`, width: `${high - low}%` }} />
      <i className="bar-dot" style={at(ratio.ratio ?? Number.POSITIVE_INFINITY)} />
    </span>
  );
}

/** Place of a ratio on the axis in percent; what is beyond it stands at its end. */
const share = (ratio: number): number =>
  ((Math.log(Math.min(EDGE, Math.max(1 / EDGE, ratio))) / Math.log(EDGE) + 1) / 2) * 100;

const at = (ratio: number): CSSProperties => ({ left: `${share(ratio)}%` });
