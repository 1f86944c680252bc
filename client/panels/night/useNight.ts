import { useMemo } from "react";
import { dayAndNight } from "../../../domain/compare/hourSets.ts";
import { needBreaks } from "../../../domain/compare/needBreaks.ts";
import { NOT_PUBLISHED } from "../../answered.ts";
import { questions, useAnswer } from "../../api.ts";
import { type Figures, useFigures } from "../../useFigures.ts";
import type { Known } from "../../useKnown.ts";
import { type ClosedPeriod, type Screen, useScreen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { nameOf } from "../../words.ts";
import { hoursSets, periodSets, type Telling } from "./hoursSets.ts";
import type { Comparison } from "./nightWords.ts";

/** Everything the screen *Giorno e notte* shows. */
export type Night = {
  screen: Screen;
  telling: Telling;
  /** The hours chosen, which may not have been answered yet. */
  sets: Sets;
  comparison: Comparison | null;
  answer: ReturnType<typeof useAnswer<Comparison>>;
  /** The zone chosen, need by need: `null` not published so, `undefined` not come yet, or no zone. */
  byNeed: Comparison["byNeed"] | undefined;
  /** The period of the first side when it is not that of the second. */
  before: ClosedPeriod | null;
  /** Presence and need of each side's own period. */
  figures: { a: Figures; b: Figures };
  /** Slots the address puts in both sets. */
  shared: string[];
  /** Class breaks both need maps share; none while unknown. */
  breaks: number[];
  /** The service whose presence is marked. */
  service: Known["services"][number] | null;
  zoneName: (zone: string) => string;
};

export function useNight(known: Known): Night {
  const screen = useScreen(known);
  const { view, asked } = screen;
  const { slots, periods } = known.network;
  const before = periods.find(({ id }) => id === view.before) ?? null;
  const sets = useMemo(() => settledSets(slots, view, before !== null), [slots, view, before]);
  const base = { period: asked?.id ?? "", before: before?.id ?? null, ...sets, needs: view.needs };
  const answer = useAnswer(asked && questions.compare({ ...base, zone: null }));
  const ofZone = useAnswer(asked && view.zone ? questions.compare({ ...base, zone: view.zone }) : null);
  const earlier = useFigures(known, before?.id ?? null, { needs: view.needs, whatif: NOTHING });
  const comparison = answer.data;
  const lang = useLang();
  const names = useMemo(
    () => new Map(known.zones.features.map(({ properties }) => [properties.id, nameOf(properties, lang)])),
    [known, lang],
  );
  return {
    screen,
    telling: useTelling(known, comparison, { sets, before, asked }),
    sets,
    comparison,
    answer,
    byNeed: ofZone.current ? ofZone.data?.byNeed : undefined,
    before,
    figures: { a: before ? earlier : screen.figures, b: screen.figures },
    shared: view.a.filter((id) => view.b.includes(id)),
    breaks: useMemo(() => (comparison && needBreaks(comparison.network)) ?? [], [comparison]),
    service: known.services.find(({ id }) => id === view.highlight) ?? null,
    zoneName: (zone) => names.get(zone) ?? zone,
  };
}

/** Nothing is published so finely: nothing is on its way either. */
export const isTooFine = ({ problem }: Pick<Night["answer"], "problem">): boolean =>
  problem?.type === NOT_PUBLISHED;

/** A hypothesis is about the period on screen, not about one before it. */
const NOTHING: Screen["view"]["whatif"] = [];

type Sets = { a: string[]; b: string[] };

/** The words of what is shown, which is not what is asked while that has not come. */
function useTelling(
  { network: { slots } }: Known,
  comparison: Comparison | null,
  { sets, before, asked }: { sets: Sets; before: ClosedPeriod | null; asked: ClosedPeriod | null },
): Telling {
  const { t } = useWords();
  const lang = useLang();
  const shown = comparison ?? { ...sets, before, period: asked };
  return useMemo(() => {
    const { a, b, before: first, period: second } = shown;
    const words = { t, lang };
    const told =
      first && second
        ? periodSets(words, slots, { hours: a, before: first, after: second })
        : hoursSets(words, slots, { a, b });
    return { ...words, ...told };
  }, [t, lang, slots, shown]);
}

/**
 * The hours in the address where they make sense, else day and night. Over two periods both sides have the hours of `a`,
 * by default all; over one, a set alone is compared with the rest, and a slot stands only in the first.
 */
function settledSets(
  slots: Known["network"]["slots"],
  { a, b }: { a: readonly string[]; b: readonly string[] },
  periods: boolean,
): Sets {
  const every = slots.map(({ id }) => id);
  const [first, second] = [every.filter((id) => a.includes(id)), every.filter((id) => b.includes(id))];
  const rest = (ids: string[]) => every.filter((id) => !ids.includes(id));
  if (periods) {
    const hours = first.length > 0 ? first : every;
    return { a: hours, b: hours };
  }
  if (first.length === 0 && second.length === 0) return dayAndNight(slots);
  const apart = second.filter((id) => !first.includes(id));
  const sets = {
    a: first.length > 0 ? first : rest(second),
    b: apart.length > 0 ? apart : rest(first),
  };
  return sets.a.length > 0 && sets.b.length > 0 ? sets : dayAndNight(slots);
}
