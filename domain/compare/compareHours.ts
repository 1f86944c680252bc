import {
  bothSides,
  type ComparedPlace,
  graded,
  gradedTogether,
  type HoursOf,
  type PeriodSource,
} from "./comparedPlace.ts";

/** Two sets of hours, each made of whole slots (need is published by slot); `needs` null = all of them. */
export type TwoHours = { a: readonly string[]; b: readonly string[]; needs: readonly string[] | null };

/** Two periods compared over the same hours; `slots` and `needs` null = all of them. */
export type TwoPeriods = { slots: readonly string[] | null; needs: readonly string[] | null };

/** The whole network and every zone, compared. */
export type Compared = { network: ComparedPlace; zones: ComparedPlace[] };

/**
 * Compares the need of two sets of hours, zone by zone and over the whole network: rates per presence hour, their ratio
 * with the interval that Poisson and perturbation give it, and how sure a difference is among all zones. A side that is
 * mostly withheld, or without presence, is not compared. `null` when the period does not publish zones by slot (for
 * these needs): ask a coarser one.
 * @throws RangeError when a set is empty or both hold the same slot
 * @see methods B2, "Day/night comparison", and "How it fits together" 5
 */
export function compareHours(
  source: PeriodSource,
  question: TwoHours,
  zones: readonly string[],
): Compared | null {
  refuseSharedSlots(question);
  const { a, b, needs } = question;
  return compared(
    [
      { source, slots: a },
      { source, slots: b },
    ],
    needs,
    zones,
  );
}

/**
 * Compares the need of the same hours before and after, zone by zone and over the whole network, as `compareHours` does:
 * each period by its own published cells and its own hours of presence. `null` when either does not publish zones by slot
 * (for every hour: zones) for these needs.
 * @throws RangeError when the periods are not of one kind, the second after the first, or a set is empty
 * @see methods B2, "Day/night comparison", and "How it fits together" 5
 */
export function comparePeriods(
  { before, after }: { before: PeriodSource; after: PeriodSource },
  { slots, needs }: TwoPeriods,
  zones: readonly string[],
): Compared | null {
  const [from, to] = [before.period, after.period];
  if (from.kind !== to.kind || from.from >= to.from)
    throw new RangeError(`before: "${from.id}" (expected a ${to.kind} before "${to.id}")`);
  if (slots?.length === 0) throw new RangeError("a set of hours without a slot");
  return compared(
    [
      { source: before, slots },
      { source: after, slots },
    ],
    needs,
    zones,
  );
}

/**
 * One zone need by need, in the order asked; `q` is over these needs. `null` when either side does not publish them one
 * by one.
 * @see compareHours
 */
export function compareNeeds(
  sides: readonly [HoursOf, HoursOf],
  zone: string,
  needs: readonly string[],
): (ComparedPlace & { need: string })[] | null {
  const found = needs.flatMap((need) => {
    const place = bothSides(sides, [need], zone);
    return place ? [{ ...place, need }] : [];
  });
  return found.length > 0 ? gradedTogether(found) : null;
}

function compared(
  sides: readonly [HoursOf, HoursOf],
  needs: readonly string[] | null,
  zones: readonly string[],
): Compared | null {
  const whole = bothSides(sides, needs, null);
  const places = zones.flatMap((zone) => bothSides(sides, needs, zone) ?? []);
  if (!whole || places.length < zones.length) return null;
  return { network: graded(whole, whole.ratio?.p ?? null), zones: gradedTogether(places) };
}

function refuseSharedSlots({ a, b }: TwoHours): void {
  if (a.length === 0 || b.length === 0) throw new RangeError("a set of hours without a slot");
  const shared = a.find((slot) => b.includes(slot));
  if (shared !== undefined) throw new RangeError(`slot "${shared}" stands in both sets of hours`);
}
