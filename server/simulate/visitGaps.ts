import { instantOfWall, MINUTE, parseWall } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import { addDays } from "../../domain/period.ts";
import type { ChosenGap } from "./chooseTruths.ts";
import { between, type Random } from "./random.ts";
import type { Outing, Span } from "./roster.ts";

/** A visit every three weeks: often enough to know, too rare to be usual, and within any sensible shelf life. */
const EVERY_WEEKS = 3;
const LONGEST = 180;

/** The rare unplanned outings through which a gap is known, by the competent services in turn. */
export function visitsTo(
  network: Network,
  gap: ChosenGap,
  { random, span, i }: { random: Random; span: Span; i: number },
): Outing[] {
  const length = slotHours(network, gap.slot) * 60;
  const minutes = Math.min(LONGEST, length);
  const visits: Outing[] = [];
  for (let week = span.weeks - 1 - i; week >= 0; week -= EVERY_WEEKS) {
    const day = addDays(span.from, week * 7 + between(random, 0, 6));
    const wall =
      slotStart(network, gap.slot, day) + between(random, 0, (length - minutes) / 15) * 15 * MINUTE;
    const start = instantOfWall(wall, network.timezone);
    const service = gap.services[visits.length % gap.services.length];
    if (service) visits.push({ service, zones: [gap.zone], start, end: start + minutes * MINUTE });
  }
  return visits;
}

/** Hours of a slot on an ordinary day. */
export function slotHours(network: Network, id: string): number {
  const { from, to } = slotById(network, id);
  return ((to - from + 23) % 24) + 1;
}

/** When the slot of an operational day begins, on the wall. */
function slotStart(network: Network, id: string, day: string): number {
  const { from } = slotById(network, id);
  const date = from < network.day_start ? addDays(day, 1) : day;
  return parseWall(`${date}T${String(from).padStart(2, "0")}:00`);
}

function slotById(network: Network, id: string): { from: number; to: number } {
  const slot = network.slots.find((candidate) => candidate.id === id);
  if (!slot) throw new RangeError(`slot: "${id}"`);
  return slot;
}
