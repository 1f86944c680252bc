import { HOURS } from "../week.ts";

/** *act*: to meet need that is known and unmet; *look*: to learn where nobody has looked. */
export type Purpose = "act" | "look";

/** A shift by the strip: zone number, place of its first hour (0 … 167), hours. */
export type PlacedShift = { zone: number; place: number; length: number; purpose: Purpose };

/**
 * What an hour of a crew is worth, [zone][place of the strip]: `act` and `look` now, `unknown` 1 where there is anything to
 * learn at all (so that looking counts even where another crew looks too).
 */
export type CrewValues = { act: Float64Array; look: Float64Array; unknown: Uint8Array };

/** Shortest and longest shift, in whole hours, and the places of the strip at which the crew may work. */
export type CrewLimits = { shortest: number; longest: number; open: readonly boolean[] };

/** Hours to spend on each purpose; `reward`: worth of any hour of looking, so great that none is left out. */
export type Budget = { act: number; look: number; reward: number };

/** The best a crew can do with at most so many hours: its value, and the shifts. */
export type CrewPlan = {
  value: (act: number, look: number) => number;
  shifts: (act: number, look: number) => PlacedShift[];
};

/**
 * The best shifts of one crew, which is in one zone at a time: exact, by dynamic programming over the places of the strip,
 * last first, with an hour at least between two shifts. Shifts do not run over the end of the week's strip.
 */
export function crewPlan(values: CrewValues, limits: CrewLimits, budget: Budget): CrewPlan {
  const offers = offersOf(values, limits, budget.reward);
  const best = new Float64Array((HOURS + 1) * (budget.act + 1) * (budget.look + 1));
  const table: Table = { best, acts: budget.act + 1, looks: budget.look + 1 };
  for (let place = HOURS - 1; place >= 0; place--) fill(table, offers[place] ?? [], place);
  return {
    value: (act, look) => bestFrom(table, { place: 0, act, look }),
    shifts: (act, look) => trace(table, offers, { place: 0, act, look }),
  };
}

type Offer = PlacedShift & { value: number };

/** The best from a place of the strip on, with at most so many hours left: [place][act][look]. */
type Table = { best: Float64Array; acts: number; looks: number };
type Left = { place: number; act: number; look: number };

const indexOf = ({ acts, looks }: Table, { place, act, look }: Left) => (place * acts + act) * looks + look;

const bestFrom = (table: Table, left: Left) => table.best[indexOf(table, left)] ?? 0;

function fill(table: Table, offers: readonly Offer[], place: number): void {
  const sheet = table.acts * table.looks;
  table.best.copyWithin(place * sheet, (place + 1) * sheet, (place + 2) * sheet);
  for (const offer of offers) offered(table, offer);
}

/** What an offer makes better, for all hours left at once. No objects here: a town's search comes by ten million times. */
function offered({ best, acts, looks }: Table, { place, length, purpose, value }: Offer): void {
  const sheet = acts * looks;
  const [act, look] = purpose === "act" ? [length, 0] : [0, length];
  const rest = nextPlace(place, length) * sheet - act * looks - look;
  for (let at = act * looks; at < sheet; at++) {
    if (at % looks < look) continue;
    const worth = value + (best[rest + at] ?? 0);
    if (worth > (best[place * sheet + at] ?? 0)) best[place * sheet + at] = worth;
  }
}

/** The best that begins with an offer; -1 when hours do not suffice. */
function withOffer(table: Table, offer: Offer, left: Left): number {
  const rest = afterOffer(offer, left);
  return rest.act < 0 || rest.look < 0 ? -1 : offer.value + bestFrom(table, rest);
}

const nextPlace = (place: number, length: number) => Math.min(HOURS, place + length + BREAK);

function afterOffer({ place, length, purpose }: PlacedShift, { act, look }: Left): Left {
  const next = nextPlace(place, length);
  return purpose === "act"
    ? { place: next, act: act - length, look }
    : { place: next, act, look: look - length };
}

/** Hours between two shifts of a crew: without one, two shifts would be one longer than asked. */
const BREAK = 1;

function trace(table: Table, offers: readonly Offer[][], start: Left): PlacedShift[] {
  const chosen: PlacedShift[] = [];
  for (let left = start; left.place < HOURS; ) {
    const offer = nextOffer(table, offers[left.place] ?? [], left);
    left = offer ? afterOffer(offer, left) : { ...left, place: left.place + 1 };
    if (offer) {
      const { value: _, ...shift } = offer;
      chosen.push(shift);
    }
  }
  return chosen;
}

/** Of equally good ways on, the one that begins now and is worth most by itself: early, and whole rather than in pieces. */
function nextOffer(table: Table, offers: readonly Offer[], left: Left): Offer | undefined {
  const most = bestFrom(table, left);
  const able = offers.filter((offer) => withOffer(table, offer, left) >= most - most * ROUNDING);
  return able.reduce<Offer | undefined>((a, b) => (a && a.value >= b.value ? a : b), undefined);
}

const ROUNDING = 1e-14;

/** For each place, the best zone for a shift of each length and purpose that starts there. */
function offersOf(values: CrewValues, limits: CrewLimits, reward: number): Offer[][] {
  const sums = { act: running(values.act), look: running(values.look), unknown: running(values.unknown) };
  const worth = ({ zone, place, length, purpose }: PlacedShift) => {
    const from = zone * (HOURS + 1) + place;
    const sum = (table: Float64Array) => (table[from + length] ?? 0) - (table[from] ?? 0);
    if (purpose === "act") return sum(sums.act);
    return sum(sums.unknown) > 0 ? sum(sums.look) + reward * length : 0;
  };
  const zones = values.act.length / HOURS;
  return Array.from({ length: HOURS }, (_, place) => {
    const kinds = lengthsFrom(place, limits).flatMap((length) =>
      PURPOSES.map((purpose) => ({ zone: 0, place, length, purpose })),
    );
    return kinds.map((shift) => bestZone(shift, zones, worth)).filter(({ value }) => value > WORTHLESS);
  });
}

function bestZone(shift: PlacedShift, zones: number, worth: (shift: PlacedShift) => number): Offer {
  const tried = { ...shift };
  const offer = { ...shift, value: WORTHLESS };
  for (; tried.zone < zones; tried.zone++) {
    const value = worth(tried);
    if (value > offer.value) Object.assign(offer, { zone: tried.zone, value });
  }
  return offer;
}

const PURPOSES: readonly Purpose[] = ["act", "look"];

/** What the rounding of running sums may leave of nothing. */
const WORTHLESS = 1e-9;

function lengthsFrom(place: number, { shortest, longest, open }: CrewLimits): number[] {
  let most = 0;
  while (most < longest && open[place + most]) most++;
  return Array.from({ length: Math.max(0, most - shortest + 1) }, (_, i) => shortest + i);
}

/** Running sums by zone, each starting with 0. */
function running(table: Float64Array | Uint8Array): Float64Array {
  const zones = table.length / HOURS;
  const sums = new Float64Array(zones * (HOURS + 1));
  for (let zone = 0; zone < zones; zone++) {
    for (let place = 0; place < HOURS; place++) {
      const at = zone * (HOURS + 1) + place;
      sums[at + 1] = (sums[at] ?? 0) + (table[zone * HOURS + place] ?? 0);
    }
  }
  return sums;
}
