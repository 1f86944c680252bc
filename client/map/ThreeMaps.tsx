import { Lock, LockOpen } from "lucide-react";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { boundsOfShapes, fitBounds } from "./fitCamera.ts";
import { MapButtons } from "./MapButtons.tsx";
import { MapPane } from "./MapPane.tsx";
import type { MapView } from "./MapView.ts";
import type { MapWords } from "./MapWords.ts";
import type { Camera, Padding } from "./mercator.ts";
import type { PaneText } from "./paneLabels.ts";
import type { TooltipText } from "./Tooltip.tsx";
import type { Theme } from "./tokens.ts";
import { useSize } from "./useSize.ts";
import type { ZoneMark } from "./ZoneMark.ts";
import { ZoneWalker } from "./ZoneWalker.tsx";
import { type Zones, zoneShapes } from "./zoneShapes.ts";
import "./maplibre.css";
import "./map.css";
import "./panes.css";

export type Pane = {
  id: string;
  title: string;
  marks: readonly ZoneMark[];
  texts: ReadonlyMap<string, PaneText>;
  head: ReactNode;
  legend: ReactNode;
};

type Props = {
  zones: Zones;
  network: { basemap: readonly string[]; attribution: string };
  /** Side by side, in the order of reading. */
  panes: readonly Pane[];
  service: { initials: string; color: string } | null;
  selected: string | null;
  hovered: string | null;
  locale: "it" | "en";
  theme: Theme;
  words: Omit<MapWords, "none" | "unknown" | "lens" | "lensOpen"> & { lock: string };
  tooltip: (zone: string) => TooltipText | null;
  onPick: (zone: string | null) => void;
  onHover: (zone: string | null) => void;
};

/** What a small map needs beneath its fills to be recognised. */
const BENEATH = ["neighbours", "water", "roads"];

/** Maps side by side that move as one: same camera, same scale, the same zone pointed at. */
export function ThreeMaps(props: Props) {
  const { zones, network, panes, selected, hovered, locale, theme, words, tooltip } = props;
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [focus, setFocus] = useState<string | null>(null);
  const [locked, setLocked] = useState(true);
  const tied = useTied(locked);
  const shapes = useMemo(() => zoneShapes(zones, locale), [zones, locale]);
  const style = useMemo(() => {
    const basemap = network.basemap.filter((layer) => BENEATH.includes(layer));
    return { theme, zones, basemap, origin: "", nameless: true };
  }, [theme, zones, network.basemap]);
  const width = (size?.width ?? 0) / panes.length;
  const height = size?.height ?? 0;
  const home = useMemo((): Camera | null => {
    if (width === 0 || height === 0 || shapes.length === 0) return null;
    return fitBounds(boundsOfShapes(shapes), { size: { width, height }, padding: ROOM, margin: 0 });
  }, [shapes, width, height]);
  const pointed = useMemo(() => ({ hover: hovered, selected, focus }), [hovered, selected, focus]);
  return (
    <div className="map panes" ref={box} data-loaded={tied.loaded >= panes.length} data-locked={locked}>
      <ZoneWalker
        label={words.zones}
        zones={shapes}
        selected={selected}
        textOf={tooltip}
        onFocus={setFocus}
        onPick={props.onPick}
      />
      {panes.map((pane, i) => (
        <MapPane
          // One map at a time shows all of them in turn: the map and its camera stay.
          key={panes.length > 1 ? pane.id : "only"}
          pane={pane}
          common={{ shapes, style, home, pointed, words, tooltip, service: props.service }}
          first={i === 0}
          last={i === panes.length - 1}
          onMap={(map) => tied.hold(i, map)}
          onCamera={(camera) => tied.follow(i, camera)}
          onMoved={tied.onMoved}
          stays={tied.stays}
          onLoaded={tied.onLoaded}
          onHover={props.onHover}
          onPick={props.onPick}
        />
      ))}
      {panes.length > 1 && (
        <button
          type="button"
          className="pane-lock card"
          aria-pressed={locked}
          aria-label={words.lock}
          title={words.lock}
          onClick={() => {
            setLocked(!locked);
            if (!locked) tied.gather();
          }}
        >
          {locked ? <Lock size={15} aria-hidden /> : <LockOpen size={15} aria-hidden />}
        </button>
      )}
      <MapButtons
        words={{ ...words, none: "", unknown: "", lens: () => "", lensOpen: "" }}
        onZoom={(steps) => tied.zoomBy(steps, [width / 2, height / 2])}
        onRecentre={() => home && tied.goTo(home)}
      />
    </div>
  );
}

/** Room for a pane's head above the zones, and for labels that stand outside on both sides. */
const ROOM: Padding = { left: 30, right: 34, top: 34, bottom: 8 };

/** Keeps the maps at one camera: the one that moves leads, the others follow without answering. */
function useTied(locked: boolean) {
  const maps = useRef<(MapView | null)[]>([]);
  const following = useRef(false);
  const moved = useRef(false);
  const [loaded, setLoaded] = useState(0);
  const others = (leader: number, camera: Camera) => {
    if (following.current) return;
    following.current = true;
    maps.current.forEach((map, i) => {
      if (i !== leader) map?.moveTo(camera, "cut");
    });
    following.current = false;
  };
  return {
    loaded,
    onLoaded: () => setLoaded((count) => count + 1),
    onMoved: () => {
      moved.current = true;
    },
    /** The reader has looked somewhere: a little more or less room does not take that away. */
    stays: () => moved.current,
    hold: (i: number, map: MapView | null) => {
      maps.current[i] = map;
    },
    follow: (leader: number, camera: Camera) => {
      if (locked) others(leader, camera);
    },
    gather: () => {
      const camera = maps.current[0]?.view.camera;
      if (camera) others(0, camera);
    },
    zoomBy: (steps: number, about: [number, number]) => {
      moved.current = true;
      for (const map of locked ? maps.current.slice(0, 1) : maps.current) map?.zoomBy(steps, about);
    },
    goTo: (camera: Camera) => {
      moved.current = false;
      for (const map of locked ? maps.current.slice(0, 1) : maps.current) map?.moveTo(camera, "glide");
    },
  };
}
