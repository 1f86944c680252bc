import { boundsOfShapes, fitBounds, fitCircle } from "./fitCamera.ts";
import { focusOf, type Lens, planLens, smallZones } from "./lens.ts";
import type { Camera, Padding, Size } from "./mercator.ts";
import type { ZoneShape } from "./zoneShapes.ts";

/** Where the map begins and where "recentre" leads: all zones, and a lens if some are too small to read. */
export type Home = { camera: Camera; lens: Lens | null };
export type HomeOptions = { size: Size; padding: Padding; lens: boolean };

const PHONE = 768;
export const isPhone = ({ width }: Size): boolean => width < PHONE;

export function planHome(shapes: readonly ZoneShape[], { size, padding, lens }: HomeOptions): Home {
  const bounds = boundsOfShapes(shapes);
  const fit = { size, padding, margin: isPhone(size) ? 8 : 14 };
  const middle: Home = { camera: fitBounds(bounds, fit), lens: null };
  if (isPhone(size)) return { camera: nearCamera(shapes, { size, padding }) ?? middle.camera, lens: null };
  if (!lens || smallZones(shapes, middle.camera.zoom).length === 0) return middle;
  const camera = fitBounds(bounds, { ...fit, align: "left" });
  const plan = planLens(shapes, { ...size, camera }, padding);
  return plan ? { camera, lens: plan } : middle;
}

/** A phone has no room for a lens: it begins where the lens would look. Null when every zone can be read. */
function nearCamera(
  shapes: readonly ZoneShape[],
  { size, padding }: Omit<HomeOptions, "lens">,
): Camera | null {
  const fit = { size, padding, margin: 0 };
  const whole = fitBounds(boundsOfShapes(shapes), fit);
  const reach = Math.min(size.width, size.height) / 5 / 2 ** whole.zoom;
  const focus = focusOf(smallZones(shapes, whole.zoom), reach);
  return focus && fitCircle(focus, fit, 0.6);
}
