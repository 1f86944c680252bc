import type { ZoneGap } from "../../../domain/gaps/gapsOf.ts";
import type { GapSize } from "../../../domain/stats/gap.ts";
import { formats } from "../../format.ts";
import { whenPhrase } from "../../hoursWords.ts";
import type { Telling } from "../../sentences.ts";
import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { capital, type Lang, numeral } from "../../words.ts";

type NameOf = (id: string) => string;

/** How the legend counts a gap: *fine* is covered or below the threshold. */
export const gapLevel = ({ gap }: { gap: GapSize }): "gap" | "uncertain" | "fine" | "unknown" =>
  gap.class === "below" || gap.class === "covered" ? "fine" : gap.class;

/** "3,4"; whole from ten on. */
export const episodes = (lang: Lang, value: number): string =>
  value >= 9.95 ? formats(lang).count(value) : formats(lang).rate(value);

/** What stands under a zone's name: "3,4", "forse 1,3", "coperto", "non noto". */
export function gapMark({ t, lang }: Telling, { gap }: { gap: GapSize }): string {
  if (gap.class === "unknown") return t("gaps.mark.unknown");
  if (gap.class === "covered") return t("gaps.mark.covered");
  const n = episodes(lang, gap.middle ?? 0);
  return gap.class === "uncertain" ? t("gaps.mark.maybe", { n }) : n;
}

const NAMED = 4;

/** The whole network: where need surely stays uncovered, and of how many zones too little is known. */
export function gapsSentence(
  telling: Telling,
  { act, zones: all, blind = false }: { act: readonly ZoneGap[]; zones: readonly ZoneGap[]; blind?: boolean },
  nameOf: NameOf,
): string {
  const { t, lang, hours } = telling;
  if (blind) return t("gaps.said.blind");
  const when = whenPhrase(t, lang, hours);
  const unknown = all.filter(({ gap }) => gap.class === "unknown").length;
  const said = (count: number) => ({ count, number: numeral(t, count) });
  const named = act
    .slice(0, act.length === NAMED + 1 ? NAMED + 1 : NAMED)
    .map(({ id }) => `<b>${nameOf(id)}</b>`);
  const more = act.length - named.length;
  if (more > 0) named.push(t("gaps.said.more", said(more)));
  const first =
    act.length > 0
      ? t("gaps.said.gaps", { when, zones: formats(lang).list(named) })
      : t(unknown === all.length ? "gaps.said.all" : "gaps.said.none", { when });
  const rest = unknown > 0 && unknown < all.length ? ` ${t("gaps.said.unknown", said(unknown))}` : "";
  return capital(first) + rest;
}

/** One zone in a sentence, for the panel; facts stand between <b> and </b>. */
export function gapSentence(telling: Telling, zone: ZoneGap, needName: NameOf): string {
  const { t, lang, hours } = telling;
  const when = whenPhrase(t, lang, hours);
  const said = t(`gaps.zone.${sentenceOf(zone)}`, { when, ...factsOf(lang, zone, needName) });
  return capital(said).replace("….", "…");
}

/** A figure of some needs only says of which, where others may lack too. */
function sentenceOf({ gap, lacking, needs }: ZoneGap) {
  const others = needs.some((one) => one.gap.class !== "covered" && !lacking.includes(one.need));
  if (gap.class === "covered" || gap.class === "unknown" || !others) return gap.class;
  return `${gap.class}Only` as const;
}

/** One zone in a sentence, for its tooltip. */
export const gapTip = ({ t, lang }: Telling, zone: ZoneGap, needName: NameOf): string =>
  t(`gaps.tip.${zone.gap.class}`, factsOf(lang, zone, needName));

/** The threshold and what it is made of: "soglia 28: 1 per ogni fascia di ogni giorno". */
export function thresholdText(
  { t, lang }: Pick<Telling, "t" | "lang">,
  { known: { network } }: Pick<Screen, "known">,
  { threshold, touched }: Pick<Gaps, "threshold" | "touched">,
): string {
  const whole = (value: number) => (Number.isInteger(value) ? String(value) : episodes(lang, value));
  const said = { n: whole(threshold), each: whole(network.gap_threshold), count: touched };
  return t(touched === 7 * network.slots.length ? "gaps.thresholdWeek" : "gaps.threshold", said);
}

/** The needs a gap is said of, three at most. */
export const lackingNames = ({ lacking }: ZoneGap, needName: NameOf): string =>
  `${lacking
    .slice(0, 3)
    .map((id) => needName(id).toLocaleLowerCase())
    .join(", ")}${lacking.length > 3 ? " …" : ""}`;

/** How much presence stands behind a zone to go and look at. */
export function presenceText({ t, lang }: Telling, zone: ZoneGap, weeks: number): string {
  const hours = Math.round(zone.hours);
  const said = { count: hours, hours: formats(lang).count(hours), weeks };
  return hours > 0 && zone.gap.class === "uncertain" ? t("gaps.row.few", said) : t("gaps.row.hours", said);
}

function factsOf(lang: Lang, zone: ZoneGap, needName: NameOf) {
  const { gap, chosen } = zone;
  const [from, to] = gap.interval ?? [0, 0];
  return {
    n: episodes(lang, gap.middle ?? 0),
    from: episodes(lang, from),
    to: episodes(lang, to),
    needs: lackingNames(zone, needName),
    uncovered: formats(lang).count(gap.uncovered),
    chosen,
  };
}
