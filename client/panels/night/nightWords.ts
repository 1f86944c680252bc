import type { HoursSide } from "../../../domain/comparedPlace.ts";
import { clockStretches, dayAndNight } from "../../../domain/hourSets.ts";
import type { Slot } from "../../../domain/week.ts";
import type { AnswerOf, questions } from "../../api.ts";
import { clockRange, formats } from "../../format.ts";
import { capital, type Lang, nameOf, numeral, type Words } from "../../words.ts";

export type Comparison = AnswerOf<ReturnType<typeof questions.compare>>;
/** One place as it comes from the server, where an interval without an upper end says `null`. */
export type Place = Comparison["network"];
type NamedSlot = Slot & Parameters<typeof nameOf>[0];

/** One of the two sets of hours, and how it is called. */
export type HoursSet = {
  slots: string[];
  name: string;
  /** "di notte", "nelle fasce sera e notte" */
  when: string;
  /** The same where there is little room: "di notte", "18–06". */
  brief: string;
  /** "22–06" */
  clock: string;
};

export function hoursSets(
  { t, lang }: { t: Words; lang: Lang },
  slots: readonly NamedSlot[],
  chosen: { a: readonly string[]; b: readonly string[] },
): { a: HoursSet; b: HoursSet } {
  const usual = dayAndNight(slots);
  const set = (ids: readonly string[]): HoursSet => {
    const clock = clockStretches(slots, ids).map(({ from, to }) => clockRange(from, to));
    const base = { slots: [...ids], clock: clock.join(", ") };
    const named = (name: string, when: string) => ({ ...base, name, when, brief: when });
    if (ids.join() === usual.b.join()) return named(t("night.night"), t("night.inNight"));
    if (ids.join() === usual.a.join()) return named(t("night.day"), t("night.inDay"));
    const chosen = slots.filter(({ id }) => ids.includes(id)).map((slot) => nameOf(slot, lang));
    const names = formats(lang).list(chosen.map((name) => name.toLocaleLowerCase(lang)));
    const when = t("night.inSlots", { count: chosen.length, names });
    return { ...base, name: capital(names), when, brief: base.clock };
  };
  return { a: set(chosen.a), b: set(chosen.b) };
}

/** "notte", or the hours of a set that has no name of its own. */
export const shortName = ({ name, when, brief, clock }: HoursSet): string =>
  brief === when ? name.toLocaleLowerCase() : clock;

export type Telling = { t: Words; lang: Lang; a: HoursSet; b: HoursSet };

/** "×2,6", "÷1,4"; the sign says which of the two sets has more. */
export function timesText(ratio: number | null, lang: Lang): string {
  if (ratio === null) return "×∞";
  return ratio >= 1 ? `×${formats(lang).rate(ratio)}` : `÷${formats(lang).rate(1 / ratio)}`;
}

/** A rate, a range where a part is withheld, or the words that say why there is none. */
export function sideText(
  { t, lang }: Pick<Telling, "t" | "lang">,
  side: HoursSide,
): { value: string; quiet: boolean } {
  if (side.missing === "no_hours") return { value: t("night.unknown"), quiet: true };
  if (side.rate === null || side.upTo10 === null) return { value: t("night.few"), quiet: true };
  const [from, to] = [formats(lang).rate(side.rate), formats(lang).rate(side.upTo10)];
  return { value: from === to ? from : t("need.upTo", { from, to }), quiet: false };
}

/** The third map's figure: how many times, or quiet words. */
export function ratioText(
  { t, lang }: Pick<Telling, "t" | "lang">,
  place: Place,
): { value: string; quiet: boolean } {
  if (place.step === null || !place.ratio) {
    const nobody = [place.a, place.b].some(({ missing }) => missing === "no_hours");
    return { value: t(nobody ? "night.unknown" : "night.few"), quiet: true };
  }
  if (place.grade === "alike") return { value: t("night.alike"), quiet: true };
  if (place.grade === "maybe_alike") return { value: t("night.maybeAlike"), quiet: true };
  return { value: timesText(place.ratio.ratio, lang), quiet: false };
}

