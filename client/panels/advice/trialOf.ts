import { isSame, MOST_SHIFTS, parseWhatIf, type SupposedShift } from "../../../domain/whatif/whatIf.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import type { Proposal } from "./adviceWords.ts";

/** Proposals on trial: what the hypothesis holds of them, and ways to put them in and take them out. */
export type Trial = {
  isTried: (proposal: Proposal) => boolean;
  fits: (proposals: readonly Proposal[]) => boolean;
  tryOut: (proposals: readonly Proposal[]) => void;
  drop: (proposals: readonly Proposal[]) => void;
};

/** A proposal tried takes its service's moving hours from where they are; the last one dropped gives them back. */
export function trialOf({ view }: Pick<Screen, "view">, all: readonly Proposal[]): Trial {
  const isTried = (proposal: Proposal) => has(view.whatif, shiftOf(proposal));
  const withThem = (proposals: readonly Proposal[]) => {
    const services = proposals.map(({ service }) => service);
    const away = view.move.filter(({ service }) => services.includes(service)).map(asAway);
    return union(view.whatif, [...away, ...proposals.map(shiftOf)]);
  };
  return {
    isTried,
    fits: (proposals) => withThem(proposals).length <= MOST_SHIFTS,
    tryOut: (proposals) => setView({ whatif: withThem(proposals) }),
    drop: (proposals) => {
      const gone = proposals.map(shiftOf);
      const left = all
        .filter((one) => isTried(one) && !has(gone, shiftOf(one)))
        .map(({ service }) => service);
      const back = view.move.filter(({ service }) => !left.includes(service)).map(asAway);
      setView({ whatif: view.whatif.filter((shift) => !has([...gone, ...back], shift)) });
    },
  };
}

const shiftOf = ({ shift }: Proposal): SupposedShift => {
  const [read] = parseWhatIf(shift).shifts;
  if (!read) throw new RangeError(`a proposal without a shift: ${shift}`);
  return read;
};

const asAway = (shift: SupposedShift): SupposedShift => ({ ...shift, away: true });
const has = (shifts: readonly SupposedShift[], one: SupposedShift) =>
  shifts.some((shift) => isSame(shift, one));
const union = (shifts: readonly SupposedShift[], more: readonly SupposedShift[]): SupposedShift[] => [
  ...shifts,
  ...more.filter((shift) => !has(shifts, shift)),
];
