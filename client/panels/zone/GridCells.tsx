import { memo } from "react";
import { formats } from "../../format.ts";
import { useLang } from "../../useWords.ts";

type Props = {
  /** Class of each place of the strip, null = not known. */
  levels: readonly (number | null)[];
  /** 1 = only so in the hypothesis. */
  supposed: Uint8Array;
  labels: readonly string[];
  /** The cell Tab comes to. */
  held: number;
  onHold: (place: number) => void;
  onChoose: (place: number) => void;
};

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const HOURS_OF_DAY = Array.from({ length: 24 }, (_, hour) => hour);

/** The cells alone: they do not change while the strip is scrubbed. */
export const GridCells = memo(
  function GridCells({ levels, supposed, labels, held, onHold, onChoose }: Props) {
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
              data-level={levels[place] ?? "unknown"}
              data-supposed={supposed[place] === 1}
              tabIndex={place === held ? 0 : -1}
              aria-label={labels[place]}
              title={labels[place]}
              onFocus={() => onHold(place)}
              onClick={() => onChoose(place)}
            />
          );
        })}
      </div>
    ));
  },
  (a, b) => a.labels === b.labels && a.held === b.held,
);