/** The finding in a few words for the end of a row: "più di notte", "forse pari", "solo 4 h di notte". */
export function shortFinding({ t, lang, a, b }: Telling, place: Place): string {
  if (place.step === null) return whyNot({ t, lang, a, b }, place);
  if (place.grade === "alike") return t("night.alike");
  if (place.grade === "maybe_alike") return t("night.maybeAlike");
  const { brief: when } = place.step > 3 ? b : a;
  return t(place.grade === "likely" ? "night.moreLikely" : "night.more", { when });
}

/** The finding in a sentence: "3 volte più bisogno di notte, quasi certo". */
export function finding(telling: Telling, place: Place): string {
  const { t, lang, a, b } = telling;
  if (place.step === null || !place.ratio) return whyNot(telling, place);
  if (place.grade === "alike") return t("night.alikeSaid");
  if (place.grade === "maybe_alike" || place.grade === "too_few") return t("night.maybeAlikeSaid");
  const { when } = place.step > 3 ? b : a;
  const sure = t(`night.sure.${place.grade}`);
  const { ratio } = place.ratio;
  const times = ratio === null ? 0 : Math.max(ratio, 1 / ratio);
  if (times < 1.25) return t("night.timesLittle", { when, sure });
  const said = times >= 3 ? formats(lang).count(times) : formats(lang).rate(times);
  return t("night.times", { times: said, when, sure });
}

function whyNot({ t, lang, a, b }: Telling, place: Place): string {
  const [side, { brief: when }] = place.a.hours <= place.b.hours ? [place.a, a] : [place.b, b];
  if (side.hours === 0) return t("night.noHours", { when });
  return side.hours < FEW_HOURS
    ? t("night.onlyHours", { hours: formats(lang).count(Math.max(1, side.hours)), when })
    : t("night.few");
}

const FEW_HOURS = 12;

/** The whole screen in a sentence; facts stand between <b> and </b>. */
export function nightSentence(
  telling: Telling,
  places: readonly Place[],
  zoneName: (zone: string) => string,
): string {
  const { t, lang, a, b } = telling;
  const sure = places.filter(({ grade }) => grade === "almost_certain");
  const names = (found: readonly Place[]) =>
    formats(lang)
      .list(found.map(({ zone }) => zoneName(zone ?? "")))
      .replaceAll(", ", "</b>, <b>");
  const more = sure.filter(({ step }) => (step ?? 3) > 3);
  const less = sure.filter(({ step }) => (step ?? 3) < 3);
  const untold = places.filter(({ step }) => step === null).length;
  const parts: string[] = [];
  if (more.length > 0) parts.push(t("night.sentence.b", { When: capital(b.when), names: names(more) }));
  if (less.length > 0 && more.length > 0)
    parts.push(t("night.sentence.a", { when: a.when, names: names(less) }));
  if (less.length > 0 && more.length === 0)
    parts.push(t("night.sentence.onlyA", { When: capital(a.when), names: names(less) }));
  if (parts.length === 0)
    parts.push(t("night.sentence.none", { a: a.name.toLowerCase(), b: b.name.toLowerCase() }));
  if (untold > 0) parts.push(t("night.sentence.untold", { count: untold, number: numeral(t, untold) }));
  return `${parts.join("; ")}.`;
}

/** Rows as the chart lists them: the most of the second set first, what cannot be said last. */
export const byRatio = (places: readonly Place[]): Place[] =>
  places.toSorted((x, y) => rank(y) - rank(x) || (y.a.rate ?? -1) - (x.a.rate ?? -1));

const rank = ({ ratio, step }: Place): number =>
  step === null || !ratio ? -1 : (ratio.ratio ?? Number.POSITIVE_INFINITY);
