import { useEffect, useRef } from "react";
import { cameraAt } from "./fitCamera.ts";
import { type Camera, type Padding, screenOf, type View } from "./mercator.ts";
import type { ZoneShape } from "./zoneShapes.ts";

type Sight = {
  shapes: readonly ZoneShape[];
  selected: string | null;
  view: View | null;
  padding: Padding;
  goTo: (camera: Camera) => void;
};

const MARGIN = 24;

/** A zone chosen elsewhere (list, table, address) is brought into sight, at the same scale, if its name is not there. */
export function useInSight(sight: Sight): void {
  const latest = useRef(sight);
  latest.current = sight;
  const ready = sight.view !== null;
  const { selected } = sight;
  useEffect(() => {
    const { shapes, view, padding, goTo } = latest.current;
    const shape = shapes.find(({ id }) => id === selected);
    if (!ready || !shape || !view || isSeen(shape, view, padding)) return;
    goTo(cameraAt(shape.anchor, 2 ** view.camera.zoom, { padding }));
  }, [ready, selected]);
}

/** True if the zone's name stands in the part of the window no panel covers. */
export function isSeen({ anchor }: ZoneShape, view: View, { left, right, top, bottom }: Padding): boolean {
  const [x, y] = screenOf(view)(anchor);
  return (
    x > left + MARGIN &&
    x < view.width - right - MARGIN &&
    y > top + MARGIN &&
    y < view.height - bottom - MARGIN
  );
}
