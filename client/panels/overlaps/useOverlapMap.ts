import { useCallback, useMemo } from "react";
import type { Overlaps } from "../../useOverlaps.ts";
import type { Screen } from "../../useScreen.ts";
import { overlapMarks } from "./overlapMarks.ts";
import { overlapTip } from "./overlapWords.ts";

/** What the map draws of overlaps, and what it says of a zone. */
export function useOverlapMap(screen: Screen, { shown, open }: Overlaps) {
  const marks = useMemo(() => overlapMarks(screen.states, { shown, open }), [screen.states, shown, open]);
  const tip = useCallback(
    (id: string) =>
      overlapTip(
        screen,
        shown.filter(({ zone }) => zone === id),
      ),
    [screen, shown],
  );
  return { marks, tip };
}
