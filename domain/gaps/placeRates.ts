import type { Coverage } from "../coverage.ts";
import { seenLately } from "../needCoverage.ts";
import { presenceHours } from "../published.ts";
import { type Evidence, middleOf, type NeedRate, needRate } from "../stats/needRate.ts";
import { type RatePrior, ratePrior, slotPrior, type Tally } from "../stats/ratePrior.ts";
import {
  type CellSource,
  competentFor,
  type FoundCell,
  groupCell,
  hoursIn,
  type Origin,
  ownCell,
} from "./findCell.ts";

/** What gaps are worked out from: presence, published cells finest period first with their hours, and the rules. */
export type GapSource = CellSource & {
  coverage: Coverage;
  /** g*: episodes a week without anybody, in one slot of one day, from which a gap counts. */
  gapThreshold: number;
};

/**
 * A need's rate in a zone and slot. `hours`: of competent presence behind it; `origin` null = no published cell;
 * `evidence`: what that cell says; `instead`: the slot's own cell is withheld, and this one stands in for it.
 */
export type PlaceRate = {
  rate: NeedRate;
  hours: number;
  origin: Origin | null;
  evidence: Evidence;
  instead: boolean;
};

type Place = { zone: string; slot: string; need: string };
type Asked = { source: GapSource; competent: ReadonlySet<string> };

/**
 * The rate of every need in every zone and slot: the finest published cell that says anything, over the hours of the
 * services competent for it in that cell's own period, with the prior of that slot across zones. A slot whose cell is
 * withheld over too few hours to mean anything takes the rate of the whole day, and one published nowhere the most that
 * its group allows; neither is ever sure of that slot. Where nobody competent was in the period, or none of them within the
 * shelf life, it is unknown, whatever an older cell says.
 * @returns [need][zone][slot]
 * @see methods B2 ("Rate") and "How it fits together" 4
 */
export function placeRates(source: GapSource, needs: readonly string[]): PlaceRate[][][] {
  const { zones, slots } = source.coverage;
  return needs.map((need) => {
    const asked = { source, competent: competentFor(source, need) };
    const days = zones.map((zone) => ownCell(source, { zone, need }, asked.competent));
    const cells = zones.map((zone, z) =>
      slots.map(({ id: slot }) => slotCell(asked, { zone, slot, need }, days[z] ?? null)),
    );
    const dayTallies = days.map(tallyOf);
    const dayPrior = ratePrior(dayTallies);
    const priors = slots.map((_, s) =>
      slotPrior(
        cells.map((row) => tallyOf(row[s] ?? null)),
        dayTallies,
      ),
    );
    return zones.map((zone, z) =>
      slots.map(({ id: slot }, s) => {
        const cell = cells[z]?.[s] ?? null;
        if (!isOutside(cell) && !isFresh(asked, { zone, slot, need })) return nobody(priors[s] ?? null);
        return rateOf({ cell, day: days[z] ?? null }, { slot: priors[s] ?? null, day: dayPrior });
      }),
    );
  });
}

const NO_EVIDENCE: Evidence = { shown: 0, upTo: 0, variance: 0, hours: 0 };

const nobody = (prior: RatePrior | null): PlaceRate => ({
  rate: needRate(NO_EVIDENCE, prior),
  hours: 0,
  origin: null,
  evidence: NO_EVIDENCE,
  instead: false,
});

/** The slot's own cell, else the day's, else the group's; none where nobody competent was there in the period. */
function slotCell({ source, competent }: Asked, place: Place, day: FoundCell | null): FoundCell | null {
  if (!hoursIn(source, source.chain[0]?.id ?? "", { ...place, competent }))
    return outsideCell({ source, competent }, place);
  return ownCell(source, place, competent) ?? day ?? groupCell(source, place, competent);
}

/**
 * Needs recorded where and when nobody competent was, in a network that knows who was where: a fault in the data. They are
 * told, over half an hour, and never for sure.
 */
function outsideCell({ source, competent }: Asked, place: Place): FoundCell | null {
  const [period] = source.chain;
  const held = source.hours.get(period?.id ?? "");
  if (!period || !held || presenceHours(held, {}, competent) === 0) return null;
  const cell = ownCell({ ...source, chain: [period] }, place, competent);
  return isOutside(cell) ? cell : null;
}

const isOutside = (cell: FoundCell | null): boolean =>
  cell !== null && cell.evidence.hours === 0 && cell.evidence.shown > 0;

function rateOf(
  { cell, day }: { cell: FoundCell | null; day: FoundCell | null },
  prior: { slot: RatePrior | null; day: RatePrior | null },
): PlaceRate {
  if (!cell) return nobody(prior.slot);
  const { evidence, origin } = cell;
  const own: PlaceRate = {
    rate: needRate(evidence, prior.slot),
    hours: evidence.hours,
    origin,
    evidence,
    instead: false,
  };
  if (origin.group !== null || own.rate.outside) return { ...own, rate: unsure(own.rate) };
  if (!cell.withheld || own.rate.state !== "insufficient") return own;
  if (!day || day.withheld || origin.wholeDay) return own;
  const rate = unsure(needRate(day.evidence, prior.day));
  return { rate, hours: day.evidence.hours, origin: day.origin, evidence: day.evidence, instead: true };
}

/** A rate that is not of this slot, or not of this need, is never sure of it. */
const unsure = (rate: NeedRate): NeedRate =>
  rate.state === "known" ? { ...rate, state: "insufficient" } : rate;

function tallyOf(cell: FoundCell | null): Tally {
  if (!cell || isOutside(cell) || cell.origin.group !== null) return { count: 0, variance: 0, hours: 0 };
  const { variance, hours } = cell.evidence;
  return { count: middleOf(cell.evidence), variance, hours };
}

/** Somebody competent was seen there within the shelf life, or is only known by a plan that is counted on. */
function isFresh({ source, competent }: Asked, { zone, slot }: Place): boolean {
  const { coverage, chain } = source;
  if (seenLately(coverage, { zone, competent: [...competent] }, slot)) return true;
  const silent = new Set([...competent].filter((service) => coverage.unrecorded.has(service)));
  const where = { zone, slot, competent: silent };
  return silent.size > 0 && (hoursIn(source, chain[0]?.id ?? "", where) ?? 0) > 0;
}
