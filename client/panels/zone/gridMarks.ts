import type { Coverage } from "../../../domain/coverage.ts";
import { mostly, type PresenceCount, serviceWeek } from "../../../domain/presenceWeeks.ts";
import { type Supposition, supposedWeek } from "../../../domain/whatif/supposed.ts";
import { levelOf } from "../../../domain/zoneMarks.ts";
import type { Words } from "../../words.ts";

/** How a cell of the week is drawn and what it says. `share` of the turns kept, `level` 1 … 4 of the weeks seen. */
export type GridMark = { state: string; label: string; share?: number; level?: number; supposed?: boolean };

type Place = { zone: string; services: readonly string[] | null; hours: readonly string[] };

/** How many services are usually in a zone, hour by hour; `hours` names each place of the strip. */
export function zoneGrid(t: Words, supposition: Supposition, { zone, services, hours }: Place): GridMark[] {
  const { week, supposed } = supposedWeek(supposition, zone, services);
  return [...week].map((count, place) => {
    const hour = hours[place] ?? "";
    const state = count < 0 ? "unknown" : String(levelOf(count));
    const said = count < 0 ? t("grid.cellUnknown", { hour }) : t("grid.cell", { hour, count });
    return supposed[place]
      ? { state, supposed: true, label: t("whatIf.cell", { said }) }
      : { state, label: said };
  });
}

/** What became of the plan of one service in a zone, hour by hour. */
export const serviceGrid = (
  t: Words,
  coverage: Coverage,
  { zone, service, hours }: { zone: string; service: string; hours: readonly string[] },
): GridMark[] =>
  serviceWeek(coverage, { zone, service }).map((count, place) => {
    const { confirmed, declaredOnly, unplanned, absent } = count;
    const [due, of] = [confirmed + declaredOnly, confirmed + declaredOnly + unplanned + absent];
    const seen = confirmed + unplanned;
    return {
      state: mostly(count),
      label: labelOf(t, hours[place] ?? "", { ...count, of }),
      share: due > 0 ? confirmed / due : 0,
      level: seen === 0 ? 0 : Math.max(1, Math.ceil((4 * seen) / of)),
    };
  });

function labelOf(t: Words, hour: string, { of, ...count }: PresenceCount & { of: number }): string {
  const { confirmed, declaredOnly, unplanned } = count;
  const due = confirmed + declaredOnly;
  if (due === 0 && unplanned === 0) return t("grid.absent", { hour });
  if (due === 0) return t("grid.unplanned", { hour, count: unplanned, of });
  const said =
    confirmed > 0
      ? t("grid.kept", { hour, kept: confirmed, count: due, of })
      : t("grid.never", { hour, count: due, of });
  return unplanned > 0 ? t("grid.besides", { said, count: unplanned }) : said;
}
