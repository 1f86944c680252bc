import type { Move } from "../../../domain/overlaps/moves.ts";
import type { Overlap } from "../../../domain/overlaps/overlaps.ts";
import type { Obstacle } from "../../../domain/overlaps/partings.ts";
import { formats } from "../../format.ts";
import { hoursList } from "../../hoursList.ts";
import { whenPhrase } from "../../hoursWords.ts";
import type { Overlaps } from "../../useOverlaps.ts";
import type { Screen } from "../../useScreen.ts";
import { capital, everydayName, nameOf, numeral } from "../../words.ts";
import { episodes } from "../gaps/gapWords.ts";

/** How two services go together, where there is no room for a word. */
export const SIGNS = { contrasting: "≠", redundant: "=", complementary: "+", unjudged: "?" } as const;

/** Names of what the network has, in the language of the page. */
export function namesIn({ known, telling: { lang }, serviceOf }: Screen) {
  const name = <T extends { id: string }>(things: readonly T[], id: string) =>
    nameOf(things.find((thing) => thing.id === id) ?? { id }, lang);
  const zones = known.zones.features.map(({ properties }) => properties);
  return {
    zone: (id: string) => name(zones, id),
    need: (id: string) => name(known.needs, id).toLocaleLowerCase(lang),
    aim: (id: string) => name(known.network.aims, id).toLocaleLowerCase(lang),
    service: (id: string) => everydayName(serviceOf(id) ?? { id }, lang),
  };
}

/** The chosen hours in the whole network, or in the chosen zone: contrasts first, then who is one too many. */
export function overlapsSentence(screen: Screen, { listed, seen, silent }: Overlaps): string {
  const { t, lang, hours } = screen.telling;
  if (!seen) return t("overlaps.said.nobody");
  const names = namesIn(screen);
  const of = (verdict: Overlap["verdict"]) => listed.filter((overlap) => overlap.verdict === verdict);
  const [contrasting, redundant] = [of("contrasting"), of("redundant")];
  const [first] = contrasting;
  const said = (count: number) => ({ count, number: numeral(t, count), when: whenPhrase(t, lang, hours) });
  const facts = first && {
    a: names.service(first.services[0]),
    b: names.service(first.services[1]),
    zone: names.zone(first.zone),
  };
  return [
    capital(t("overlaps.said.contrasting", { ...said(contrasting.length), ...facts })),
    ...(redundant.length > 0 ? [t("overlaps.said.redundant", said(redundant.length))] : []),
    ...(silent > 0 ? [t("overlaps.said.silent", said(silent))] : []),
  ].join(" ");
}

/** When two services are together: "lun–ven 09–14, ven e sab 22–01"; `most` parts, the rest counted. */
export function whenTogether(
  { telling, known }: Screen,
  hours: readonly number[],
  most = Number.POSITIVE_INFINITY,
): string {
  const parts = hoursList(telling, hours, known.network.day_start);
  const more = parts.length - most;
  const shown =
    more > 0 ? [...parts.slice(0, most), telling.t("overlaps.moreHours", { count: more })] : parts;
  return shown.join("; ");
}

/** "45 min", "31,7 ore". */
export function timeTogether({ telling: { t, lang } }: Screen, minutes: number): string {
  const { count, rate } = formats(lang);
  return minutes < 59.5
    ? t("overlaps.minutes", { n: count(minutes) })
    : t("overlaps.hours", { n: rate(minutes / 60) });
}

/** One overlap in a sentence, for its panel. */
export function overlapSentence(screen: Screen, { services: [a, b], verdict }: Overlap): string {
  const { service } = namesIn(screen);
  return screen.telling.t(`overlaps.one.${verdict}`, { a: service(a), b: service(b) });
}

/** A zone's overlaps in a few words, for its tooltip and the list of zones. */
export function overlapTip(screen: Screen, overlaps: readonly Overlap[]): string {
  const { t } = screen.telling;
  const names = namesIn(screen);
  const [first] = overlaps;
  if (!first) return t("overlaps.tip.none");
  const [a, b] = first.services.map(names.service);
  const head = t("overlaps.tip.first", { a, b, verdict: t(`overlaps.verdict.${first.verdict}`) });
  const more = overlaps.length - 1;
  return more > 0 ? `${head}; ${t("overlaps.more", { count: more })}` : head;
}

/** A move in a sentence; facts stand between <b> and </b>. */
export function moveText(screen: Screen, { service, to, hours, needs, gain, loss }: Move): string {
  const { t, lang } = screen.telling;
  const names = namesIn(screen);
  const little = loss < 0.05;
  return t(little ? "overlaps.move.free" : "overlaps.move.cost", {
    service: names.service(service),
    zone: names.zone(to),
    hours: whenTogether(screen, hours),
    needs: firstThree(needs.map(names.need)),
    gain: episodes(lang, gain),
    loss: episodes(lang, loss),
  });
}

/** Why a service had better stay. */
export function obstacleText(screen: Screen, { service, why, need }: Obstacle): string {
  const names = namesIn(screen);
  return screen.telling.t(`overlaps.stay.${why}`, {
    service: names.service(service),
    need: need === null ? "" : names.need(need),
  });
}

const firstThree = (names: readonly string[]): string =>
  `${names.slice(0, 3).join(", ")}${names.length > 3 ? " …" : ""}`;
