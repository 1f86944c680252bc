import type { Coverage, HoursHeld } from "../coverage.ts";
import { seenLately } from "../needCoverage.ts";
import type { Service } from "../network.ts";
import {
  type NeedQuestion,
  type NeedRules,
  needFigure,
  type PublishedPeriod,
  presenceHours,
} from "../published.ts";
import { type Evidence, type NeedRate, needRate } from "../stats/needRate.ts";
import { slotPrior, type Tally } from "../stats/ratePrior.ts";

/** What gaps are worked out from: presence, published cells finest period first with their hours, and the rules. */
export type GapSource = {
  coverage: Coverage;
  chain: readonly PublishedPeriod[];
  hours: ReadonlyMap<string, HoursHeld>;
  services: readonly Pick<Service, "id" | "needs">[];
  rules: NeedRules;
  /** g*: episodes a week without anybody, in one slot of one day, from which a gap counts. */
  gapThreshold: number;
};

/** Where a rate comes from: the period of its cell, and whether that cell is of the slot or of the whole day. */
export type Origin = { period: string; wholeDay: boolean };

/** A need's rate in a zone and slot. `hours`: of competent presence behind it; `origin` null = no published cell. */
export type PlaceRate = { rate: NeedRate; hours: number; origin: Origin | null };

type Place = { zone: string; slot: string; need: string };
type Found = { evidence: Evidence; origin: Origin | null };

/**
 * The rate of every need in every zone and slot: the finest published cell that says anything, over the hours of the
 * services competent for it in that cell's own period, with the prior of that slot across zones. Where nobody competent
 * was in the period, or none of them within the shelf life, it is unknown, whatever an older cell says.
 * @returns [need][zone][slot]
 * @see methods B2 ("Rate") and "How it fits together" 4
 */
export function placeRates(source: GapSource, needs: readonly string[]): PlaceRate[][][] {
  const { zones, slots } = source.coverage;
  return needs.map((need) => {
    const competent = competentFor(source, need);
    const found = zones.map((zone) =>
      slots.map(({ id: slot }) => evidenceOf(source, { zone, slot, need }, competent)),
    );
    const days = zones.map((zone) => tallyOf(wholeDay(source, { zone, need }, competent).evidence));
    return zones.map((zone, z) =>
      slots.map(({ id: slot }, s) => {
        const { evidence, origin } = found[z]?.[s] ?? NOTHING;
        const prior = slotPrior(
          found.map((row) => tallyOf((row[s] ?? NOTHING).evidence)),
          days,
        );
        const fresh = isFresh(source, { zone, slot, need }, competent);
        const seen = fresh ? evidence : { ...evidence, shown: 0, upTo: 0, hours: 0 };
        return { rate: needRate(seen, prior), hours: seen.hours, origin: fresh ? origin : null };
      }),
    );
  });
}

/** The services able to record, and so to meet, a need. */
export const competentFor = ({ services }: Pick<GapSource, "services">, need: string): ReadonlySet<string> =>
  new Set(services.filter((service) => service.needs.includes(need)).map(({ id }) => id));

const NOTHING: Found = { evidence: { shown: 0, upTo: 0, variance: 0, hours: 0 }, origin: null };

function evidenceOf(source: GapSource, place: Place, competent: ReadonlySet<string>): Found {
  const { need, ...where } = place;
  const here = hoursIn(source.hours.get(source.chain[0]?.id ?? ""), where, competent);
  if (!here) return NOTHING;
  return cellOf(source, { ...where, needs: [need] }, competent) ?? wholeDay(source, place, competent);
}

function wholeDay(
  source: GapSource,
  { zone, need }: Omit<Place, "slot">,
  competent: ReadonlySet<string>,
): Found {
  const found = cellOf(source, { zone, needs: [need] }, competent);
  return found ? { ...found, origin: found.origin && { ...found.origin, wholeDay: true } } : NOTHING;
}

/** The finest cell shown; else the coarsest withheld one, which says "less than its threshold"; null = published nowhere. */
function cellOf(source: GapSource, question: NeedQuestion, competent: ReadonlySet<string>): Found | null {
  let withheld: Found | null = null;
  for (const period of source.chain) {
    const hours = hoursIn(source.hours.get(period.id), question, competent);
    if (hours === null) continue;
    const origin = { period: period.id, wholeDay: false };
    const { figure, under } = needFigure([period], question, source.rules);
    if (figure) {
      const { shown, upTo, noise } = figure;
      return { evidence: { shown, upTo, variance: noise, hours }, origin };
    }
    if (under !== null) withheld = { evidence: { shown: 0, upTo: under - 1, variance: 0, hours }, origin };
  }
  return withheld;
}

const hoursIn = (
  held: HoursHeld | undefined,
  { zone, slot }: Omit<NeedQuestion, "needs">,
  competent: ReadonlySet<string>,
): number | null => (held ? presenceHours(held, { zone, slot }, competent) : null);

const tallyOf = ({ shown, upTo, variance, hours }: Evidence): Tally => ({
  count: (shown + upTo) / 2,
  variance,
  hours,
});

/** Somebody competent was seen there within the shelf life, or is only known by a plan that is counted on. */
function isFresh(source: GapSource, { zone, slot }: Place, competent: ReadonlySet<string>): boolean {
  const { coverage, hours, chain } = source;
  if (seenLately(coverage, { zone, competent: [...competent] }, slot)) return true;
  const silent = new Set([...competent].filter((service) => coverage.unrecorded.has(service)));
  return silent.size > 0 && (hoursIn(hours.get(chain[0]?.id ?? ""), { zone, slot }, silent) ?? 0) > 0;
}
