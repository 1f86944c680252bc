import type { GapSource } from "../domain/gaps/placeRates.ts";
import type { Figures } from "./useFigures.ts";
import type { Known } from "./useKnown.ts";

/** What gaps, overlaps and hypotheses are worked out from; `null` while loading. */
export function gapSource(
  known: Known,
  { coverage, need }: Pick<Figures, "coverage" | "need">,
): GapSource | null {
  if (!coverage || !need) return null;
  const { chain, hours, rules } = need;
  return {
    ...{ coverage, chain, hours, rules },
    services: known.services,
    gapThreshold: known.network.gap_threshold,
  };
}
