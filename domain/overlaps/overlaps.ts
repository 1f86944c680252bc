import type { AimRelation } from "../network.ts";
import { bothWeeks, type WeekMask, weekCount } from "../weekMask.ts";

/** What overlaps need to know of a service: what it is there for, and which needs it can meet. */
export type Aimed = { id: string; aims: readonly string[]; needs: readonly string[] };

/** Weeks in which a service is in a zone at an hour of the week; one row for each. */
export type Stint = { service: string; zone: string; hour: number; weeks: WeekMask };

/**
 * How two services in one place and hour go together, by the network's matrix of aims: *contrasting* when any two of their
 * aims are; *redundant* when they are, both can meet a need, and there is too little of it for two; *complementary*;
 * *unjudged* when the matrix is silent or need is too great, or too little known, to call one of them too many.
 */
export type Verdict = (typeof VERDICTS)[number];

/** Every verdict, that which asks for attention most first. */
export const VERDICTS = ["contrasting", "redundant", "complementary", "unjudged"] as const;

/**
 * Two services (in the order given) in one zone: minutes a week together (mean over the period), the hours in which they
 * usually are, which share of the presence of the one who is there less (`shorter`), and what they can both meet.
 */
export type Overlap = {
  zone: string;
  services: [string, string];
  verdict: Verdict;
  aims: [string, string] | null;
  minutes: number;
  hours: number[];
  share: number;
  shorter: string;
  sharedNeeds: string[];
};

/**
 * What a judgement goes by. `weeks`: of the period, in which an hour of the week lies; `expected`: episodes of a need in a
 * zone, in the busiest slot of a day that the hours touch; `null` = not known.
 */
export type Judging = {
  services: readonly Aimed[];
  relations: readonly AimRelation[];
  weeks: (hour: number) => number;
  expected: (place: { zone: string; need: string; hours: readonly number[] }) => number | null;
};

/**
 * Every pair of services that share a zone at an hour in at least half of the weeks: contrasting first, then redundant,
 * then the others, each by minutes a week. Presence is by the hour: an hour counts 60 minutes when both were there in it.
 * @throws RangeError when a stint is at an hour without weeks
 * @see methods B2, "Overlap": redundant only if both are competent and λ · T < 1 (of all needs they share, together)
 */
export function overlaps(stints: readonly Stint[], judging: Judging): Overlap[] {
  const nowhere = stints.find(({ hour }) => !(judging.weeks(hour) > 0));
  if (nowhere) throw new RangeError(`weeks of hour ${nowhere.hour}: ${judging.weeks(nowhere.hour)}`);
  const places = byZone(stints);
  const found = [...places].flatMap(([zone, there]) => {
    const byService = new Map(judging.services.map(({ id }) => [id, hoursOf(there, id)]));
    return pairs(judging.services).flatMap((pair) => {
      const [a, b] = [byService.get(pair[0].id), byService.get(pair[1].id)];
      return a && b ? (together(zone, { pair, a, b }, judging) ?? []) : [];
    });
  });
  const rank = (overlap: Overlap) => VERDICTS.indexOf(overlap.verdict);
  return found.sort((x, y) => rank(x) - rank(y) || y.minutes - x.minutes);
}

/** Two aims of two services (one of each, in order) that the matrix relates so; `null` = none. */
export function aimsRelated(
  [a, b]: readonly [Aimed, Aimed],
  relations: readonly AimRelation[],
  relation: AimRelation["relation"],
): [string, string] | null {
  const both = (mine: string, theirs: string) => a.aims.includes(mine) && b.aims.includes(theirs);
  for (const row of relations.filter((candidate) => candidate.relation === relation)) {
    if (both(row.a, row.b)) return [row.a, row.b];
    if (both(row.b, row.a)) return [row.b, row.a];
  }
  return null;
}

type ByHour = ReadonlyMap<number, WeekMask>;

const hoursOf = (stints: readonly Stint[], service: string): ByHour =>
  new Map(stints.filter((stint) => stint.service === service).map(({ hour, weeks }) => [hour, weeks]));

const pairs = (services: readonly Aimed[]): [Aimed, Aimed][] =>
  services.flatMap((a, i) => services.slice(i + 1).map((b): [Aimed, Aimed] => [a, b]));

/** Hours a week, each counted by the share of its weeks. */
const hoursAWeek = (presence: ByHour, { weeks }: Judging) =>
  [...presence].reduce((sum, [hour, there]) => sum + weekCount(there) / weeks(hour), 0);

function together(
  zone: string,
  { pair, a, b }: { pair: [Aimed, Aimed]; a: ByHour; b: ByHour },
  judging: Judging,
): Overlap | null {
  const shared = [...a].flatMap(([hour, weeks]) => {
    const other = b.get(hour);
    return other ? [{ hour, part: weekCount(bothWeeks(weeks, other)) / judging.weeks(hour) }] : [];
  });
  const hours = shared.filter(({ part }) => part >= 0.5).map(({ hour }) => hour);
  if (hours.length === 0) return null;
  hours.sort((x, y) => x - y);
  const total = shared.reduce((sum, { part }) => sum + part, 0);
  const [first, second] = [hoursAWeek(a, judging), hoursAWeek(b, judging)];
  const sharedNeeds = pair[0].needs.filter((need) => pair[1].needs.includes(need));
  return {
    zone,
    services: [pair[0].id, pair[1].id],
    ...judge(pair, judging, { zone, hours, needs: sharedNeeds }),
    minutes: 60 * total,
    hours,
    share: total / Math.min(first, second),
    shorter: first < second ? pair[0].id : pair[1].id,
    sharedNeeds,
  };
}

type Shared = { zone: string; hours: readonly number[]; needs: readonly string[] };

function judge(pair: [Aimed, Aimed], judging: Judging, shared: Shared): Pick<Overlap, "verdict" | "aims"> {
  for (const verdict of ["contrasting", "redundant", "complementary"] as const) {
    const aims = aimsRelated(pair, judging.relations, verdict);
    if (aims && (verdict !== "redundant" || littleNeed(judging, shared))) return { verdict, aims };
  }
  return { verdict: "unjudged", aims: null };
}

/** Whether less than one episode of all needs together is expected in a slot: one service is enough. */
function littleNeed({ expected }: Judging, { zone, hours, needs }: Shared): boolean {
  const known = needs.map((need) => expected({ zone, need, hours }));
  if (needs.length === 0 || known.some((episodes) => episodes === null)) return false;
  return known.reduce((sum: number, episodes) => sum + (episodes ?? 0), 0) < 1;
}

function byZone(stints: readonly Stint[]): Map<string, Stint[]> {
  const zones = new Map<string, Stint[]>();
  for (const stint of stints) {
    const there = zones.get(stint.zone);
    if (there) there.push(stint);
    else zones.set(stint.zone, [stint]);
  }
  return zones;
}
