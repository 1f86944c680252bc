import { useEffect, useRef } from "react";
import { formats } from "../../format.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { presenceIn, serviceHours } from "./nightPanes.ts";
import { byRatio, finding, type Place, sideText, timesText } from "./nightWords.ts";
import type { Night } from "./useNight.ts";
import "../table/table.css";

/** The three maps as one table; it stands where they stood. */
export function NightTable({ night }: { night: Night }) {
  const { t } = useWords();
  const { telling, comparison } = night;
  const { a, b } = telling;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const heads = [
    t("night.zone"),
    ...[a, b].flatMap(({ when }) => [t("night.hoursIn", { when }), t("night.needIn", { when })]),
    t("night.ratio"),
    t("night.finding"),
    ...presenceIn(night),
  ];
  return (
    <section className="table-area night-table" aria-labelledby="table-title">
      <header>
        <h2 id="table-title" tabIndex={-1} ref={title}>
          {t(telling.periods ? "night.tablePeriods" : "night.table")}
        </h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
      <div className="table-scroll" tabIndex={0}>
        <table>
          <caption>{t("night.method")}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison &&
              [comparison.network, ...byRatio(comparison.zones)].map((place) => (
                <Row key={place.zone ?? ""} place={place} night={night} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ place, night }: { place: Place; night: Night }) {
  const { t } = useWords();
  const { telling, zoneName, screen } = night;
  const { zone, ratio } = place;
  const spent = serviceHours(night, zone);
  const times = (value: number | null) => timesText(value, telling.lang);
  return (
    <tr data-chosen={zone !== null && zone === screen.view.zone}>
      <th scope="row">
        {zone === null ? (
          nameOf(screen.known.network, telling.lang)
        ) : (
          <button type="button" className="link" onClick={() => setView({ zone, table: false })}>
            {zoneName(zone)}
          </button>
        )}
      </th>
      <Hours value={place.a.hours} />
      <td className="figure">{sideText(telling, place.a).value}</td>
      <Hours value={place.b.hours} />
      <td className="figure">{sideText(telling, place.b).value}</td>
      <td className="figure">
        {ratio &&
          `${times(ratio.ratio)} (${t("night.interval", { low: times(ratio.low), high: times(ratio.high) })})`}
      </td>
      <td>{finding(telling, place)}</td>
      {spent && (
        <>
          <Hours value={spent.a} />
          <Hours value={spent.b} />
        </>
      )}
    </tr>
  );
}

function Hours({ value }: { value: number }) {
  const { count, rate } = formats(useLang());
  return <td className="figure">{value > 0 && value < 10 ? rate(value) : count(value)}</td>;
}
