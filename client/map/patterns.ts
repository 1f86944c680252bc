export type Pattern = { width: number; height: number; data: Uint8ClampedArray; pixelRatio: number };

type PatternOptions = {
  /** The colour of the lines or dots. */
  ink: string;
  ground: string;
  devicePixels: number;
  /** MapLibre enlarges a pattern between whole zooms; this much (0 … 1) it is shrunk, so that it stays the same on screen. */
  zoomFraction: number;
};

/** Distance between lines and their width, CSS pixels. */
const HATCH = { step: 7, width: 1.1 };

/** Lines at 45°, 7 px apart on screen: not known. */
export function hatchPattern(options: PatternOptions): Pattern {
  const { step, width } = HATCH;
  // The side of the square that tiles without a seam.
  const side = step * Math.SQRT2;
  return pattern(options, side, (x, y) => {
    const across = ((x + y) % side) / Math.SQRT2;
    return width / 2 - Math.min(across, step - across);
  });
}

/** A square of dots, two in each: their middles and radius, CSS pixels. */
const DOTS = {
  side: 8,
  radius: 1.3,
  at: [
    [2, 2],
    [6, 6],
  ],
};

/** Two dots on every 8 px square of the screen: too little to tell. */
export function dotsPattern(options: PatternOptions): Pattern {
  const { side, radius, at } = DOTS;
  return pattern(options, side, (x, y) =>
    Math.max(...at.map(([cx = 0, cy = 0]) => radius - Math.hypot(x - cx, y - cy))),
  );
}

/** A square tile as pixels for `addImage`; `depth` says how far inside a line or dot a point lies, CSS pixels. */
function pattern(
  { ink, ground, devicePixels, zoomFraction }: PatternOptions,
  size: number,
  depth: (x: number, y: number) => number,
): Pattern {
  const side = Math.round(size * Math.max(2, devicePixels));
  const scale = side / size;
  const [over, under] = [rgb(ink), rgb(ground)];
  const data = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < side * side; i++) {
    const inside = depth((i % side) / scale, Math.floor(i / side) / scale);
    const cover = Math.min(1, Math.max(0, inside * scale + 0.5));
    over.forEach((channel, c) => {
      data[i * 4 + c] = Math.round(channel * cover + (under[c] ?? 0) * (1 - cover));
    });
    data[i * 4 + 3] = 255;
  }
  return { width: side, height: side, data, pixelRatio: scale * 2 ** zoomFraction };
}

const rgb = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];
