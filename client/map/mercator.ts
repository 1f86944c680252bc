export type Point = [number, number];
export type Camera = { center: Point; zoom: number };
export type Size = { width: number; height: number };
/** What the map shows: a camera and the size of the window in CSS pixels. North is always up. */
export type View = Size & { camera: Camera };
export type Padding = { left: number; right: number; top: number; bottom: number };

/** Pixels of the whole world at zoom 0, as MapLibre and deck.gl count them. */
const WORLD = 512;
const EARTH = 40_075_016.686;

/** Longitude and latitude in degrees → Web Mercator, 0 … 512, y downwards. */
export function worldOf([lon, lat]: readonly [number, number]): Point {
  const sin = Math.sin((lat * Math.PI) / 180);
  return [WORLD * (lon / 360 + 0.5), WORLD * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI))];
}

export function lonLatOf([x, y]: Point): Point {
  const n = Math.PI * (1 - (2 * y) / WORLD);
  return [(x / WORLD - 0.5) * 360, (Math.atan(Math.sinh(n)) * 180) / Math.PI];
}

/** World → pixels of this view. */
export function screenOf(view: View): (world: Point) => Point {
  const scale = 2 ** view.camera.zoom;
  const [cx, cy] = worldOf(view.camera.center);
  return ([x, y]) => [(x - cx) * scale + view.width / 2, (y - cy) * scale + view.height / 2];
}

/** Pixels of this view → world. */
export function worldAt(view: View): (pixel: Point) => Point {
  const scale = 2 ** view.camera.zoom;
  const [cx, cy] = worldOf(view.camera.center);
  return ([x, y]) => [cx + (x - view.width / 2) / scale, cy + (y - view.height / 2) / scale];
}

/** Metres under one CSS pixel at the centre of the view. */
export const metresPerPixel = ({ center, zoom }: Camera): number =>
  (EARTH * Math.cos((center[1] * Math.PI) / 180)) / (WORLD * 2 ** zoom);
