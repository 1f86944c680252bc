import type { HoursFacts } from "../domain/chosenHours.ts";
import type { Rare, ZoneState } from "../domain/zoneMarks.ts";
import { formats } from "./format.ts";
import { hoursTitle, whenPhrase } from "./hoursWords.ts";
import { capital, type Lang, numeral, type Words } from "./words.ts";

/**
 * What a sentence needs to be said: words, language, the chosen hours and whether they are judged day by day, whether
 * only some services count, how many weeks the period has (one week is no habit), the names of slots.
 */
export type Telling = {
  t: Words;
  lang: Lang;
  hours: HoursFacts;
  byDay: boolean;
  weeks: number;
  filtered: boolean;
  shelfLifeWeeks: number;
  slotName: (slot: string) => string;
};

/** One zone over the chosen hours in one or two sentences; facts stand between <b> and </b>. */
export function zoneSentence(
  telling: Telling,
  state: ZoneState,
  nameOf: (service: string) => string,
): string {
  if (state.level === null) {
    const rare = rareSentences(telling, state, nameOf);
    return [unknownSentence(telling, state), ...rare].join(" ");
  }
  const { t, weeks } = telling;
  const count = state.seen.length;
  const said = {
    when: whenOf(telling, count > 0),
    count,
    number: numeral(t, count),
    among: amongOf(telling),
  };
  const days = state.rhythms.some(({ rhythm }) => rhythm === "days");
  const few = count === 0 && state.rare.length > 0;
  const once = few && days ? t("zone.onceFew", said) : t("zone.once", said);
  const usual = few ? t("zone.few", said) : t("zone.seen", said);
  const first = capital(weeks === 1 ? once : usual);
  return [first, ...rareSentences(telling, state, nameOf)].join(" ");
}

/** The zone in one line, for the phone. */
export function zoneLine(telling: Telling, name: string, state: ZoneState): string {
  const { t, lang, hours, weeks } = telling;
  const said = { name, hours: hoursTitle(t, lang, hours), among: amongOf(telling) };
  if (state.level === null) return t("zone.short.unknown", said);
  const count = state.seen.length;
  return t(weeks === 1 ? "zone.short.once" : "zone.short.seen", {
    ...said,
    count,
    number: numeral(t, count),
  });
}

/** The whole network over the chosen hours. */
export function networkSentence(telling: Telling, states: readonly ZoneState[]): string {
  const { t, weeks } = telling;
  const nobody = states.filter(({ level }) => level === 0);
  const served = states.filter(({ level }) => level !== null && level > 0).length;
  const few = nobody.filter(({ rare }) => rare.length > 0).length;
  const unknown = states.filter(({ level }) => level === null).length;
  const said = (count: number) => ({ count, number: numeral(t, count), among: amongOf(telling) });
  const all = { ...said(served), when: whenOf(telling, true), total: numeral(t, states.length) };
  const sentences = [capital(t(weeks === 1 ? "network.once" : "network.served", all))];
  const empty = nobody.length - few;
  if (empty > 0) sentences.push(t(weeks === 1 ? "network.emptyOnce" : "network.empty", said(empty)));
  if (few > 0) sentences.push(t(weeks === 1 ? "network.fewOnce" : "network.few", said(few)));
  if (unknown > 0) sentences.push(t("network.unknown", said(unknown)));
  return sentences.join(" ");
}

function whenOf({ t, lang, hours, weeks, byDay }: Telling, most: boolean): string {
  const when = whenPhrase(t, lang, hours);
  if (weeks !== 1) return when;
  if (hours.kind === "week") return t("when.onceWeek");
  return t(byDay && most ? "when.onceDays" : "when.once", { when: when.replace(/,$/, "") });
}

const amongOf = ({ t, filtered }: Telling): string => (filtered ? t("zone.among") : "");

function unknownSentence(telling: Telling, { stale, rare }: ZoneState): string {
  const { t, lang, shelfLifeWeeks: count, slotName } = telling;
  const said = { count, number: numeral(t, count) };
  if (!stale && rare.length > 0)
    return capital(
      t("zone.plannedOnly", { when: whenPhrase(t, lang, telling.hours), among: amongOf(telling) }),
    );
  if (stale && !stale.all) {
    const names = formats(lang).list(stale.slots.map((slot) => slotName(slot).toLocaleLowerCase(lang)));
    return t("zone.partly", { ...said, slots: t("zone.slots", { count: stale.slots.length, names }) });
  }
  const date = stale?.last ? formats(lang).date(stale.last) : null;
  const last = date === null ? t("zone.neverSeen") : t("zone.lastSeen", { date });
  return capital(t("zone.unknown", { ...said, when: whenPhrase(t, lang, telling.hours), last }));
}

const RHYTHMS = ["days", "alternate", "some", "missing", "declared"] as const;

/** Who is there at times, one sentence a rhythm. */
function rareSentences(telling: Telling, state: ZoneState, nameOf: (service: string) => string): string[] {
  return RHYTHMS.flatMap((rhythm) => {
    const rares = state.rhythms.filter((rare) => rare.rhythm === rhythm);
    return rares.length > 0
      ? [rareSentence(telling, { rares, rhythm, seen: state.seen.length }, nameOf)]
      : [];
  });
}

function rareSentence(
  telling: Telling,
  { rares, rhythm, seen }: { rares: readonly Rare[]; rhythm: Rare["rhythm"]; seen: number },
  nameOf: (service: string) => string,
): string {
  const { t, lang, weeks } = telling;
  const among = amongOf(telling);
  const [only] = rares;
  const next = seen + 1;
  if (only && rhythm === "missing" && weeks > 1 && rares.length === 1 && seen > 0 && next <= 10) {
    return t("zone.nextRare", { ordinal: t(`ordinal.${next as 2}`), name: nameOf(only.service), among });
  }
  const named = rares.map(({ service, seen: n, of }) => {
    const name = nameOf(service);
    return rhythm === "missing" || rhythm === "declared" ? name : t("zone.timesOf", { name, n, of });
  });
  const said = { count: rares.length, names: formats(lang).list(named), among };
  const missing = weeks === 1 ? "zone.missed" : "zone.rare";
  return capital(t(rhythm === "missing" ? missing : `zone.${rhythm}`, said).trim());
}
