import { type RefObject, useEffect, useRef, useState } from "react";
import type { Home } from "./home.ts";
import { MapView } from "./MapView.ts";
import type { MapScene } from "./MarksOverlay.ts";
import type { Camera, Point, View } from "./mercator.ts";
import type { StyleOptions } from "./style.ts";

type Options = {
  style: StyleOptions;
  home: Home | null;
  /** A camera from the address; null = home. */
  camera: Camera | null;
  title: string;
  scene: MapScene | null;
  onCamera: (camera: Camera | null) => void;
  onPoint: (zone: string | null, at: Point) => void;
  onPick: (zone: string | null) => void;
};

export type MapHandle = {
  view: View | null;
  loaded: boolean;
  failed: boolean;
  zoomBy: (steps: number, about: Point) => void;
  goTo: (camera: Camera) => void;
  goHome: () => void;
};

/** One MapView for as long as the zones stay the same; everything else is passed on to it as it changes. */
export function useMapView(box: RefObject<HTMLElement | null>, options: Options): MapHandle {
  const { style, home, title, scene } = options;
  const [map, setMap] = useState<MapView | null>(null);
  const [state, setState] = useState({ view: null as View | null, loaded: false, failed: false });
  const away = useRef(options.camera !== null);
  const latest = useRef(options);
  latest.current = options;
  const laidOut = home !== null;
  const { zones } = style;

  useEffect(() => {
    const { home: start, style: made, camera } = latest.current;
    if (!box.current || !laidOut || !start) return;
    const moved = (to: Camera) => {
      away.current = true;
      latest.current.onCamera(to);
    };
    const view = open({
      ...made,
      zones,
      container: box.current,
      camera: camera ?? start.camera,
      title: latest.current.title,
      interactive: true,
      events: {
        onView: (next) => setState((old) => ({ ...old, view: next })),
        onLoaded: () => setState((old) => (old.loaded ? old : { ...old, loaded: true })),
        onMoved: moved,
        onPoint: (zone, at) => latest.current.onPoint(zone, at),
        onPick: (zone) => latest.current.onPick(zone),
      },
    });
    setMap(view);
    setState({ view: view?.view ?? null, loaded: false, failed: view === null });
    return () => {
      setMap(null);
      view?.destroy();
    };
  }, [box, laidOut, zones]);

  useEffect(() => {
    if (map && home && !away.current) map.moveTo(home.camera, "cut");
  }, [map, home]);
  useEffect(() => map?.setTheme(style.theme), [map, style.theme]);
  useEffect(() => map?.setTitle(title), [map, title]);
  useEffect(() => {
    if (scene) map?.show(scene);
  }, [map, scene]);

  const leave = (camera: Camera | null) => {
    away.current = camera !== null;
    options.onCamera(camera);
  };
  return {
    ...state,
    zoomBy: (steps, about) => map && leave(map.zoomBy(steps, about)),
    goTo: (camera) => {
      map?.moveTo(camera, "glide");
      leave(camera);
    },
    goHome: () => {
      if (home) map?.moveTo(home.camera, "glide");
      leave(null);
    },
  };
}

function open(options: ConstructorParameters<typeof MapView>[0]): MapView | null {
  try {
    return new MapView(options);
  } catch {
    // No WebGL: the page says so and its table still answers.
    return null;
  }
}
