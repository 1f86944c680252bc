import type { Segment } from "../../domain/chosenHours.ts";
import { counted } from "../counted.ts";
import type { Lang } from "../startWords.ts";

const LOCALES: Record<Lang, string> = { it: "it-IT", en: "en-GB" };
/** A Monday, to name weekdays by. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Numbers, days and lists as a language writes them. */
export function formats(lang: Lang) {
  const locale = LOCALES[lang];
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const range = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "medium" });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "long" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    rate: (n: number) => one.format(n),
    /** "2,6", "0,38" */
    ratio: (n: number) => (n >= 1 ? one : two).format(n),
    count: (n: number) => whole.format(n),
    percent: (n: number) => percent.format(n),
    /** "3,4"; whole from ten on. */
    episodes: (n: number) => (n >= 9.95 ? whole : one).format(n),
    list: (items: readonly string[]) => list.format(items),
    dates: (from: string, to: string) => range.formatRange(Date.parse(from), Date.parse(to)),
    /** "venerdì 22–24, notte di sabato 02–06": hours before the day starts are of the night before. */
    hours: (segments: readonly Segment[], dayStart: number) =>
      segments
        .map((part) => {
          const day = weekday.format(MONDAY + part.day * 86_400_000);
          return `${part.from < dayStart ? words[lang].nightOf(day) : day} ${clock(part)}`;
        })
        .join(", "),
  };
}

const clock = ({ from, to }: Segment) => [from, to].map((hour) => String(hour).padStart(2, "0")).join("–");

/** What the commands say above their lists and tables. */
export const words = {
  it: {
    simulated: "Dati simulati: nessuna osservazione è vera.",
    services: "servizi",
    verdict: "giudizio",
    minutes: "minuti a settimana",
    hours: "ore",
    move: "chi potrebbe andare altrove",
    contrasting: "contrastanti",
    redundant: "ridondanti",
    complementary: "complementari",
    unjudged: "senza giudizio",
    noOverlap: "Nessuna sovrapposizione in queste ore.",
    moves: (service: string, to: string, gain: string) =>
      `${service} a ${to}: ${gain} episodi a settimana in più`,
    shift: (service: string, zone: string, hours: string) => `${service} a ${zone}, ${hours}`,
    meets: (n: string, from: string, to: string) => `circa ${n} episodi a settimana (da ${from} a ${to})`,
    goAndLook: "andare a vedere",
    inAll: (meets: string) => `In tutto ${meets} che oggi nessuno incontra.`,
    unused: (hours: number) => `${counted(hours, "ora", "ore")} senza un uso.`,
    proven: (share: string) => `Almeno il ${share} del meglio possibile.`,
    best: "Non c’è scelta migliore: è provato.",
    period: "periodo",
    wholeWeek: "tutta la settimana",
    nightOf: (day: string) => `notte di ${day}`,
    needs: "bisogni",
    allNeeds: "tutti",
    zone: "zona",
    need: "bisogno",
    seen: "visto di solito",
    rare: "a volte",
    served: "ore servite",
    notServed: "non servite",
    notKnown: "non note",
    nobody: "nessuno",
    unknown: "non noto",
    network: "tutta la rete",
    per10: (set: string) => `${set}, per 10 ore`,
    ratio: "B : A",
    interval: "8 volte su 10",
    finding: "in parole",
    few: "pochi dati",
    noHours: "nessuna presenza",
    more: (times: string, set: string) => `${times} volte più bisogno in ${set}`,
    little: (set: string) => `un po’ più bisogno in ${set}`,
    almost_certain: "quasi certo",
    likely: "probabile",
    alike: "pari",
    maybe_alike: "forse pari",
    upTo: (from: string, to: string) => `da ${from} a ${to}`,
    figuresOf: (period: string) =>
      `Cifre di ${period}: il periodo chiesto non le pubblica per zona e fascia.`,
    against: (a: string, b: string) => `A = ${a}; B = ${b}. Bisogno osservato per 10 ore di presenza.`,
  },
  en: {
    simulated: "Simulated data: no observation is real.",
    services: "services",
    verdict: "verdict",
    minutes: "minutes a week",
    hours: "hours",
    move: "who could go elsewhere",
    contrasting: "contrasting",
    redundant: "redundant",
    complementary: "complementary",
    unjudged: "not judged",
    noOverlap: "No overlap in these hours.",
    moves: (service: string, to: string, gain: string) => `${service} to ${to}: ${gain} more episodes a week`,
    shift: (service: string, zone: string, hours: string) => `${service} in ${zone}, ${hours}`,
    meets: (n: string, from: string, to: string) => `about ${n} episodes a week (${from} to ${to})`,
    goAndLook: "go and look",
    inAll: (meets: string) => `In all ${meets} that nobody meets today.`,
    unused: (hours: number) => `${counted(hours, "hour")} without a use.`,
    proven: (share: string) => `At least ${share} of the best there can be.`,
    best: "There is no better choice: it is proven.",
    period: "period",
    wholeWeek: "the whole week",
    nightOf: (day: string) => `night of ${day}`,
    needs: "needs",
    allNeeds: "all",
    zone: "zone",
    need: "need",
    seen: "usually there",
    rare: "at times",
    served: "hours served",
    notServed: "not served",
    notKnown: "not known",
    nobody: "nobody",
    unknown: "not known",
    network: "whole network",
    per10: (set: string) => `${set}, per 10 hours`,
    ratio: "B : A",
    interval: "8 times in 10",
    finding: "in words",
    few: "too little data",
    noHours: "no presence",
    more: (times: string, set: string) => `${times} times more need in ${set}`,
    little: (set: string) => `a little more need in ${set}`,
    almost_certain: "almost certain",
    likely: "likely",
    alike: "equal",
    maybe_alike: "perhaps equal",
    upTo: (from: string, to: string) => `${from} to ${to}`,
    figuresOf: (period: string) =>
      `Figures of ${period}: the period asked for does not publish them by zone and slot.`,
    against: (a: string, b: string) => `A = ${a}; B = ${b}. Need observed per 10 hours of presence.`,
  },
} as const satisfies Record<Lang, object>;
