import { type RefObject, useEffect, useRef, useState } from "react";
import { MapView } from "./MapView.ts";
import type { Camera, Point, View } from "./mercator.ts";
import type { StyleOptions } from "./style.ts";
import type { ZoneMark } from "./ZoneMark.ts";
import type { ZoneShape } from "./zoneShapes.ts";
import type { Pointed } from "./zoneStates.ts";

type Options = {
  style: StyleOptions;
  /** Where it begins; null before it is laid out. */
  start: Camera | null;
  title: string;
  shapes: readonly ZoneShape[];
  marks: ReadonlyMap<string, ZoneMark>;
  pointed: Pointed;
  onView: (view: View) => void;
  onMoved: () => void;
  onPoint: (zone: string | null, at: Point) => void;
  onPick: (zone: string | null) => void;
  onLoaded: () => void;
};

/** One of several maps side by side: a MapView without marks of its own (names are written over it). */
export function usePane(box: RefObject<HTMLElement | null>, options: Options) {
  const { style, start, title, shapes, marks, pointed } = options;
  const [map, setMap] = useState<MapView | null>(null);
  const [view, setView] = useState<View | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef(options);
  latest.current = options;
  const laidOut = start !== null;
  const { zones } = style;
  useEffect(() => {
    const { start: camera, style: made } = latest.current;
    if (!box.current || !laidOut || !camera) return;
    const opened = open({
      ...made,
      zones,
      container: box.current,
      camera,
      title: latest.current.title,
      interactive: true,
      events: {
        onView: (next) => {
          setView(next);
          latest.current.onView(next);
        },
        onMoved: () => latest.current.onMoved(),
        onPoint: (zone, at) => latest.current.onPoint(zone, at),
        onPick: (zone) => latest.current.onPick(zone),
        onLoaded: () => latest.current.onLoaded(),
      },
    });
    setMap(opened);
    setView(opened?.view ?? null);
    setFailed(opened === null);
    return () => {
      setMap(null);
      opened?.destroy();
    };
  }, [box, laidOut, zones]);
  useEffect(() => map?.setTheme(style.theme), [map, style.theme]);
  useEffect(() => map?.setTitle(title), [map, title]);
  useEffect(() => {
    const frame = { left: 0, top: 0, right: 0, bottom: 0 };
    map?.show({ shapes, marks, pointed, atlas: null, lens: null, frame });
  }, [map, shapes, marks, pointed]);
  return { map, view, failed };
}

function open(options: ConstructorParameters<typeof MapView>[0]): MapView | null {
  try {
    return new MapView(options);
  } catch {
    // No WebGL: the page says so and its table still answers.
    return null;
  }
}
