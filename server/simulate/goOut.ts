import { MINUTE } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import type { Interval } from "../../domain/presence.ts";
import type { ChosenGap, ChosenTruths } from "./chooseTruths.ts";
import { between, type Random, randomOf, spread } from "./random.ts";
import { cellsOf, daysLater, isHouse, type Outing, overlap, type Span, type Turn } from "./roster.ts";
import { visitsTo } from "./visitGaps.ts";

/** Of all turns planned, the share that nobody went on. */
const MISSED = 0.12;
/** For every turn planned, the chance of another outing that was not. */
const UNPLANNED = 0.06;

type Plan = { seed: number; span: Span; turns: readonly Turn[]; truths: ChosenTruths };

/**
 * What became of the turns: some missed, most a little late or short, a few outings nobody planned, and what the truths
 * ask for (second turns, joined turns, rare visits to the gaps). In order of time.
 */
export function goOut(network: Network, plan: Plan): Outing[] {
  const { seed, span, turns, truths } = plan;
  const random = randomOf(seed, "outings");
  const went = turns.flatMap((turn) => {
    const outing = asItWent(random, turn, truths);
    return outing ? [{ turn, outing }] : [];
  });
  const twice = secondTurns(seed, truths);
  const joined = went.flatMap(({ turn, outing }) => join(turn, outing, truths));
  const visits = truths.gaps.flatMap((gap, i) =>
    visitsTo(network, gap, { random: randomOf(seed, `gap ${i}`), span, i }),
  );
  const planned = [...went.map(({ outing }) => outing), ...twice, ...joined, ...visits];
  const outings = [...planned, ...unplanned(network, plan, planned)];
  return inOrder(
    network,
    outings.map((outing) => within(outing, span)),
  );
}

function asItWent(random: Random, turn: Turn, { gaps }: ChosenTruths): Outing | null {
  const [missed, late, short] = [random() < MISSED, spread(random) * 8 - 3, spread(random) * 8 - 6];
  const { service, zones } = turn;
  if (isHouse(turn)) return { service, zones, start: turn.start, end: turn.end };
  if (missed) return null;
  const slack = (turn.end - turn.start) / 4;
  // nobody stays on into a gap
  const least = gaps.some(({ zone }) => zones.includes(zone)) ? 0 : -slack;
  const moved = (minutes: number) => Math.min(slack, Math.max(least, Math.round(minutes) * MINUTE));
  return {
    service,
    zones,
    start: wholeMinute(turn.start + moved(late)),
    end: wholeMinute(turn.end - moved(short)),
  };
}

function secondTurns(seed: number, truths: ChosenTruths): Outing[] {
  const { doubled } = truths;
  if (!doubled) return [];
  const random = randomOf(seed, "second turns");
  return [...doubled.twins].flatMap(
    ([turn, twin]) => asItWent(random, { ...turn, ...twin, zones: [doubled.zone] }, truths) ?? [],
  );
}

function join(turn: Turn, outing: Outing, { contrast }: ChosenTruths): Outing[] {
  if (!contrast?.joined.includes(turn)) return [];
  return [{ service: contrast.services[1], zones: [contrast.zone], start: outing.start, end: outing.end }];
}

/** Now and then somebody goes on another day or a little earlier or later; never where a truth would be blurred. */
function unplanned(
  network: Network,
  { seed, span, turns, truths }: Plan,
  others: readonly Outing[],
): Outing[] {
  const random = randomOf(seed, "unplanned");
  const found: Outing[] = [];
  for (const turn of turns) {
    const [goes, days, minutes, place] = [
      random() < UNPLANNED,
      between(random, -3, 3),
      between(random, -8, 8) * 15,
      random(),
    ];
    const zone = turn.zones[Math.floor(place * turn.zones.length)];
    if (!goes || !zone || isHouse(turn)) continue;
    const moved = daysLater(turn, days, network.timezone);
    const outing = {
      service: turn.service,
      zones: [zone],
      start: moved.start + minutes * MINUTE,
      end: moved.end + minutes * MINUTE,
    };
    if (mayGo(network, outing, { span, truths, others: [found, others] })) found.push(outing);
  }
  return found;
}

type Field = { span: Span; truths: ChosenTruths; others: readonly (readonly Outing[])[] };

function mayGo(
  network: Network,
  outing: Outing,
  { span, truths: { doubled, gaps }, others }: Field,
): boolean {
  const [zone = ""] = outing.zones;
  if (outing.start < span.start || outing.end > span.end) return false;
  if (outing.service === doubled?.service && zone === doubled.zone) return false;
  if (gaps.some((gap) => touches(network, outing, gap))) return false;
  const inTheWay = (other: Outing) =>
    other.service === outing.service && overlap(other, outing) && other.zones.includes(zone);
  return !others.some((list) => list.some(inTheWay));
}

function touches(network: Network, outing: Outing, { zone, slot }: ChosenGap): boolean {
  return outing.zones.includes(zone) && cellsOf(network, [outing]).some((cell) => cell.slot === slot);
}

function within<T extends Interval>(outing: T, span: Span): T {
  return { ...outing, start: Math.max(outing.start, span.start), end: Math.min(outing.end, span.end) };
}

const wholeMinute = (instant: number): number => Math.round(instant / MINUTE) * MINUTE;

function inOrder(network: Network, outings: Outing[]): Outing[] {
  const rank = new Map(network.services.map(({ id }, i) => [id, i]));
  const place = ({ service }: Outing) => rank.get(service) ?? 0;
  const zones = (outing: Outing) => outing.zones.join(";");
  return outings.sort(
    (a, b) => a.start - b.start || a.end - b.end || place(a) - place(b) || (zones(a) < zones(b) ? -1 : 1),
  );
}
