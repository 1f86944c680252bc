import type { KeyboardEvent } from "react";
import type { Stretch } from "../../../domain/chosenHours.ts";
import { HOURS } from "../../../domain/week.ts";
import { useWords } from "../../useWords.ts";
import type { Grip } from "./moveRange.ts";
import { type Strip, xEnd, xOf } from "./stripGeometry.ts";

type Props = {
  strip: Strip;
  /** The stretch that handles move; null = the whole week or several stretches. */
  range: Stretch | null;
  /** Every chosen run, repeats too. */
  runs: readonly Stretch[];
  label: string;
  flag: boolean;
  onKey: (event: KeyboardEvent<HTMLElement>, grip: Exclude<Grip, "new">) => void;
  onBlur: () => void;
};

/** The frame over the chosen hours, its flag, and what a keyboard holds: the stretch and its two ends. */
export function StripSelection({ strip, range, runs, label, flag, onKey, onBlur }: Props) {
  const { t } = useWords();
  const whole = runs[0]?.to === HOURS && runs[0].from === 0;
  const pieces = whole ? [] : runs.flatMap((run) => piecesOf(run, strip));
  const [left, right] = range ? [xOf(strip, range.from), xEnd(strip, range.to)] : [0, strip.width];
  const middle = Math.min(strip.width - 34, Math.max(34, (left + right) / 2));
  const slider = { "aria-valuemin": 0, "aria-valuemax": HOURS, "aria-valuetext": label, onBlur };
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
      {flag && range && (
        <span className="strip-flag" style={{ left: middle }} aria-hidden="true">
          {label}
        </span>
      )}
      <div
        role="slider"
        tabIndex={0}
        className="strip-hold"
        aria-label={t("strip.choose")}
        aria-describedby="strip-help"
        aria-valuenow={range?.from ?? 0}
        style={{ left, width: right - left }}
        onKeyDown={(event) => onKey(event, "move")}
        {...slider}
      />
      {range &&
        (["start", "end"] as const).map((end) => (
          <div
            key={end}
            role="slider"
            tabIndex={0}
            className="strip-handle"
            aria-label={t(`strip.${end}`)}
            aria-valuenow={end === "start" ? range.from : range.to}
            style={{ left: end === "start" ? left : right }}
            onKeyDown={(event) => onKey(event, end)}
            {...slider}
          />
        ))}
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
