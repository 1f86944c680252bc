import type { Network } from "../../domain/network.ts";
import { addDays } from "../../domain/period.ts";
import { inSlot } from "../../domain/week.ts";
import type { ChosenTruths } from "./chooseTruths.ts";
import { type NeedField, needField } from "./needField.ts";
import type { Cell, Span } from "./roster.ts";

export const EMERGING = { factor: 3, weeks: 4 };

/** The emerging need's usual share of all observations: some eight a week of 400. */
const EMERGING_SHARE = 0.02;

/** Need in a gap, as a multiple of what one hour of one competent service finds on average: enough to stand out. */
const GAP_NEED = 16;

/** Observations expected per hour of presence of one competent service: `rate(zone, need, { day, hour })`. */
export type Expectation = {
  emergingFrom: string;
  rate: (zone: string, need: string, when: { day: string; hour: number }) => number;
};

type Scene = { seed: number; rate: number; span: Span; truths: ChosenTruths; cells: Cell[] };

/** The true need with the truths planted, scaled so that this presence brings `rate` observations per week. */
export function expectation(network: Network, scene: Scene): Expectation {
  const { span, truths, cells } = scene;
  const field = needField(network, scene);
  const emergingFrom = addDays(span.until, -7 * EMERGING.weeks);
  const zones = new Map(network.zones.map(({ id }, i) => [id, i]));
  const needs = new Map(network.needs.map(({ id }, i) => [id, i]));
  const plain: Expectation["rate"] = (zone, need, { day, hour }) => {
    const n = needs.get(need) ?? 0;
    return (field.perHour[field.at(zones.get(zone) ?? 0, n, hour)] ?? 0) * field.byDay(n, day);
  };
  plantGaps(network, { field, truths, mean: averageRate(network, cells, plain) });
  plantEmerging(network, { field, truths, cells, plain });
  const rate: Expectation["rate"] = (zone, need, when) => {
    const emerges =
      zone === truths.emerging?.zone && need === truths.emerging.need && when.day >= emergingFrom;
    return plain(zone, need, when) * (emerges ? EMERGING.factor : 1);
  };
  const scale = (scene.rate * span.weeks) / total(network, cells, rate);
  return { emergingFrom, rate: (zone, need, when) => scale * rate(zone, need, when) };
}

/** Observations expected of all presence. */
function total(network: Network, cells: readonly Cell[], rate: Expectation["rate"]): number {
  const competence = new Map(network.services.map(({ id, needs }) => [id, needs]));
  let sum = 0;
  for (const cell of cells)
    for (const need of competence.get(cell.service) ?? [])
      sum += (rate(cell.zone, need, cell) * cell.minutes) / 60;
  return sum;
}

function averageRate(network: Network, cells: readonly Cell[], rate: Expectation["rate"]): number {
  return total(network, cells, rate) / total(network, cells, () => 1);
}

type Planting = { field: NeedField; truths: ChosenTruths };

function plantGaps(network: Network, { field, truths, mean }: Planting & { mean: number }): void {
  const slots = new Map(network.slots.map((slot) => [slot.id, slot]));
  for (const { zone, slot: id, need } of truths.gaps) {
    const slot = slots.get(id);
    const [z, n] = indices(network, zone, need);
    for (let hour = 0; hour < 168; hour++)
      if (slot && inSlot(slot, hour % 24)) field.perHour[field.at(z, n, hour)] = GAP_NEED * mean;
  }
}

type Emerging = Planting & { cells: readonly Cell[]; plain: Expectation["rate"] };

/** Brings the emerging need to its usual share, so that three times as much can be told from chance. */
function plantEmerging(network: Network, { field, truths: { emerging }, cells, plain }: Emerging): void {
  if (!emerging) return;
  const { zone, need } = emerging;
  const here = total(network, cells, (z, n, when) => (z === zone && n === need ? plain(z, n, when) : 0));
  if (here === 0) return;
  const factor = (EMERGING_SHARE * total(network, cells, plain)) / here;
  const [z, n] = indices(network, zone, need);
  for (let hour = 0; hour < 168; hour++) {
    const place = field.at(z, n, hour);
    field.perHour[place] = (field.perHour[place] ?? 0) * factor;
  }
}

function indices({ zones, needs }: Network, zone: string, need: string): [number, number] {
  return [zones.findIndex(({ id }) => id === zone), needs.findIndex(({ id }) => id === need)];
}
