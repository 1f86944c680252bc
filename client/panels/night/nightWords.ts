import type { HoursSide } from "../../../domain/compare/comparedPlace.ts";
import type { AnswerOf, questions } from "../../api.ts";
import { formats } from "../../format.ts";
import { capital, type Lang, numeral } from "../../words.ts";
import type { Telling } from "./hoursSets.ts";

export type Comparison = AnswerOf<ReturnType<typeof questions.compare>>;
/** One place as it comes from the server, where an interval without an upper end says `null`. */
export type Place = Comparison["network"];

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

/** The finding in a few words for the end of a row: "più di notte", "forse pari", "solo 4 h di notte", "cresciuto". */
export function shortFinding(telling: Telling, place: Place): string {
  const { t, a, b, periods } = telling;
  if (place.step === null) return whyNot(telling, place);
  if (place.grade === "alike") return t("night.alike");
  if (place.grade === "maybe_alike") return t("night.maybeAlike");
  const more = place.step > 3;
  if (periods)
    return t(
      `night.change.${more ? "more" : "less"}.${place.grade === "likely" ? "likely" : "almost_certain"}`,
    );
  return t(place.grade === "likely" ? "night.moreLikely" : "night.more", { when: more ? b.brief : a.brief });
}

/** The finding in a sentence: "3 volte più bisogno di notte, quasi certo", "2 volte meno bisogno di prima, probabile". */
export function finding(telling: Telling, place: Place): string {
  const { t } = telling;
  if (place.step === null || !place.ratio) return whyNot(telling, place);
  if (place.grade === "alike") return t("night.alikeSaid");
  if (place.grade === "maybe_alike" || place.grade === "too_few") return t("night.maybeAlikeSaid");
  return manyTimes(telling, {
    more: place.step > 3,
    ratio: place.ratio.ratio,
    sure: t(`night.sure.${place.grade}`),
  });
}

function manyTimes(
  { t, lang, a, b, periods }: Telling,
  { more, ratio, sure }: { more: boolean; ratio: number | null; sure: string },
): string {
  const { when } = more ? b : a;
  if (!ratio) return t("night.onlyOne", { when, sure });
  const change = more ? ("night.change.more" as const) : ("night.change.less" as const);
  const times = Math.max(ratio, 1 / ratio);
  if (times < 1.25) return t(periods ? `${change}.little` : "night.timesLittle", { when, sure });
  const said = times >= 3 ? formats(lang).count(times) : formats(lang).rate(times);
  return t(periods ? `${change}.times` : "night.times", { times: said, when, sure });
}

/** How a zone stands, with the rates it rests on; the name stands between <b> and </b>. */
export function zoneSentence(telling: Telling, place: Place, zone: string): string {
  const { t, a, b } = telling;
  const said = t("night.zoneSaid", { zone, finding: finding(telling, place) });
  const [first, second] = [sideText(telling, place.a), sideText(telling, place.b)];
  const rates = { a: first.value, inA: a.when, b: second.value, inB: b.when };
  return `${said}. ${t("night.zoneRates", rates)}`;
}

function whyNot({ t, lang, a, b }: Telling, place: Place): string {
  const [side, { brief: when }] = place.a.hours <= place.b.hours ? [place.a, a] : [place.b, b];
  if (side.hours === 0) return t("night.noHours", { when });
  return side.hours < FEW_HOURS
    ? t("night.onlyHours", { hours: formats(lang).count(Math.max(1, side.hours)), when })
    : t("night.few");
}

const FEW_HOURS = 12;

/** The whole screen in a sentence; facts stand between <b> and </b>. `hours`: when, if not always, as "di notte". */
export function nightSentence(
  telling: Telling,
  places: readonly Place[],
  { zoneName, hours }: { zoneName: (zone: string) => string; hours: string | null },
): string {
  const { t, lang, periods } = telling;
  const sure = places.filter(({ grade }) => grade === "almost_certain");
  const names = (found: readonly Place[]) =>
    formats(lang)
      .list(found.map(({ zone }) => `<b>${zoneName(zone ?? "")}</b>`))
      .slice("<b>".length, -"</b>".length);
  const more = names(sure.filter(({ step }) => (step ?? 3) > 3));
  const less = names(sure.filter(({ step }) => (step ?? 3) < 3));
  const untold = places.filter(({ step }) => step === null).length;
  if (untold > 0 && untold === places.length) return `${t("night.sentence.nothing")}.`;
  const parts = periods ? changes(telling, { more, less }, hours) : differences(telling, { more, less });
  if (untold > 0) parts.push(t("night.sentence.untold", { count: untold, number: numeral(t, untold) }));
  return `${parts.join("; ")}.`;
}

type Found = { more: string; less: string };

function differences({ t, a, b }: Telling, { more, less }: Found): string[] {
  if (!more && !less) return [t("night.sentence.none", { a: a.name.toLowerCase(), b: b.name.toLowerCase() })];
  if (!more) return [t("night.sentence.onlyA", { When: capital(a.when), names: less })];
  const first = t("night.sentence.b", { When: capital(b.when), names: more });
  return less ? [first, t("night.sentence.a", { when: a.when, names: less })] : [first];
}

function changes({ t, a, b }: Telling, { more, less }: Found, when: string | null): string[] {
  const span = { from: a.period, to: b.period, hours: when === null ? "" : `, ${when},` };
  if (!more && !less) return [t("night.sentence.steady", span)];
  if (!more) return [t("night.sentence.onlyFell", { ...span, names: less })];
  const first = t("night.sentence.grew", { ...span, names: more });
  return less ? [first, t("night.sentence.fell", { names: less })] : [first];
}

/** Rows as the chart lists them: the most of the second set first, what cannot be said last. */
export const byRatio = (places: readonly Place[]): Place[] =>
  places.toSorted((x, y) => rank(y) - rank(x) || (y.a.rate ?? -1) - (x.a.rate ?? -1));

const rank = ({ ratio, step }: Place): number =>
  step === null || !ratio ? -1 : (ratio.ratio ?? Number.POSITIVE_INFINITY);
