import { boundsOfShapes, fitBounds, fitCircle } from "./fitCamera.ts";
import { focusOf, type Lens, planLens, smallZones } from "./lens.ts";
import type { Camera, Padding, Size } from "./mercator.ts";
import type { ZoneShape } from "./zoneShapes.ts";

/** Where the map begins and where "recentre" leads: all zones, and a lens if some are too small to read. */
export type Home = { camera: Camera; lens: Lens | null };
/** `phone`: the page is laid out for a hand; there is no room for a lens. Not `lens`: none is wanted. */
export type HomeOptions = { size: Size; padding: Padding; phone: boolean; lens?: boolean };

/** Radius in pixels at which a small zone holds its chips on a phone; and how many zooms nearer than all zones that may be. */
const READABLE = 44;
const MOST_NEARER = 2;

export function planHome(
  shapes: readonly ZoneShape[],
  { size, padding, phone, lens = true }: HomeOptions,
): Home {
  const bounds = boundsOfShapes(shapes);
  const fit = { size, padding, margin: phone ? 8 : 14 };
  const middle: Home = { camera: fitBounds(bounds, fit), lens: null };
  if (phone) return { camera: nearCamera(shapes, { size, padding }) ?? middle.camera, lens: null };
  if (!lens || smallZones(shapes, middle.camera.zoom).length === 0) return middle;
  const camera = fitBounds(bounds, { ...fit, align: "left" });
  const plan = planLens(shapes, { ...size, camera }, padding);
  return plan ? { camera, lens: plan } : middle;
}

/** A phone has no room for a lens: it begins so near that the smallest zones can be read. Null when all can. */
function nearCamera(
  shapes: readonly ZoneShape[],
  { size, padding }: Pick<HomeOptions, "size" | "padding">,
): Camera | null {
  const fit = { size, padding, margin: 0 };
  const whole = fitBounds(boundsOfShapes(shapes), fit);
  const [smallest] = smallZones(shapes, whole.zoom);
  if (!smallest) return null;
  const scale = 2 ** Math.min(whole.zoom + MOST_NEARER, Math.log2(READABLE / smallest.inscribed.radius));
  const side = Math.min(size.width, size.height - padding.top - padding.bottom);
  const focus = focusOf(smallZones(shapes, whole.zoom), side / 4 / scale);
  return focus && fitCircle({ ...focus, radius: side / 2 / scale }, fit, 1);
}
