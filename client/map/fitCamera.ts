import { type Camera, lonLatOf, type Padding, type Point, type Size } from "./mercator.ts";
import { boundsOf, type Circle, type ZoneShape } from "./zoneShapes.ts";

export type Fit = {
  size: Size;
  padding: Padding;
  margin: number;
  /** Where to leave what width is over: on both sides, or all on the right (for the lens). */
  align?: "center" | "left";
};

/** The camera that shows these world bounds in the part of the window no panel covers. */
export function fitBounds(bounds: readonly [number, number, number, number], fit: Fit, maxZoom = 16): Camera {
  const [left, top, right, bottom] = bounds;
  const room = roomOf(fit);
  const scale = Math.min(room.width / (right - left), room.height / (bottom - top), 2 ** maxZoom);
  const over = fit.align === "left" ? room.width - (right - left) * scale : 0;
  return cameraAt([(left + right + over / scale) / 2, (top + bottom) / 2], scale, fit);
}

/** The camera in which this world circle takes `share` of the smaller side of the free window. */
export function fitCircle(circle: Circle, fit: Fit, share: number): Camera {
  const room = roomOf(fit);
  const scale = (share * Math.min(room.width, room.height)) / (2 * circle.radius);
  return cameraAt(circle.center, scale, fit);
}

/** World bounds of all zones. */
export const boundsOfShapes = (shapes: readonly ZoneShape[]) =>
  boundsOf(shapes.flatMap((shape) => shape.polygons.flatMap((rings) => rings[0] ?? [])));

function roomOf({ size, padding, margin }: Fit): Size {
  return {
    width: Math.max(40, size.width - padding.left - padding.right - 2 * margin),
    height: Math.max(40, size.height - padding.top - padding.bottom - 2 * margin),
  };
}

/** The camera at this scale (pixels per world unit) with a world point in the middle of the free window. */
export function cameraAt([x, y]: Point, scale: number, { padding }: Pick<Fit, "padding">): Camera {
  const dx = (padding.left - padding.right) / 2 / scale;
  const dy = (padding.top - padding.bottom) / 2 / scale;
  return { center: lonLatOf([x - dx, y - dy]), zoom: Math.log2(scale) };
}
