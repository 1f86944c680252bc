import type { NeedReason, SlotReason } from "../../../domain/gaps/whyGap.ts";
import type { Gap } from "../../../domain/stats/gap.ts";
import { formats, periodName } from "../../format.ts";
import type { Telling } from "../../sentences.ts";
import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { capital, nameOf } from "../../words.ts";
import { episodes, gapLevel, thresholdText } from "./gapWords.ts";

type Saying = Pick<Telling, "t" | "lang">;

/** The rate times the hours, against the threshold, and the class that follows. */
export function sumText(screen: Screen, { gap }: NeedReason, gaps: Gaps): string {
  const { t, lang } = screen.telling;
  const state = t(`gaps.class.${gapLevel({ gap })}`);
  if (gap.class === "covered") return t("why.gap.sumCovered");
  if (gap.middle === null || !gap.interval) return t("why.gap.sumNone", { state });
  const [from, to] = gap.interval;
  return t(gap.class === "uncertain" ? "why.gap.sumMaybe" : "why.gap.sum", {
    n: episodes(lang, gap.middle),
    from: episodes(lang, from),
    to: episodes(lang, to),
    threshold: capital(thresholdText({ t, lang }, screen, gaps)),
    chance: t(`why.gap.chance.${chanceOf(gap)}`),
    state,
  });
}

/** How likely a gap is above the threshold, as a few plain steps: never as a number. */
export function chanceOf(
  gap: Pick<Gap, "class" | "state" | "chance">,
): "certain" | "likely" | "even" | "unlikely" | "untold" {
  if (gap.state === "insufficient") return "untold";
  if (gap.class === "gap") return (gap.chance?.atLeast ?? 0) >= 0.9 ? "certain" : "likely";
  return gap.class === "below" ? "unlikely" : "even";
}

/** What the figure would be if those who pass saw three needs in four, or every other one. */
export const sensitivityText = ({ t, lang }: Saying, middle: number): string =>
  t("why.gap.seen", { three: episodes(lang, middle / 0.75), half: episodes(lang, middle / 0.5) });

/** Which published cell is behind a slot’s rate: its period, and what it is of. */
export function cellText({ telling: { t, lang }, known }: Screen, { origin }: SlotReason): string {
  if (!origin) return t("why.gap.noCell");
  const from = known.network.periods.find(({ id }) => id === origin.period);
  const group = known.network.groups.find(({ id }) => id === origin.group);
  const own = t(origin.wholeDay ? "why.gap.day" : "why.gap.own");
  const of = group
    ? t(origin.wholeDay ? "why.gap.groupDay" : "why.gap.groupSlot", { group: nameOf(group, lang) })
    : own;
  return from ? `${periodName(t, lang, from)}: ${of}` : of;
}

/** The count of that cell: as published, withheld, or the most a group allows. */
export function countText({ t, lang }: Saying, { evidence, origin }: SlotReason): string {
  const { count } = formats(lang);
  const { shown, upTo } = evidence;
  if (!origin) return "–";
  if (origin.group !== null) return t("why.gap.atMost", { n: count(upTo) });
  if (shown === upTo) return count(shown);
  if (shown === 0) return t("why.gap.withheld", { n: count(upTo) });
  return t("why.gap.range", { from: count(shown), to: count(upTo) });
}

/** Needs per 10 presence hours, with the interval; "?" where not known. */
export function rateText({ t, lang }: Saying, { rate, state }: SlotReason): string {
  if (!rate) return "?";
  const per10 = (value: number) => formats(lang).rate(value * 10);
  const [from, to] = rate.interval;
  const said = { middle: per10(rate.middle), from: per10(from), to: per10(to) };
  return t(state === "insufficient" ? "why.gap.rateMaybe" : "why.gap.rateOf", said);
}
