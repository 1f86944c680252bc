import { type CSSProperties, memo } from "react";
import { formats } from "../../format.ts";
import { useLang } from "../../useWords.ts";
import type { GridMark } from "./gridMarks.ts";

type Props = {
  /** What each place of the strip shows. */
  marks: readonly GridMark[];
  /** The cell Tab comes to. */
  held: number;
  onHold: (place: number) => void;
  onChoose: (place: number) => void;
};

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const HOURS_OF_DAY = Array.from({ length: 24 }, (_, hour) => hour);

/** The cells alone: they do not change while the strip is scrubbed. */
export const GridCells = memo(
  function GridCells({ marks, held, onHold, onChoose }: Props) {
    const lang = useLang();
    const { weekday, weekdayShort } = formats(lang);
    return DAYS.map((day) => (
      // biome-ignore lint/a11y/useFocusableInteractive: focus moves between cells
      // biome-ignore lint/a11y/useSemanticElements: see the grid
      <div key={day} role="row">
        {/* biome-ignore lint/a11y/useFocusableInteractive: a name is not a cell to stop at */}
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
        <span role="rowheader" aria-label={weekday(day)}>
          {weekdayShort(day)}
        </span>
        {HOURS_OF_DAY.map((hour) => {
          const place = day * 24 + hour;
          return (
            // biome-ignore lint/a11y/useSemanticElements: see the grid
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter and Space are heard by the grid
            <div
              key={place}
              role="gridcell"
              className="grid-cell"
              data-place={place}
              data-state={marks[place]?.state}
              data-supposed={marks[place]?.supposed}
              data-level={marks[place]?.level}
              style={{ "--share": marks[place]?.share } as CSSProperties}
              tabIndex={place === held ? 0 : -1}
              aria-label={marks[place]?.label}
              title={marks[place]?.label}
              onFocus={() => onHold(place)}
              onClick={() => onChoose(place)}
            />
          );
        })}
      </div>
    ));
  },
  (a, b) => a.marks === b.marks && a.held === b.held,
);
