import type { HoursHeld } from "../domain/coverage.ts";
import { likelyCount } from "../domain/likelyCount.ts";
import {
  type NeedAnswer,
  type NeedQuestion,
  type NeedRules,
  needFigure,
  type PublishedPeriod,
  per10Hours,
  presenceHours,
} from "../domain/published.ts";

/** Where need figures come from: published cells finest period first, presence hours by period, and the rules. */
export type NeedSource = {
  chain: readonly PublishedPeriod[];
  hours: ReadonlyMap<string, HoursHeld>;
  rules: NeedRules;
  /** Services able to record the needs asked about; null = all of them. */
  competent: ReadonlySet<string> | null;
};

/**
 * A need per 10 hours of presence, from `rate` to `upTo`, with what it rests on; or why it cannot be said: *small* =
 * withheld, a count less than `under` (`null`: perhaps one person seen again and again, and then any number).
 */
export type NeedRate =
  | { rate: number; upTo: number; hours: number; period: string; missing: null; under: null; likely?: Likely }
  | (Unsaid & { missing: "small"; under: number | null })
  | (Unsaid & { missing: "no_view" | "no_hours"; under: null });
/** The rate lies from … to, 8 times in 10; only where that is too wide to call it one figure. */
type Likely = { from: number; to: number };
type Unsaid = { rate: null; upTo: null; hours: number | null; period: null };

/** The finest published rate that answers a question. Nobody there to see is not the same as nothing seen. */
export function needRate(source: NeedSource, question: NeedQuestion): NeedRate {
  const nothing = { rate: null, upTo: null, period: null, under: null };
  const answer = needFigure(source.chain, question, source.rules);
  const asked = source.chain[0]?.id ?? "";
  const hoursIn = (period: string) => {
    const held = source.hours.get(period);
    return held ? presenceHours(held, question, source.competent) : null;
  };
  if (answer.missing !== null) return withheld(hoursIn(asked), answer);
  const { figure } = answer;
  const hours = hoursIn(figure.period);
  if (hours === null) return { ...nothing, hours, missing: "no_view" };
  const [rate, upTo] = [per10Hours(figure.shown, hours), per10Hours(figure.upTo, hours)];
  if (rate === null || upTo === null) return { ...nothing, hours: 0, missing: "no_hours" };
  const [low, high] = [likelyCount(figure.shown, figure.noise), likelyCount(figure.upTo, figure.noise)];
  const likely = { from: (low.from / hours) * 10, to: (high.to / hours) * 10 };
  const said = { rate, upTo, hours, period: figure.period, missing: null, under: null };
  return low.wide ? { ...said, likely } : said;
}

function withheld(hours: number | null, answer: Exclude<NeedAnswer, { missing: null }>): NeedRate {
  const nothing = { rate: null, upTo: null, hours, period: null };
  if (hours === 0) return { ...nothing, missing: "no_hours", under: null };
  return answer.missing === "small"
    ? { ...nothing, missing: "small", under: answer.under }
    : { ...nothing, missing: "no_view", under: null };
}
