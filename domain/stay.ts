import { type Coverage, cellOf } from "./coverage.ts";
import { weekdayOf } from "./week.ts";
import { hasWeek, type WeekMask, weekCount } from "./weekMask.ts";

/** Whether a service is usually seen, planned or seen only some of the time, or neither. */
export type Standing = "seen" | "rare" | "absent";

/**
 * Chosen hours of the week, by occasion (see `occasionsOf`): present in any hour of an occasion is present at it.
 * One occasion happens once in each week of the period in which its days lie.
 */
export type Occasions = readonly (readonly number[])[];

/**
 * One service in one zone over chosen hours: at how many occasions of the period it was seen and planned, `of` how
 * many; the `weeks` in which it was seen at half or more of their occasions, those in which it was `due` at any; and
 * whether it is usually seen on some `days`, not on all.
 */
export type Stay = {
  seen: number;
  planned: number;
  of: number;
  weeks: WeekMask;
  due: WeekMask;
  days: boolean;
  standing: Standing;
};

/** Weeks of the period in which at least one of the chosen hours' days lies. */
export function weeksChosen(
  { days, dayStart }: Pick<Coverage, "days" | "dayStart">,
  hours: readonly number[],
): WeekMask {
  const weeks = { lo: 0, hi: 0 };
  for (const day of new Set(hours.map((hour) => weekdayOf(hour, dayStart)))) {
    weeks.lo = (weeks.lo | (days[day]?.lo ?? 0)) >>> 0;
    weeks.hi = (weeks.hi | (days[day]?.hi ?? 0)) >>> 0;
  }
  return weeks;
}

/**
 * How a service stands in a zone over chosen hours: *seen* at half or more of the occasions of the period, else *rare*
 * when planned or seen at some of them (see `standingOf`), all together or on one of the days, else *absent*.
 * Unknown zones and services are absent.
 */
export function stayOf(
  coverage: Coverage,
  place: { zone: string; service: string },
  occasions: Occasions,
): Stay {
  const held = occasions.map((hours) => {
    const could = weeksChosen(coverage, hours);
    const seen = gather(coverage, { ...place, table: coverage.seen }, hours);
    const planned = gather(coverage, { ...place, table: coverage.planned }, hours);
    const counts = { seen: weekCount(seen), planned: weekCount(planned), of: weekCount(could) };
    return { could, seen, planned, counts, standing: standingOf(counts) };
  });
  const total = (key: "seen" | "planned" | "of") => held.reduce((sum, { counts }) => sum + counts[key], 0);
  const counts = { seen: total("seen"), planned: total("planned"), of: total("of") };
  const all = standingOf(counts);
  const some = held.some(({ standing }) => standing !== "absent");
  return {
    ...counts,
    weeks: mostOf(held),
    due: held.reduce((mask, { planned }) => union(mask, planned), { lo: 0, hi: 0 }),
    days: all !== "seen" && held.length > 1 && held.some(({ standing }) => standing === "seen"),
    standing: all === "absent" && some ? "rare" : all,
  };
}

/**
 * The standing that counts of weeks (or days) give: *seen* in half or more; *rare* when planned in a fifth or more (two
 * at least, one in periods under five weeks), or seen in a fifth or more: fortnightly and monthly services too.
 * With no week in the period nobody stands anywhere.
 */
export function standingOf({ seen, planned, of }: Pick<Stay, "seen" | "planned" | "of">): Standing {
  if (of === 0) return "absent";
  if (seen * 2 >= of) return "seen";
  const isPlanned = planned * 5 >= of && planned >= (of < 5 ? 1 : 2);
  return isPlanned || seen * 5 >= of ? "rare" : "absent";
}

function gather(
  coverage: Coverage,
  { table, ...place }: { zone: string; service: string; table: Uint32Array },
  hours: readonly number[],
): WeekMask {
  const first = cellOf(coverage, place, 0);
  let [lo, hi] = [0, 0];
  if (first !== null) {
    for (const hour of hours) {
      lo |= table[first + hour * 2] ?? 0;
      hi |= table[first + hour * 2 + 1] ?? 0;
    }
  }
  return { lo: lo >>> 0, hi: hi >>> 0 };
}

/** Weeks in which at least half of the occasions they hold were seen. */
function mostOf(held: readonly { could: WeekMask; seen: WeekMask }[]): WeekMask {
  if (held.length === 1) return held[0]?.seen ?? { lo: 0, hi: 0 };
  const most = { lo: 0, hi: 0 };
  for (let week = 0; week < 54; week++) {
    const seen = held.filter((one) => hasWeek(one.seen, week)).length;
    const could = held.filter((one) => hasWeek(one.could, week)).length;
    if (could === 0 || seen * 2 < could) continue;
    if (week < 32) most.lo = (most.lo | (1 << week)) >>> 0;
    else most.hi = (most.hi | (1 << (week - 32))) >>> 0;
  }
  return most;
}

const union = (a: WeekMask, b: WeekMask): WeekMask => ({ lo: (a.lo | b.lo) >>> 0, hi: (a.hi | b.hi) >>> 0 });
