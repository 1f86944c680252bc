import type { AnswerOf, questions } from "../../api.ts";
import { formats } from "../../format.ts";
import type { Telling } from "../../sentences.ts";
import type { Lang } from "../../words.ts";
import { episodes } from "../gaps/gapWords.ts";

export type AdviceAnswer = AnswerOf<ReturnType<typeof questions.advice>>;
export type Proposal = AdviceAnswer["shifts"][number];

const NAMED = 3;

/** What the hours asked for would reach, in one sentence; facts stand between <b> and </b>. */
export function adviceSentence({ t, lang }: Telling, answer: AdviceAnswer): string {
  const placed = answer.hours - answer.unused;
  if (answer.shifts.length === 0) return t("advice.none");
  const hours = t("whatIf.hours", { count: placed });
  if (answer.meets.middle === 0) return t("advice.saidLook", { hours });
  const [from, to] = answer.meets.interval;
  return t("advice.said", { hours, ...span(lang, answer.meets.middle, [from, to]) });
}

/** How good the choice is, as far as it is proven. */
export function provenText({ t, lang }: Telling, { share }: AdviceAnswer): string {
  const more = (1 / share - 1) * 100;
  return share >= 1
    ? t("advice.best")
    : t("advice.share", { n: more < 10 ? formats(lang).rate(more) : Math.ceil(more) });
}

/** What a proposed shift meets, with how sure that is; or what it would teach. */
export function meetsText({ t, lang }: Telling, { meets }: Proposal): string | null {
  if (!meets) return null;
  const [from, to] = meets.interval;
  return t("advice.meets", span(lang, meets.middle, [from, to]));
}

/** A figure and its ends, fine enough to tell them apart. */
function span(lang: Lang, middle: number, [low, high]: readonly [number, number]) {
  const figure = (value: number) => (high - low < 2 ? formats(lang).rate(value) : episodes(lang, value));
  return { n: figure(middle), from: figure(low), to: figure(high) };
}

/** The needs behind it, most first: "giovani 0,5 (0,2–0,9)", or by name only where they are to be learnt. */
export function needsText(
  { t, lang }: Telling,
  { needs, purpose }: Proposal,
  nameOf: (need: string) => string,
): string {
  const named = needs.slice(0, NAMED).map(({ need, worth, interval }) => {
    const name = nameOf(need).toLocaleLowerCase(lang);
    if (!interval) return name;
    const [from, to] = interval;
    return t("advice.need", {
      name,
      n: episodes(lang, worth),
      from: episodes(lang, from),
      to: episodes(lang, to),
    });
  });
  if (purpose === "act") return `${named.join(" · ")}${needs.length > NAMED ? " …" : ""}`;
  const names =
    needs.length > NAMED ? t("advice.learnMore", { names: named.join(", ") }) : formats(lang).list(named);
  return t("advice.learn", { names });
}
