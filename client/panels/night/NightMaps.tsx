import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { formats } from "../../format.ts";
import type { Pane } from "../../map/ThreeMaps.tsx";
import { useTheme } from "../../useMedia.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { shortName } from "./hoursSets.ts";
import { NeedLegend, RatioLegend } from "./NightLegend.tsx";
import { needPane, presenceSaid, ratioPane } from "./nightPanes.ts";
import { finding } from "./nightWords.ts";
import { SetPicker } from "./SetPicker.tsx";
import type { Night } from "./useNight.ts";

const ThreeMaps = lazy(async () => ({ default: (await import("../../map/ThreeMaps.tsx")).ThreeMaps }));

type Props = {
  night: Night;
  phone: boolean;
  hovered: string | null;
  onHover: (zone: string | null) => void;
};

/** First set, second set, difference: three maps on a desk, one of them at a time on a phone. */
export function NightMaps({ night, phone, hovered, onHover }: Props) {
  const [shown, show] = useState(2);
  const { known, view } = night.screen;
  const panes = usePanes(night);
  const theme = useTheme(view.theme);
  const words = useMapWords(night);
  const tooltip = useTooltip(night);
  const onPick = useCallback((zone: string | null) => setView({ zone }), []);
  return (
    <>
      {phone && <Switch panes={panes} shown={shown} show={show} />}
      <div className="night-maps">
        <Suspense fallback={null}>
          <ThreeMaps
            zones={known.zones}
            network={known.network}
            panes={phone ? panes.slice(shown, shown + 1) : panes}
            service={night.service}
            selected={view.zone}
            hovered={hovered}
            locale={night.telling.lang}
            theme={theme}
            words={words}
            tooltip={tooltip}
            onPick={onPick}
            onHover={onHover}
          />
        </Suspense>
      </div>
      <p className="night-attribution">{known.network.attribution}</p>
    </>
  );
}

type SwitchProps = { panes: readonly Pane[]; shown: number; show: (at: number) => void };

function Switch({ panes, shown, show }: SwitchProps) {
  const { t } = useWords();
  return (
    <fieldset className="night-switch" aria-label={t("night.show")}>
      {panes.map((pane, i) => (
        <button key={pane.id} type="button" aria-pressed={i === shown} onClick={() => show(i)}>
          {pane.title}
        </button>
      ))}
    </fieldset>
  );
}

function usePanes(night: Night): Pane[] {
  const { t } = useWords();
  const { comparison, breaks, service, telling, figures } = night;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the figures are made of, not the object that carries it
  const data = useMemo(
    () => ({ a: needPane(night, "a"), b: needPane(night, "b"), ratio: ratioPane(night) }),
    [comparison, breaks, service, telling, figures.a.coverage, figures.b.coverage],
  );
  return [
    {
      id: "a",
      title: telling.a.name,
      ...data.a,
      head: <SetPicker night={night} side="a" />,
      legend: <NeedLegend night={night} />,
    },
    { id: "b", title: telling.b.name, ...data.b, head: <SetPicker night={night} side="b" />, legend: null },
    {
      id: "ratio",
      title: t("night.difference"),
      ...data.ratio,
      head: <DifferenceHead night={night} />,
      legend: <RatioLegend night={night} />,
    },
  ];
}

function DifferenceHead({ night }: { night: Night }) {
  const { t } = useWords();
  const { a, b } = night.telling;
  return (
    <div className="difference-head">
      <svg viewBox="-12 -12 24 24" width={26} height={26} aria-hidden="true">
        <path className="half-a" d="M0-11A11 11 0 0 0 0 11Z" />
        <path className="half-b" d="M0-11A11 11 0 0 1 0 11Z" />
      </svg>
      <span>
        <b>{t("night.difference")}</b>
        <small>{t("night.rest", { a: shortName(a), b: shortName(b) })}</small>
      </span>
    </div>
  );
}

function useTooltip(night: Night) {
  const { comparison, telling, service, figures } = night;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the words are made of, not the object that carries it
  return useCallback(
    (zone: string) => {
      const place = comparison?.zones.find((one) => one.zone === zone);
      if (!place) return null;
      const presence = presenceSaid(night, zone);
      const said = finding(telling, place);
      return { name: night.zoneName(zone), sentence: presence ? `${said}. ${presence}` : said };
    },
    [comparison, telling, service, figures.a.need, figures.b.need],
  );
}

function useMapWords({ telling }: Night) {
  const { t } = useWords();
  const { lang, a, b } = telling;
  return useMemo(
    () => ({
      map: t("night.mapsLabel", { a: a.name, b: b.name }),
      lock: t("night.lock"),
      zones: t("map.zones"),
      zoomIn: t("map.zoomIn"),
      zoomOut: t("map.zoomOut"),
      recentre: t("map.whole"),
      distance: (metres: number) =>
        metres >= 1000 ? `${formats(lang).count(metres / 1000)} km` : `${formats(lang).count(metres)} m`,
      failed: t("map.noWebgl"),
    }),
    [t, lang, a.name, b.name],
  );
}
