import type { Network } from "../../domain/network.ts";
import { type ChosenContrast, chooseContrast } from "./chooseContrast.ts";
import { type ChosenDoubling, chooseDoubling } from "./chooseDoubling.ts";
import type { Span, Turn } from "./roster.ts";
import { competentFor, greatest, type Planned, survey } from "./survey.ts";

export type ChosenGap = { zone: string; slot: string; need: string; nobody: boolean; services: string[] };
export type ChosenTruths = {
  gaps: ChosenGap[];
  emerging: { zone: string; need: string } | null;
  doubled: ChosenDoubling | null;
  contrast: ChosenContrast | null;
};

/** Where the truths are planted: derived from competence and schedules alone, so any network has its own. */
export function chooseTruths(network: Network, span: Span, turns: readonly Turn[]): ChosenTruths {
  const planned = survey(network, span, turns);
  const gaps = chooseGaps(network, planned);
  const emerging = chooseEmerging(network, planned, gaps);
  const taken = [...gaps.map(({ zone }) => zone), ...(emerging ? [emerging.zone] : [])];
  return {
    gaps,
    emerging,
    doubled: chooseDoubling(network, { span, turns, planned, taken }),
    contrast: chooseContrast(network, span, turns),
  };
}

/** Two zones and slots where nobody is scheduled (or, failing that, nobody competent), the best known zones first. */
function chooseGaps(network: Network, planned: readonly Planned[]): ChosenGap[] {
  const candidates = network.zones.flatMap((zone) =>
    network.slots.flatMap((slot) =>
      network.needs.map((need) => gapAt(network, planned, [zone.id, slot.id, need.id])),
    ),
  );
  const chosen: ChosenGap[] = [];
  for (let i = 0; i < 2; i++) {
    const free = candidates.filter(
      (gap) => gap && gap.score > 0 && chosen.every(({ zone }) => zone !== gap.zone),
    );
    const best = greatest(
      free.flatMap((gap) => gap ?? []),
      (gap) => gap.score * freshness(gap, chosen),
    );
    if (!best) break;
    const { score: _, ...gap } = best;
    chosen.push(gap);
  }
  return chosen;
}

/** Another slot and another need than the gap already chosen make a better second one. */
function freshness(gap: ChosenGap, chosen: readonly ChosenGap[]): number {
  return chosen.reduce(
    (factor, other) => factor * (other.slot === gap.slot ? 0.3 : 1) * (other.need === gap.need ? 0.3 : 1),
    1,
  );
}

function gapAt(network: Network, planned: readonly Planned[], [zone, slot, need]: [string, string, string]) {
  const competent = competentFor(network, need);
  const there = planned.filter((row) => row.zone === zone && row.slot === slot);
  if (there.some(({ service }) => competent.has(service))) return null;
  const awake = planned.filter((row) => row.slot === slot && competent.has(row.service));
  const zonesOf = (service: string) => awake.filter((row) => row.service === service).length;
  const services = [...competent].sort((a, b) => zonesOf(b) - zonesOf(a)).slice(0, 3);
  const known = planned.filter((row) => row.zone === zone);
  const score = services.length * Math.sqrt(hoursOfAll(known)) * Math.log1p(1 + hoursOfAll(awake));
  const nobody = there.length === 0;
  const weight =
    (nobody ? 1 : 0.01) * (isSensitive(network, need) ? 0.01 : 1) * (isDark(network, slot) ? 3 : 1);
  return { zone, slot, need, nobody, services, score: score * weight };
}

/** Most of the slot lies between 18 and 06: the hours in which a gap matters most and is seen least. */
function isDark(network: Network, id: string): boolean {
  const slot = network.slots.find((candidate) => candidate.id === id);
  if (!slot) return false;
  const middle = (slot.from + (((slot.to - slot.from + 23) % 24) + 1) / 2) % 24;
  return middle >= 18 || middle < 6;
}

const isSensitive = (network: Network, need: string): boolean =>
  network.needs.some(({ id, sensitive }) => id === need && sensitive);

const hoursOfAll = (rows: readonly Planned[]): number => rows.reduce((sum, { hours }) => sum + hours, 0);

/** A zone and need that several competent services look at often, outside the busiest zone if another will do. */
function chooseEmerging(network: Network, planned: readonly Planned[], gaps: readonly ChosenGap[]) {
  const busiest = greatest(network.zones, ({ id }) => hoursOfAll(planned.filter(({ zone }) => zone === id)));
  const places = network.zones
    .filter(({ id }) => gaps.every(({ zone }) => zone !== id))
    .flatMap((zone) => network.needs.map((need) => ({ zone: zone.id, need: need.id })));
  return greatest(places, ({ zone, need }) => {
    const competent = competentFor(network, need);
    const looking = planned.filter((row) => row.zone === zone && competent.has(row.service));
    const services = new Set(looking.map(({ service }) => service)).size;
    const weight = (zone === busiest?.id ? 0.2 : 1) * (isSensitive(network, need) ? 0.01 : 1);
    return Math.min(hoursOfAll(looking), 30) * Math.min(services, 4) * weight;
  });
}
