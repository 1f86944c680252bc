import type { Network } from "../../domain/network.ts";
import type { ChosenGap, ChosenTruths } from "./chooseTruths.ts";
import { EMERGING, type Expectation } from "./expectation.ts";
import type { Cell, Span } from "./roster.ts";
import { competentFor } from "./survey.ts";
import type { Truths } from "./truths.ts";
import { slotHours } from "./visitGaps.ts";

type Told = { seed: number; rate: number; span: Span; cells: readonly Cell[]; expected: Expectation };

/** The planted truths with the figures that came of them. */
export function tellTruths(network: Network, truths: ChosenTruths, told: Told): Truths {
  const { seed, rate, span, expected } = told;
  const { emerging, doubled, contrast } = truths;
  const before = (cell: Cell) => cell.day < expected.emergingFrom;
  return {
    network: network.id,
    seed,
    weeks: span.weeks,
    rate,
    from: span.from,
    until: span.until,
    gaps: truths.gaps.map((gap) => tellGap(network, gap, told)),
    emerging: emerging && {
      ...emerging,
      from: expected.emergingFrom,
      factor: EMERGING.factor,
      base_per_hour: perHour(told, emerging, competentCells(network, told, emerging).filter(before)),
    },
    doubled: doubled && tellDoubled(doubled, told),
    contrast: contrast && {
      services: contrast.services,
      aims: contrast.aims,
      zone: contrast.zone,
      hours: contrast.hours,
      minutes_per_week: contrast.minutes_per_week,
      planned: contrast.planned,
    },
  };
}

function tellGap(network: Network, gap: ChosenGap, told: Told): Truths["gaps"][number] {
  const { zone, slot, need, nobody } = gap;
  const seen = competentCells(network, told, gap).filter((cell) => cell.slot === slot);
  return {
    zone,
    slot,
    need,
    nobody,
    services: [...new Set(seen.map(({ service }) => service))],
    visits: new Set(seen.map(({ service, day }) => `${service}/${day}`)).size,
    visited_hours: rounded(hours(seen)),
    slot_hours_per_week: slotHours(network, slot) * 7,
    need_per_hour: perHour(told, gap, seen),
  };
}

function tellDoubled(
  doubled: NonNullable<ChosenTruths["doubled"]>,
  { cells, span }: Told,
): Truths["doubled"] {
  const { service, zone, from, until } = doubled;
  const own = cells.filter((cell) => cell.service === service && cell.zone === zone);
  const during = own.filter(({ day }) => day >= from);
  const weeks = (Date.parse(until) - Date.parse(from)) / (7 * 86_400_000);
  return {
    service,
    zone,
    from,
    until,
    hours_per_week_before: rounded((hours(own) - hours(during)) / (span.weeks - weeks)),
    hours_per_week_during: rounded(hours(during) / weeks),
  };
}

type Place = { zone: string; need: string };

function competentCells(network: Network, { cells }: Told, { zone, need }: Place): Cell[] {
  const competent = competentFor(network, need);
  return cells.filter((cell) => cell.zone === zone && competent.has(cell.service));
}

/** What is expected of these cells per hour, mean. */
function perHour({ expected }: Told, { zone, need }: Place, cells: readonly Cell[]): number {
  const sum = cells.reduce((all, cell) => all + (expected.rate(zone, need, cell) * cell.minutes) / 60, 0);
  return cells.length > 0 ? rounded(sum / hours(cells)) : 0;
}

const hours = (cells: readonly Cell[]): number => cells.reduce((sum, { minutes }) => sum + minutes / 60, 0);

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
