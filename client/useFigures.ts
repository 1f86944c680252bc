import { useMemo } from "react";
import { singleDimensions } from "../domain/cellId.ts";
import { type Coverage, type CoverageAnswer, coverageOf } from "../domain/coverage.ts";
import type { PublishedPeriod } from "../domain/published.ts";
import { type Supposition, suppose } from "../domain/whatif/supposed.ts";
import { formatWhatIf, parseWhatIf } from "../domain/whatif/whatIf.ts";
import type { View } from "./address.ts";
import type { Problem } from "./answered.ts";
import { type Answer, questions, useAnswer } from "./api.ts";
import { daysBetween } from "./format.ts";
import type { NeedSource } from "./needRate.ts";
import type { PeoplePeriod } from "./peopleWords.ts";
import type { Known } from "./useKnown.ts";

/** The figures of a period: presence laid out for scrubbing, and where need figures come from. */
export type Figures = {
  /** The period the figures are of; not the chosen one while that has not come. */
  period: string | null;
  /** Presence as it would be under the hypothesis; as it was when nothing is supposed. */
  coverage: Coverage | null;
  /** Presence as it was, as it would be, and between them without the hours taken away. */
  supposition: Supposition | null;
  /** The answer `coverage` was laid out from: hours and how services keep their plans. */
  presence: CoverageAnswer | null;
  need: NeedSource | null;
  /** The people published with the period and the coarser ones that hold it. */
  people: readonly PeoplePeriod[] | null;
  /** What is shown answers an earlier choice, because the newest has failed. */
  stale: boolean;
  problem: Problem | null;
  retry: () => void;
};

/** Asks for a period once; everything chosen within it is computed here. */
export function useFigures(
  known: Known,
  period: string | null,
  { needs, whatif }: Pick<View, "needs" | "whatif">,
): Figures {
  const presence = useAnswer(period === null ? null : questions.coverage(period));
  const cells = useAnswer(period === null ? null : questions.cells(period));
  const hours = useChainHours(presence, cells);
  const shown = presence.data?.period ?? null;
  const real = useMemo(
    () => presence.data && coverageOf(presence.data, townOf(known), daysBetween),
    [known, presence.data],
  );
  // By its text: every choice reads the address anew, and an unchanged hypothesis must not be laid again.
  const supposed = formatWhatIf(whatif);
  const supposition = useMemo(() => real && suppose(real, parseWhatIf(supposed).shifts), [real, supposed]);
  const coverage = supposition?.coverage ?? null;
  const need = useMemo(
    () =>
      cells.data && cells.data.chain[0]?.id === shown
        ? { chain: chainOf(cells.data.chain), hours, ...rulesOf(known, needs) }
        : null,
    [known, cells.data, shown, hours, needs],
  );
  const failed = [presence, cells].filter(({ problem }) => problem !== null);
  return {
    period: shown,
    coverage,
    supposition,
    presence: presence.data,
    need,
    people: need && (cells.data?.chain ?? null),
    stale: failed.length > 0 && coverage !== null,
    problem: failed[0]?.problem ?? null,
    retry: () => {
      for (const answer of failed) answer.retry();
    },
  };
}

/** Presence hours of the period and of the coarser closed ones that hold it: a fallback figure needs its own hours. */
function useChainHours(
  presence: Answer<CoverageAnswer>,
  cells: Answer<{ chain: { id: string }[] }>,
): ReadonlyMap<string, CoverageAnswer> {
  const coarser = cells.data?.chain.slice(1) ?? [];
  const first = useAnswer(coarser[0] ? questions.coverage(coarser[0].id) : null);
  const second = useAnswer(coarser[1] ? questions.coverage(coarser[1].id) : null);
  const third = useAnswer(coarser[2] ? questions.coverage(coarser[2].id) : null);
  return useMemo(
    () =>
      new Map(
        [presence.data, first.data, second.data, third.data].flatMap((answer) =>
          answer ? [[answer.period, answer]] : [],
        ),
      ),
    [presence.data, first.data, second.data, third.data],
  );
}

const townOf = ({ network, zones, services }: Known) => ({
  zones: zones.features.map(({ properties }) => properties.id),
  services: services.map(({ id }) => id),
  slots: network.slots,
  dayStart: network.day_start,
  shelfLifeWeeks: network.shelf_life_weeks,
});

function rulesOf({ network, zones, services, needs }: Known, chosen: readonly string[]) {
  const lists = { zones: zones.features, slots: network.slots, needs };
  const asked = chosen.length > 0 ? chosen : needs.filter(({ sensitive }) => !sensitive).map(({ id }) => id);
  const able = services.filter((service) => service.needs.some((need) => asked.includes(need)));
  return {
    rules: {
      needs,
      threshold: network.threshold,
      sensitiveThreshold: network.sensitive_threshold,
      variance: network.perturbation.V,
      sensitiveVariance: network.sensitive_perturbation.V,
      single: singleDimensions(lists, false),
      sensitiveSingle: singleDimensions(lists, true),
    },
    competent: new Set(able.map(({ id }) => id)),
  };
}

/** The answer's types are wider than the lattice: a period's kind and a view's columns. */
const chainOf = (chain: unknown): PublishedPeriod[] => chain as PublishedPeriod[];
