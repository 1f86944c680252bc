/** Two digits after the point, as figures leave the server. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Both ends of an interval. */
export const roundedEnds = ([from, to]: readonly [number, number]): [number, number] => [
  rounded(from),
  rounded(to),
];
