import { useCallback, useMemo } from "react";
import type { TooltipText } from "../../map/Tooltip.tsx";
import type { Emerging } from "../../useEmerging.ts";
import type { Screen } from "../../useScreen.ts";
import { emergeMarks, emergeOutlines } from "./emergeMarks.ts";
import { sayingOf } from "./sayingOf.ts";
import { statesOf } from "./statesOf.ts";
import { zonesSay } from "./zoneSays.ts";
import { zoneTip } from "./zoneTip.ts";

export type EmergeMap = ReturnType<typeof useEmergeMap>;

/** What map, legend and tooltip say of every zone; no marks while loading. */
export function useEmergeMap(screen: Screen, { answer, findings, chosen }: Emerging) {
  const { known, view, telling } = screen;
  const { needs, levels } = view;
  const { t, lang } = telling;
  const saying = useMemo(() => sayingOf({ known, telling: { t, lang } }), [known, t, lang]);
  const says = useMemo(() => {
    const zones = known.zones.features.map(({ properties }) => properties.id);
    return answer ? zonesSay(zones, { answer, findings, chosen, needs }) : [];
  }, [known, answer, findings, chosen, needs]);
  const marks = useMemo(() => emergeMarks(says, saying, levels), [says, saying, levels]);
  const outlines = useMemo(() => {
    const dimmed = new Set(marks.flatMap((mark) => (mark.dimmed ? [mark.zone] : [])));
    return emergeOutlines({ findings, chosen, dimmed }, t);
  }, [findings, chosen, marks, t]);
  const tooltip = useCallback(
    (zone: string): TooltipText | null => {
      const said = says.find((one) => one.zone === zone);
      const states = statesOf(answer, needs).filter((state) => state.zone === zone);
      return said ? { name: saying.zoneName(zone), sentence: zoneTip(saying, said, states) } : null;
    },
    [says, answer, needs, saying],
  );
  return { says, marks, outlines, tooltip };
}
