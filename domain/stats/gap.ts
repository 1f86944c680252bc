import { chanceAbove, type NeedRate, posteriorQuantile } from "./needRate.ts";

/**
 * How sure a gap is: *gap* (scoperto), *uncertain* (incerto), *below* (coperto o sotto soglia: somebody is missing, but
 * hardly more need than the threshold), *covered* (coperto: no hour without somebody competent), *unknown* (sconosciuto).
 */
export type GapClass = "gap" | "uncertain" | "below" | "covered" | "unknown";

/**
 * Episodes a week expected with nobody competent there, given that need does not fall when nobody looks. `middle` is the
 * median, `likely` 20 … 80 %, `interval` 10 … 90 %; `null` where nobody looked. `chance`: that it is above the threshold.
 * `width`: from 20 to 80 %, also of a place where nobody looked (from its prior; `null` without one).
 */
export type Gap = {
  class: GapClass;
  state: NeedRate["state"];
  uncovered: number;
  middle: number | null;
  likely: [number, number] | null;
  interval: [number, number] | null;
  chance: { atLeast: number; atMost: number } | null;
  width: number | null;
};

/** The class of a gap and its median: what a list of many needs is sorted by. */
export type GapSize = Pick<Gap, "class" | "state" | "uncovered" | "middle" | "chance">;

type Place = { uncovered: number; threshold: number };

/**
 * The gap that a rate and uncovered hours make. Class by P(G > g*): *gap* from 0.8, *below* up to 0.2; a zero seen in too
 * few hours is *uncertain* whatever the prior says, since it must not be told as low need, nor as need.
 * @param uncovered hours a week without anybody competent
 * @param threshold g*, episodes a week (the network's; 1 unless it says otherwise)
 * @throws RangeError when hours or threshold are negative or none
 * @see methods B2, "Gap"
 */
export function gapOf(rate: NeedRate, place: Place): Gap {
  const size = gapSize(rate, place);
  const { posterior } = rate;
  const between = (p: number): [number, number] | null =>
    posterior && [
      posteriorQuantile(posterior, p) * place.uncovered,
      posteriorQuantile(posterior, 1 - p) * place.uncovered,
    ];
  const spread = between(0.2);
  const width = spread && spread[1] - spread[0];
  if (size.middle === null) return { ...size, likely: null, interval: null, width };
  return { ...size, likely: spread, interval: between(0.1), width };
}

/**
 * The class and the median of a gap, without its intervals.
 * @throws RangeError when hours or threshold are negative or none
 */
export function gapSize({ state, posterior }: NeedRate, { uncovered, threshold }: Place): GapSize {
  if (!(uncovered >= 0 && uncovered <= 169)) throw new RangeError(`uncovered hours a week: ${uncovered}`);
  if (!(threshold >= 0)) throw new RangeError(`gap threshold: ${threshold}`);
  if (state === "unknown" || !posterior) {
    const nobody = uncovered === 0 ? "covered" : "unknown";
    return { class: nobody, state, uncovered, middle: null, chance: null };
  }
  const chance = chanceAbove(posterior, threshold / uncovered);
  return {
    class: uncovered === 0 ? "covered" : classOf(state, chance),
    state,
    uncovered,
    middle: posteriorQuantile(posterior, 0.5) * uncovered,
    chance,
  };
}

const SURE = 0.8;

function classOf(
  state: NeedRate["state"],
  { atLeast, atMost }: { atLeast: number; atMost: number },
): GapClass {
  if (state === "insufficient") return "uncertain";
  if (atLeast >= SURE) return "gap";
  return atMost <= 1 - SURE ? "below" : "uncertain";
}
