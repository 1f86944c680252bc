import { useEffect, useMemo, useRef, useState } from "react";
import { type Lens as LensPlan, lensCamera } from "./lens.ts";
import { MapView } from "./MapView.ts";
import type { MapWords } from "./MapWords.ts";
import type { MapScene } from "./MarksOverlay.ts";
import { lensScene } from "./mapScene.ts";
import type { Camera, Point } from "./mercator.ts";
import type { StyleOptions } from "./style.ts";

type Props = {
  lens: LensPlan;
  main: Camera;
  style: StyleOptions;
  scene: MapScene;
  words: MapWords;
  onPoint: (zone: string | null, at: Point) => void;
  onOpen: (zone: string | null) => void;
};

/** The small round map that enlarges the zones too small to read. A click flies there. */
export function Lens({ lens, main, style, scene, words, onPoint, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MapView | null>(null);
  const latest = useRef({ onPoint, onOpen, style, camera: lensCamera(lens, main) });
  latest.current = { onPoint, onOpen, style, camera: lensCamera(lens, main) };
  const { radius } = lens;
  const corner: Point = [lens.at[0] - radius, lens.at[1] - radius];
  const place = useRef(corner);
  place.current = corner;
  const { zones } = style;

  useEffect(() => {
    if (!box.current) return;
    const made = new MapView({
      ...latest.current.style,
      // Names of villages would crowd it.
      basemap: latest.current.style.basemap.filter((layer) => layer !== "places"),
      zones,
      container: box.current,
      camera: latest.current.camera,
      title: "",
      interactive: false,
      events: {
        onPoint: (zone, [x, y]) => latest.current.onPoint(zone, [x + place.current[0], y + place.current[1]]),
        onPick: (zone) => latest.current.onOpen(zone),
      },
    });
    setView(made);
    return () => {
      setView(null);
      made.destroy();
    };
  }, [zones]);

  useEffect(() => view?.moveTo(lensCamera(lens, main), "cut"), [view, lens, main]);
  useEffect(() => view?.setTheme(style.theme), [view, style.theme]);
  const inLens = useMemo(() => lensScene(scene, lens), [scene, lens]);
  useEffect(() => view?.show(inLens), [view, inLens]);

  return (
    <div
      className="map-lens"
      style={{ left: corner[0], top: corner[1], width: 2 * radius, height: 2 * radius }}
    >
      <div className="map-lens-glass" ref={box} aria-hidden />
      <button
        type="button"
        className="map-lens-pill"
        aria-label={`${words.lens(lens.times)}: ${words.lensOpen}`}
        onClick={() => onOpen(null)}
      >
        {words.lens(lens.times)}
      </button>
    </div>
  );
}
