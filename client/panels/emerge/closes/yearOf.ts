const YEAR = 52;

/** The closes that fit in the row: whole years back from the newest, the one with the close shown. */
export function yearOf(count: number, at: number): { from: number; to: number } {
  const to = count - 1 - Math.floor((count - 1 - at) / YEAR) * YEAR;
  return { from: Math.max(0, to - YEAR + 1), to };
}
