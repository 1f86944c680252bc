import type { HoursFacts } from "../domain/chosenHours.ts";
import type { ZoneState } from "../domain/zoneMarks.ts";
import { formats } from "./format.ts";
import { hoursTitle, whenPhrase } from "./hoursWords.ts";
import { capital, type Lang, numeral, type Words } from "./words.ts";

/** What a sentence needs to be said: words, language, the chosen hours, whether only some services count. */
export type Telling = { t: Words; lang: Lang; hours: HoursFacts; filtered: boolean; shelfLifeWeeks: number };

/** One zone over the chosen hours in one or two sentences; facts stand between <b> and </b>. */
export function zoneSentence(
  telling: Telling,
  state: ZoneState,
  nameOf: (service: string) => string,
): string {
  const { t, lang, hours, filtered, shelfLifeWeeks } = telling;
  const when = whenPhrase(t, lang, hours);
  if (state.level === null) {
    return capital(t("zone.unknown", { when, count: shelfLifeWeeks, number: numeral(t, shelfLifeWeeks) }));
  }
  const count = state.seen.length;
  const among = filtered ? t("zone.among") : "";
  const first = capital(t("zone.seen", { when, count, number: numeral(t, count), among }));
  const rare = rareSentence(telling, state, nameOf);
  return rare === null ? first : `${first} ${rare}`;
}

/** The zone in one line, for the phone. */
export function zoneLine({ t, lang, hours }: Telling, name: string, state: ZoneState): string {
  const said = { name, hours: hoursTitle(t, lang, hours) };
  if (state.level === null) return t("zone.short.unknown", said);
  const count = state.seen.length;
  return t("zone.short.seen", { ...said, count, number: numeral(t, count) });
}

/** The whole network over the chosen hours. */
export function networkSentence({ t, lang, hours, filtered }: Telling, states: readonly ZoneState[]): string {
  const when = whenPhrase(t, lang, hours);
  const [served, empty, unknown] = [
    states.filter(({ level }) => level !== null && level > 0).length,
    states.filter(({ level }) => level === 0).length,
    states.filter(({ level }) => level === null).length,
  ];
  const among = filtered ? t("zone.among") : "";
  const said = (count: number) => ({ count, number: numeral(t, count) });
  const sentences = [
    capital(t("network.served", { ...said(served), when, total: numeral(t, states.length), among })),
  ];
  if (empty > 0) sentences.push(t("network.empty", said(empty)));
  if (unknown > 0) sentences.push(t("network.unknown", said(unknown)));
  return sentences.join(" ");
}

function rareSentence({ t, lang }: Telling, { seen, rare }: ZoneState, nameOf: (service: string) => string) {
  const [only] = rare;
  if (only === undefined) return null;
  const next = seen.length + 1;
  if (rare.length === 1 && seen.length > 0 && next <= 10) {
    return t("zone.nextRare", { ordinal: t(`ordinal.${next as 2}`), name: nameOf(only) });
  }
  return capital(t("zone.rare", { count: rare.length, names: formats(lang).list(rare.map(nameOf)) }));
}
