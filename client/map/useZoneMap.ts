import { type RefObject, useMemo, useState } from "react";
import { figureSprites } from "./chipRows.ts";
import { cameraAt } from "./fitCamera.ts";
import { planHome } from "./home.ts";
import { lensCamera } from "./lens.ts";
import { lensNow, mainScene } from "./mapScene.ts";
import type { Point } from "./mercator.ts";
import type { Outline } from "./Outline.ts";
import { useAtlas } from "./useAtlas.ts";
import { useInSight } from "./useInSight.ts";
import { useMapView } from "./useMapView.ts";
import { useSize } from "./useSize.ts";
import { withBadges } from "./withBadges.ts";
import type { ZoneMapProps } from "./ZoneMap.tsx";
import { type ZoneShape, zoneShapes } from "./zoneShapes.ts";

const NONE: readonly Outline[] = [];

type Pointer = { zone: string; at: Point };

/** Everything ZoneMap draws, worked out from its props, the size of the window and the camera. */
export function useZoneMap(box: RefObject<HTMLElement | null>, props: ZoneMapProps) {
  const { zones, network, services, selected, locale, theme, words, hovered = null, phone } = props;
  const paper = props.small === "paper";
  const size = useSize(box);
  const padding = useStable(props.padding);
  const { width, height } = props.taken;
  const taken = useMemo(() => ({ width, height }), [width, height]);
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const shapes = useMemo(() => zoneShapes(zones, locale), [zones, locale]);
  const { outlines, marks, figures } = useMarks(props, shapes);
  const atlas = useAtlas({ theme, large: phone, zones: shapes, services, words, figures });
  const style = useMemo(
    () => ({ theme, zones, basemap: network.basemap, origin: "" }),
    [theme, zones, network.basemap],
  );
  const home = useMemo(
    () => (size && shapes.length > 0 ? planHome(shapes, { size, padding, phone, lens: !paper }) : null),
    [shapes, size, padding, phone, paper],
  );

  const point = (zone: string | null, at: Point) => {
    setPointer(zone ? { zone, at } : null);
    if (zone !== pointer?.zone) props.onHover?.(zone, at);
  };
  const hover = pointer?.zone ?? hovered;
  const pointed = useMemo(() => ({ hover, selected, focus }), [hover, selected, focus]);
  const [camera, setCamera] = useState<ReturnType<typeof lensNow>>(null);
  const scene = useMemo(
    () =>
      size &&
      mainScene({
        ...{ shapes, marks, atlas, pointed, outlines, paper },
        ...{ size, padding, taken, lens: camera, phone },
      }),
    [shapes, marks, atlas, pointed, outlines, paper, size, padding, taken, camera, phone],
  );
  const map = useMapView(box, {
    style,
    home,
    camera: props.camera ?? null,
    title: words.map,
    scene,
    onCamera: (to) => props.onCamera?.(to),
    onPoint: point,
    onPick: props.onPick,
  });
  useInSight({ shapes, selected, view: map.view, padding, goTo: map.goTo });
  const lens = lensNow(home, map.view, padding);
  if (lens !== camera) setCamera(lens);

  const openLens = (zone: string | null) => {
    setPointer(null);
    if (zone) props.onPick(zone);
    if (lens && home) {
      const scale = 2 ** lensCamera(lens, home.camera).zoom;
      map.goTo(cameraAt(lens.focus.center, scale, { padding }));
    }
  };
  const middle = (): Point => [
    ((size?.width ?? 0) + padding.left - padding.right) / 2,
    ((size?.height ?? 0) + padding.top - padding.bottom) / 2,
  ];
  const zoomBy = (steps: number) => map.zoomBy(steps, middle());
  return { ...map, zoomBy, shapes, style, scene, home, lens, pointer, point, setFocus, openLens };
}

/** Marks with the numbers of lines around them, by zone, and every figure they write. */
function useMarks({ marks: given, outlines = NONE }: ZoneMapProps, shapes: readonly ZoneShape[]) {
  const badged = useMemo(() => withBadges(given, outlines, shapes), [given, outlines, shapes]);
  const marks = useMemo(() => new Map(badged.map((mark) => [mark.zone, mark])), [badged]);
  const figures = useMemo(() => figureSprites(badged), [badged]);
  return { outlines, marks, figures };
}

/** The same four numbers are the same padding, however often the page makes them anew. */
function useStable({ left, right, top, bottom }: ZoneMapProps["padding"]) {
  return useMemo(() => ({ left, right, top, bottom }), [left, right, top, bottom]);
}
