import { useWords } from "../../useWords.ts";
import { gapSteps, stepHeight } from "./gapSteps.ts";

/** What the steps of the line under the strip mean. */
export function GapKey({ gaps, zone }: { gaps: Uint8Array; zone: boolean }) {
  const { t } = useWords();
  const steps = gapSteps(gaps);
  if (steps.length === 0) return t(zone ? "strip.noGapsOf" : "strip.noGaps");
  return (
    <>
      {t(zone ? "strip.gapsOf" : "strip.gaps")}
      {steps.map(({ from, to }) => (
        <span key={from} className="strip-gap-key">
          <i style={{ height: stepHeight(steps, from) }} aria-hidden />
          {from === to ? from : `${from}–${to}`}
        </span>
      ))}
    </>
  );
}
