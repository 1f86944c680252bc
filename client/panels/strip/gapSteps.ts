/** A step of the line under the strip: from how many to how many zones (or needs) surely lack. */
export type GapStep = { from: number; to: number };

const STEPS = 3;

/** At most three even steps up to the hour that lacks most; none when nothing surely lacks. */
export function gapSteps(counts: Uint8Array): GapStep[] {
  const top = Math.max(0, ...counts);
  const size = Math.ceil(top / STEPS);
  return Array.from({ length: size === 0 ? 0 : Math.ceil(top / size) }, (_, i) => ({
    from: i * size + 1,
    to: Math.min(top, (i + 1) * size),
  }));
}

/** How tall the line stands under an hour: 2, 4 or 6 px, 0 for none. */
export const stepHeight = (steps: readonly GapStep[], count: number): number =>
  2 * steps.filter(({ from }) => count >= from).length;
