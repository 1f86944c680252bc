import { useEffect, useMemo, useRef, useState } from "react";
import type { MapView } from "./MapView.ts";
import { type Camera, metresPerPixel, type Point, type Size } from "./mercator.ts";
import { PaneLabels } from "./PaneLabels.tsx";
import type { Box } from "./relax.ts";
import { ScaleBar } from "./ScaleBar.tsx";
import type { StyleOptions } from "./style.ts";
import type { Pane } from "./ThreeMaps.tsx";
import { Tooltip, type TooltipText } from "./Tooltip.tsx";
import { usePane } from "./usePane.ts";
import type { ZoneShape } from "./zoneShapes.ts";
import type { Pointed } from "./zoneStates.ts";

type Props = {
  pane: Pane;
  common: {
    shapes: readonly ZoneShape[];
    style: StyleOptions;
    home: Camera | null;
    pointed: Pointed;
    words: { failed: string; distance: (metres: number) => string };
    tooltip: (zone: string) => TooltipText | null;
    service: { initials: string; color: string } | null;
  };
  first: boolean;
  last: boolean;
  onMap: (map: MapView | null) => void;
  onCamera: (camera: Camera) => void;
  onMoved: () => void;
  /** Whether the camera is kept when the room changes. */
  stays: () => boolean;
  onLoaded: () => void;
  onHover: (zone: string | null) => void;
  onPick: (zone: string | null) => void;
};

/** One of the maps: fills by MapLibre, names over them, head and legend on the paper. */
export function MapPane({ pane, common, first, last, ...on }: Props) {
  const { shapes, style, home, pointed, words, tooltip, service } = common;
  const box = useRef<HTMLDivElement>(null);
  const [pointer, setPointer] = useState<{ zone: string; at: Point } | null>(null);
  const marks = useMemo(() => new Map(pane.marks.map((mark) => [mark.zone, mark])), [pane.marks]);
  const loaded = useRef(false);
  const { map, view, failed } = usePane(box, {
    style,
    start: home,
    title: pane.title,
    shapes,
    marks,
    pointed,
    onView: ({ camera }) => on.onCamera(camera),
    onMoved: on.onMoved,
    onPoint: (zone, at) => {
      setPointer(zone ? { zone, at } : null);
      if (zone !== pointer?.zone) on.onHover(zone);
    },
    onPick: on.onPick,
    onLoaded: () => {
      if (!loaded.current) on.onLoaded();
      loaded.current = true;
    },
  });
  const { onMap, stays } = on;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the map itself is held; the callback is new at each render
  useEffect(() => {
    onMap(map);
    return () => onMap(null);
  }, [map]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only more or less room asks for the whole town again
  useEffect(() => {
    if (map && home && !stays()) map.moveTo(home, "cut");
  }, [map, home]);
  const obstacles = useMemo(
    () => (view ? overMap(view, { legend: pane.legend !== null, scale: first, buttons: last }) : []),
    [view, pane.legend, first, last],
  );
  const said = pointer && tooltip(pointer.zone);
  return (
    <div className="pane">
      <div className="map-canvas" ref={box} />
      {view && (
        <PaneLabels
          shapes={shapes}
          marks={marks}
          texts={pane.texts}
          view={view}
          theme={style.theme}
          obstacles={obstacles}
          service={service}
        />
      )}
      {failed && <p className="map-failed">{words.failed}</p>}
      <div className="pane-head">{pane.head}</div>
      {first && view && <ScaleBar metresPerPixel={metresPerPixel(view.camera)} words={words} />}
      {pane.legend && <div className="pane-legend card">{pane.legend}</div>}
      {view && pointer && said && <Tooltip text={said} at={pointer.at} within={view} />}
    </div>
  );
}

type Over = { legend: boolean; scale: boolean; buttons: boolean };

/** What floats over a map, as panes.css places it. */
const overMap = ({ width, height }: Size, { legend, scale, buttons }: Over): Box[] => [
  { x: 130, y: 36, width: 260, height: 56 },
  ...(scale ? [{ x: 62, y: 86, width: 112, height: 36 }] : []),
  ...(buttons ? [{ x: width - 34, y: 66, width: 52, height: 124 }] : []),
  ...(legend ? [{ x: width - 126, y: height - 66, width: 224, height: 108 }] : []),
];
