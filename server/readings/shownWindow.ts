import { cellId } from "../../domain/cellId.ts";
import type { Tools, WindowCell } from "../../domain/emerging/needSeries.ts";
import { perturbed, type Rule, ruleOf } from "../gate/perturbed.ts";
import type { EpochData } from "./epochData.ts";
import { ableTo, type Ground } from "./ground.ts";
import { mayBeOnePerson } from "./mayBeOnePerson.ts";

/**
 * What the gate shows of the last weeks of a need: the sum of its cells perturbed and withheld like any published cell,
 * under an id of its own, and withheld also where it may be one person seen again and again. Records of services able to
 * record the need, as in its series. Of one service alone that last rule is left out: its number is told nowhere, and a
 * service never is two.
 */
export function shownWindow(ground: Ground): (data: EpochData) => Tools["shown"] {
  const rules = { ordinary: ruleOf(ground.disclosure), sensitive: ruleOf(ground.disclosure.sensitive) };
  return (data) => shownAt(data, ground, rules);
}

function shownAt(
  data: EpochData,
  ground: Ground,
  { ordinary, sensitive }: Record<"ordinary" | "sensitive", Rule>,
): Tools["shown"] {
  const { epoch, weeks, counts } = data;
  const byNeed = new Map(ground.needs.map(({ id }, i) => [id, rowsOf(ground, data, i)]));
  return (cell) => {
    const zones = someZones(cell, ground);
    const first = weeks.length - cell.weeks;
    const by = serviceOf(ground, cell);
    const inWindow = (i: number) =>
      at(counts.week, i) >= first &&
      (!zones || zones.has(at(counts.zone, i))) &&
      (by === null || at(counts.service, i) === by.at);
    const rows = (byNeed.get(cell.need) ?? []).filter(inWindow);
    const rule = mayBeAsked(ground, cell, weeks.length).sensitive ? sensitive : ordinary;
    if (by === null && mayBeOnePerson(counts, rows)) return null;
    const n = rows.reduce((sum, i) => sum + at(counts.n, i), 0);
    const ks = rows.reduce((sum, i) => BigInt.asUintN(64, sum + (counts.keys[i] ?? 0n)), 0n);
    const id = windowId(epoch, { ...cell, zones: zones && [...zones] }, ground);
    return perturbed(ground.secret, { id, n, ks }, rule);
  };
}

/** The service a window is of alone: its place among all, and its id; `null`: all of them. */
function serviceOf(ground: Ground, { need, service }: WindowCell): { at: number; id: string } | null {
  if (service === undefined) return null;
  const place = ableTo(ground, need)[service];
  const found = place === undefined ? undefined : ground.services[place];
  if (place === undefined || !found) throw new RangeError(`service ${service} of "${need}"`);
  return { at: place, id: found.id };
}

/** `null`: all of them, which is what an empty list says of a finding. */
const someZones = ({ zones }: WindowCell, ground: Ground): Set<number> | null =>
  zones && zones.length > 0 && zones.length < ground.zones.length ? new Set(zones) : null;

const at = (column: Float64Array, i: number): number => column[i] ?? -1;

function rowsOf(ground: Ground, { weeks, counts }: EpochData, need: number): number[] {
  const able = ableTo(ground, ground.needs[need]?.id ?? "");
  const counted = (i: number) => able.length === 0 || able.includes(at(counts.service, i));
  const closed = (i: number) => weeks[at(counts.week, i)]?.closed === true;
  return [...counts.need.keys()].filter((i) => counts.need[i] === need && closed(i) && counted(i));
}

function mayBeAsked(
  { needs }: Ground,
  { need, zones, weeks }: WindowCell,
  most: number,
): Ground["needs"][number] {
  const asked = needs.find(({ id }) => id === need);
  if (!asked || !(weeks >= 1 && weeks <= most)) throw new RangeError(`window of ${weeks} weeks of "${need}"`);
  if (asked.sensitive && zones && zones.length > 0)
    throw new RangeError(`"${need}" by zone (sensitive: the whole city only)`);
  return asked;
}

/**
 * `v1|finestra=2026-W47~3|zona=Z03+Z05|fascia=*|servizio=*|bisogno=cibo`, zones in the network's order, all of them `*`. One
 * week is the week itself: the same id as its published cell, hence the same number, or the two could be averaged.
 */
function windowId(epoch: string, cell: WindowCell, ground: Ground): string {
  const { need, zones, weeks } = cell;
  const { lattice } = ground;
  const by = serviceOf(ground, cell)?.id ?? null;
  const place = ground.zones.filter((_, i) => zones?.includes(i)).map(({ id }) => id);
  const [zone, another] = place;
  if (weeks === 1 && another === undefined && by === null) {
    const sensitive = lattice.sensitiveNeeds.includes(need);
    return cellId(epoch, zone === undefined ? { need } : { need, zone }, { lattice, sensitive });
  }
  const window = weeks === 1 ? `periodo=${epoch}` : `finestra=${epoch}~${weeks}`;
  return `v1|${window}|zona=${zones ? place.join("+") : "*"}|fascia=*|servizio=${by ?? "*"}|bisogno=${need}`;
}
