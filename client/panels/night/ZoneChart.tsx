import type { CSSProperties } from "react";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { byRatio, finding, type Place, shortFinding, shortName, sideText, timesText } from "./nightWords.ts";
import type { Night } from "./useNight.ts";

type Props = { night: Night; hovered: string | null; onHover: (zone: string | null) => void };

const TICKS = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8];
const EDGE = 8;

/** Zone by zone: both rates, their ratio with its interval on a log axis, and the finding in words. */
export function ZoneChart({ night, hovered, onHover }: Props) {
  const { t } = useWords();
  const { telling, comparison } = night;
  const { a, b, lang } = telling;
  return (
    <section className="zone-chart" aria-labelledby="chart-title">
      <h2 id="chart-title">
        {t("night.chart")} <small>{t("night.chartUnit", { a: shortName(a), b: shortName(b) })}</small>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{t("night.zone")}</span>
            </th>
            <th scope="col">{shortName(a)}</th>
            <th scope="col">{shortName(b)}</th>
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
        <tbody onPointerLeave={() => onHover(null)}>
          {byRatio(comparison?.zones ?? []).map((place) => (
            <tr
              key={place.zone}
              data-sure={place.grade === "almost_certain"}
              data-hovered={place.zone === hovered}
              data-chosen={place.zone === night.screen.view.zone}
              onPointerEnter={() => onHover(place.zone)}
            >
              <th scope="row">
                <button
                  type="button"
                  title={finding(telling, place)}
                  aria-pressed={place.zone === night.screen.view.zone}
                  onClick={() => setView({ zone: place.zone === night.screen.view.zone ? null : place.zone })}
                >
                  {night.zoneName(place.zone ?? "")}
                </button>
              </th>
              <Figure text={sideText(telling, place.a)} />
              <Figure text={sideText(telling, place.b)} />
              <td className="axis">
                <Bar place={place} />
                <span className="hidden">{place.ratio && timesText(place.ratio.ratio, lang)}</span>
              </td>
              <td>{shortFinding(telling, place)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
