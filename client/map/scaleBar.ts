/** The longest of 1, 2, 5, 10, 20 … metres that is at most `widest` pixels long at this resolution. */
export function scaleBar(metresPerPixel: number, widest: number): { metres: number; width: number } {
  if (!(metresPerPixel > 0))
    throw new RangeError(`Metres per pixel must be positive, not ${metresPerPixel}.`);
  const limit = metresPerPixel * widest;
  const power = 10 ** Math.floor(Math.log10(limit));
  const metres = ([5, 2, 1].find((step) => step * power <= limit) ?? 1) * power;
  return { metres, width: metres / metresPerPixel };
}
