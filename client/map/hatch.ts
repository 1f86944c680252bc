/** Distance between lines and their width, CSS pixels. */
const STEP = 7;
const WIDTH = 1.1;
/** Side of the square that tiles seamlessly: lines at 45°, `STEP` apart. */
const TILE = STEP * Math.SQRT2;

export type Pattern = { width: number; height: number; data: Uint8ClampedArray; pixelRatio: number };

/**
 * Lines at 45° on a ground, as pixels for `addImage`. MapLibre enlarges a pattern between whole zooms;
 * `zoomFraction` (0 … 1) shrinks it by as much, so that on screen the lines stay 7 px apart.
 */
export function hatchPattern(options: {
  line: string;
  ground: string;
  devicePixels: number;
  zoomFraction: number;
}): Pattern {
  const side = Math.round(TILE * Math.max(2, options.devicePixels));
  const scale = side / TILE;
  const line = rgb(options.line);
  const ground = rgb(options.ground);
  const data = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < side * side; i++) {
    const across = (((i % side) + Math.floor(i / side)) % side) / Math.SQRT2 / scale;
    const distance = Math.min(across, STEP - across);
    const cover = Math.min(1, Math.max(0, (WIDTH / 2 - distance) * scale + 0.5));
    line.forEach((channel, c) => {
      data[i * 4 + c] = Math.round(channel * cover + (ground[c] ?? 0) * (1 - cover));
    });
    data[i * 4 + 3] = 255;
  }
  return { width: side, height: side, data, pixelRatio: scale * 2 ** options.zoomFraction };
}

const rgb = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];
