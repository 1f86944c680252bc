import type { Network } from "../../domain/network.ts";
import type { Expectation } from "./expectation.ts";
import { oneOf, poisson, type Random, randomOf } from "./random.ts";
import type { Cell } from "./roster.ts";
import { competentFor } from "./survey.ts";

/** One row of observations.csv; `date` is the operational day, `handover` a service or empty. */
export type Observation = {
  date: string;
  slot: string;
  zone: string;
  service: string;
  need: string;
  band: string;
  outcome: string;
  handover: string;
};

const BANDS = { "1": 0.56, "2-4": 0.29, "5-9": 0.1, "10-19": 0.04, "20+": 0.01 };
const OUTCOMES = { contact: 0.52, accompanied: 0.12, handed_over: 0.16, refused: 0.1, none: 0.1 };

/** Hours of one service in one zone, operational day and slot. */
type Stay = { service: string; zone: string; date: string; slot: string; cells: Cell[] };

/** What the services saw, only where and when they were and only what they can record. */
export function observe(
  network: Network,
  { seed, cells, rate }: { seed: number; cells: readonly Cell[]; rate: Expectation["rate"] },
): Observation[] {
  const random = randomOf(seed, "observations");
  const competence = new Map(network.services.map(({ id, needs }) => [id, needs]));
  const takers = new Map(network.needs.map(({ id }) => [id, [...competentFor(network, id)]]));
  const observations: Observation[] = [];
  for (const { service, zone, date, slot, cells: hours } of stays(cells))
    for (const need of competence.get(service) ?? []) {
      const mean = hours.reduce((sum, cell) => sum + (rate(zone, need, cell) * cell.minutes) / 60, 0);
      for (let left = poisson(random, mean); left > 0; left--) {
        const others = (takers.get(need) ?? []).filter((id) => id !== service);
        observations.push({ date, slot, zone, service, need, ...whatCameOfIt(random, others) });
      }
    }
  return inOrder(network, observations);
}

function stays(cells: readonly Cell[]): Stay[] {
  const found = new Map<string, Stay>();
  for (const cell of cells) {
    const { service, zone, day: date, slot } = cell;
    const key = `${service}/${zone}/${date}/${slot}`;
    const stay = found.get(key);
    if (stay) stay.cells.push(cell);
    else found.set(key, { service, zone, date, slot, cells: [cell] });
  }
  return [...found.values()];
}

function whatCameOfIt(random: Random, others: readonly string[]) {
  const [band, outcome, place] = [oneOf(random, BANDS), oneOf(random, OUTCOMES), random()];
  if (outcome !== "handed_over") return { band, outcome, handover: "" };
  const handover = others[Math.floor(place * others.length)];
  return handover ? { band, outcome, handover } : { band, outcome: "contact" as const, handover: "" };
}

/** By what is published anyway, so that the order of rows tells nothing of the order of events. */
function inOrder({ zones, slots, services, needs }: Network, observations: Observation[]): Observation[] {
  const rank = (list: readonly { id: string }[]) =>
    new Map(list.map(({ id }, i) => [id, String(i).padStart(5, "0")] as const));
  const ranks = { slot: rank(slots), zone: rank(zones), service: rank(services), need: rank(needs) };
  const key = ({ date, slot, zone, service, need, band, outcome, handover }: Observation) =>
    [
      date,
      ranks.slot.get(slot),
      ranks.zone.get(zone),
      ranks.service.get(service),
      ranks.need.get(need),
      band.padStart(5, "0"),
      outcome,
      handover,
    ].join();
  return observations
    .map((observation) => ({ observation, key: key(observation) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ observation }) => observation);
}
