/** Centre by centre, the zones in rings outwards: a ring holds all zones at one distance, the first the centre itself. */
export type Circles = readonly (readonly (readonly number[])[])[];

/** Distances closer than this, as a share of the larger, are one distance. */
const SAME = 1e-9;

/**
 * Every zone as a centre, and around it all zones in rings of growing distance; zones at the same distance are never told
 * apart, so that no order of the input can choose between them. `places`: points of as many dimensions as one likes, in any
 * unit (for distances on the globe, points of the unit sphere: chords grow as arcs do).
 * @throws RangeError when a coordinate is not a number
 */
export function circlesOf(places: readonly (readonly number[])[]): number[][][] {
  const strange = places.flat().find((value) => !Number.isFinite(value));
  if (strange !== undefined) throw new RangeError(`places: ${strange} (expected coordinates)`);
  return places.map((centre) => rings(places.map((place) => distance(centre, place))));
}

function rings(distances: readonly number[]): number[][] {
  const outwards = distances
    .map((far, zone) => ({ far, zone }))
    .sort((a, b) => a.far - b.far || a.zone - b.zone);
  const found: number[][] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const { far, zone } of outwards) {
    if (far - from <= far * SAME) found.at(-1)?.push(zone);
    else {
      found.push([zone]);
      from = far;
    }
  }
  return found.map((ring) => ring.sort((a, b) => a - b));
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, value, axis) => sum + (value - (b[axis] ?? Number.NaN)) ** 2, 0));
