import type { Tools, WindowCell } from "../../domain/emerging/needSeries.ts";
import { perturbed, ruleOf } from "../gate/perturbed.ts";
import type { EpochData } from "./epochData.ts";
import { ableTo, type Ground } from "./ground.ts";
import { mayBeOnePerson } from "./mayBeOnePerson.ts";

/**
 * What the gate shows of the last weeks of a need: the sum of its cells perturbed and withheld like any published cell,
 * under an id of its own, and withheld also where it may be one person seen again and again. Records of services able to
 * record the need, as in its series.
 */
export function shownWindow(ground: Ground, { epoch, weeks, counts }: EpochData): Tools["shown"] {
  const ordinary = ruleOf(ground.disclosure);
  const sensitive = ruleOf(ground.disclosure.sensitive);
  const byNeed = ground.needs.map(({ id }, need) => {
    const able = ableTo(ground, id);
    const counted = (i: number) => able.length === 0 || able.includes(counts.service[i] ?? -1);
    return [...counts.need.keys()].filter((i) => counts.need[i] === need && counted(i));
  });
  return (cell) => {
    const need = ground.needs.findIndex(({ id }) => id === cell.need);
    const asked = ground.needs[need];
    if (!asked || !(cell.weeks >= 1 && cell.weeks <= weeks.length))
      throw new RangeError(`window of ${cell.weeks} weeks of "${cell.need}"`);
    if (asked.sensitive && cell.zones) throw new RangeError(`"${cell.need}" by zone (sensitive: the city only)`);
    const zones = cell.zones && cell.zones.length < ground.zones.length ? new Set(cell.zones) : null;
    const inWindow = (i: number) =>
      (counts.week[i] ?? -1) >= weeks.length - cell.weeks && (!zones || zones.has(counts.zone[i] ?? -1));
    const rows = (byNeed[need] ?? []).filter(inWindow);
    if (mayBeOnePerson(counts, rows)) return null;
    const n = rows.reduce((sum, i) => sum + (counts.n[i] ?? 0), 0);
    const ks = rows.reduce((sum, i) => BigInt.asUintN(64, sum + (counts.keys[i] ?? 0n)), 0n);
    const id = windowId(epoch, { ...cell, zones: zones && [...zones] }, ground);
    return perturbed(ground.secret, { id, n, ks }, asked.sensitive ? sensitive : ordinary);
  };
}

/**
 * `v1|finestra=2026-W47~3|zona=Z03+Z05|fascia=*|servizio=*|bisogno=cibo`, zones in the network's order, all of them `*`. One
 * week is the week itself: the same id as its published cell, hence the same number, or the two could be averaged.
 */
function windowId(epoch: string, { need, zones, weeks }: WindowCell, ground: Ground): string {
  const window = weeks === 1 ? `periodo=${epoch}` : `finestra=${epoch}~${weeks}`;
  const place = ground.zones.filter((_, i) => zones?.includes(i)).map(({ id }) => id);
  return `v1|${window}|zona=${zones ? place.join("+") : "*"}|fascia=*|servizio=*|bisogno=${need}`;
}
