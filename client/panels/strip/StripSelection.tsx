import type { KeyboardEvent } from "react";
import type { Stretch } from "../../../domain/chosenHours.ts";
import { HOURS } from "../../../domain/week.ts";
import { useWords } from "../../useWords.ts";
import { type Strip, xEnd, xOf } from "./stripGeometry.ts";

type Props = {
  strip: Strip;
  /** The stretch that handles move; null = the whole week or several stretches. */
  range: Stretch | null;
  /** Every chosen run, repeats too. */
  runs: readonly Stretch[];
  label: string;
  /** Left edge of the flag; null = no flag. */
  flag: number | null;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onBlur: () => void;
};

/** What a keyboard holds is never smaller than this. */
const TARGET = 24;

/** The frame over the chosen hours, its flag and handles, and the slider a keyboard moves. */
export function StripSelection({ strip, range, runs, label, flag, ...hear }: Props) {
  const { t } = useWords();
  const whole = runs[0]?.to === HOURS && runs[0].from === 0;
  const pieces = whole ? [] : runs.flatMap((run) => piecesOf(run, strip));
  const [left, right] = range ? [xOf(strip, range.from), xEnd(strip, range.to)] : [0, strip.width];
  const middle = (left + right) / 2;
  const half = Math.max(TARGET, right - left) / 2;
  return (
    <>
      {pieces.map(({ from, to }) => (
        <span
          key={from}
          className="strip-frame"
          data-many={pieces.length > 1}
          style={{ left: from, width: to - from }}
        />
      ))}
      {flag !== null && (
        <span className="strip-flag" style={{ left: flag }} aria-hidden="true">
          {label}
        </span>
      )}
      {range && <span className="strip-handle" style={{ left }} />}
      {range && <span className="strip-handle" style={{ left: right }} />}
      <div
        role="slider"
        tabIndex={0}
        className="strip-hold"
        aria-label={t("strip.choose")}
        aria-describedby="strip-help"
        aria-valuemin={0}
        aria-valuemax={HOURS - 1}
        aria-valuenow={range?.from ?? 0}
        aria-valuetext={label}
        style={{ left: middle - half, width: half * 2 }}
        {...hear}
      />
    </>
  );
}

/** A run in pixels, cut where days end and only where they are drawn. */
function piecesOf({ from, to }: Stretch, strip: Strip): Stretch[] {
  return strip.days.flatMap((day) => {
    const [start, end] = [Math.max(from, day * 24), Math.min(to, day * 24 + 24)];
    return start < end ? [{ from: xOf(strip, start), to: xEnd(strip, end) }] : [];
  });
}
