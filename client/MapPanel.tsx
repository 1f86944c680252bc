import { lazy, Suspense, useCallback, useMemo } from "react";
import { formats } from "./format.ts";
import type { Outline } from "./map/Outline.ts";
import type { TooltipText } from "./map/Tooltip.tsx";
import type { ZoneMark } from "./map/ZoneMark.ts";
import { levelName } from "./panels/filters/Legend.tsx";
import { useMedia, useTheme } from "./useMedia.ts";
import type { Screen } from "./useScreen.ts";
import { useLang, useWords } from "./useWords.ts";
import { setView } from "./view.ts";
import { everydayName, nameOf, numeral, type Words } from "./words.ts";

const ZoneMap = lazy(async () => ({ default: (await import("./map/ZoneMap.tsx")).ZoneMap }));

const DESK = { left: 254, right: 2, top: 4, bottom: 24 };
/** Table and export stand in the corner of the map; on a phone, the button of filters. */
const TOOLS = { width: 190, height: 36 };
const LAYERS = { width: 44, height: 42 };
/** Nothing lies over the map; names outside the zones need room on either side. */
const PAPER = { left: 60, right: 60, top: 8, bottom: 20 };
const PHONE = { left: 8, right: 0, top: 8, bottom: 20 };

/** The map of who is where. */
export function MapPanel({ screen, phone }: { screen: Screen; phone: boolean }) {
  const { t } = useWords();
  const { view, states, known, asked } = screen;
  const marks = useMemo(
    () =>
      asked === null
        ? known.zones.features.map(({ properties }) => notKnown(properties.id))
        : states.map((state) => ({
            ...state,
            dimmed: view.levels.length > 0 && !view.levels.includes(levelName(state)),
          })),
    [states, view.levels, asked, known],
  );
  return (
    <ZoneMapPanel
      screen={screen}
      phone={phone}
      marks={marks}
      tooltip={useTooltip(screen)}
      label={t("map.label")}
    />
  );
}

/** As long as no period is closed, nothing is known of any zone: none is drawn as calm. */
const notKnown = (zone: string) => ({
  zone,
  level: null,
  seen: [],
  rare: [],
  rhythms: [],
  stale: null,
  dimmed: false,
});

type Props = {
  screen: Screen;
  phone: boolean;
  marks: readonly ZoneMark[];
  outlines?: readonly Outline[];
  small?: "lens" | "paper";
  tooltip: (zone: string) => TooltipText | null;
  label: string;
};

/** The map with the marks and words of a screen; its code comes after text and strip. */
export function ZoneMapPanel({ screen, phone, marks, outlines, small = "lens", tooltip, label }: Props) {
  const lang = useLang();
  const words = useMapWords(label, screen.services !== null);
  const { known, view } = screen;
  const theme = useTheme(view.theme);
  const paper = useMedia("print") && view.screen === "emerge";
  const onPick = useCallback((zone: string | null) => setView({ zone }), []);
  return (
    <Suspense fallback={null}>
      <ZoneMap
        zones={known.zones}
        network={known.network}
        marks={marks}
        {...(outlines ? { outlines } : {})}
        small={small}
        services={known.services}
        selected={view.zone}
        locale={lang}
        theme={theme}
        words={words}
        tooltip={tooltip}
        onPick={onPick}
        phone={phone}
        taken={phone ? LAYERS : TOOLS}
        padding={paper ? PAPER : phone ? PHONE : DESK}
      />
    </Suspense>
  );
}

function useTooltip({ known, states, serviceOf, telling: { filtered } }: Screen) {
  const { t } = useWords();
  const lang = useLang();
  const among = filtered ? t("zone.among") : "";
  return useCallback(
    (id: string) => {
      const zone = known.zones.features.find(({ properties }) => properties.id === id)?.properties;
      const state = states.find((one) => one.zone === id);
      if (!zone || !state) return null;
      const list = (ids: readonly string[]) =>
        formats(lang).list(ids.map((service) => everydayName(serviceOf(service) ?? { id: service }, lang)));
      const count = state.seen.length;
      const sentence =
        state.level === null
          ? t(state.stale ? "map.tip.unknown" : "map.tip.planned")
          : t("map.tip.seen", { count, number: numeral(t, count), names: list(state.seen), among });
      return { name: nameOf(zone, lang), sentence: [sentence, ...besides(t, state, list)].join("; ") };
    },
    [known, states, serviceOf, among, t, lang],
  );
}

/** Who would be there only in a hypothesis, and who is there at times. */
function besides(
  t: Words,
  state: Screen["states"][number],
  list: (ids: readonly string[]) => string,
): string[] {
  const supposed = state.supposed ? [t("whatIf.tip", { names: list(state.supposed) })] : [];
  const rare = state.rare.length > 0 ? [t(`map.tip.${rareWord(state)}`, { names: list(state.rare) })] : [];
  return [...supposed, ...rare];
}

const rareWord = ({ rhythms }: Screen["states"][number]) =>
  rhythms.every(({ rhythm }) => rhythm === "declared") ? "declared" : "rare";

function useMapWords(label: string, filtered: boolean) {
  const { t } = useWords();
  const lang = useLang();
  return useMemo(
    () => ({
      none: t(filtered ? "map.chosenNone" : "map.nobody"),
      unknown: t("map.unknown"),
      map: label,
      zones: t("map.zones"),
      zoomIn: t("map.zoomIn"),
      zoomOut: t("map.zoomOut"),
      recentre: t("map.whole"),
      lensOpen: t("map.lensOpen"),
      lens: (times: number) => t("map.lens", { factor: formats(lang).rate(times) }),
      distance: (metres: number) =>
        metres >= 1000 ? `${formats(lang).count(metres / 1000)} km` : `${formats(lang).count(metres)} m`,
      failed: t("map.noWebgl"),
    }),
    [t, lang, label, filtered],
  );
}
