import type { Finding, News, Reading } from "../../domain/emerging/reading.ts";
import { counted } from "../counted.ts";
import type { Lang } from "../startWords.ts";
import { formats } from "./words.ts";

/** What a line about a finding is said from. `week`: the Monday of the close. */
export type Telling = {
  lang: Lang;
  week: string;
  zoneName: (id: string) => string;
  needName: (id: string) => string;
};

export const emergingWords = {
  it: {
    grows: "Che cosa cresce",
    nothing: "Nessun bisogno cresce oltre il caso, dove lo si può dire.",
    news: "Che cosa è nuovo",
    noNews: "Niente di nuovo dalla chiusura precedente.",
    everywhere: "Tutta la rete",
    more: "più dell’atteso",
    ratio: { 1.5: "circa ×1,5", 2: "circa ×2", 3: "×3 o più" },
    slow: (months: number) => `cresce piano da ${counted(months, "mese", "mesi")}`,
    since: (weeks: number) => `da ${counted(weeks, "settimana", "settimane")}`,
    services: { one: "1 servizio", two: "2 servizi concordi", several: "3 o più servizi concordi" },
    strength: { fair: "evidenza discreta", strong: "evidenza forte" },
    grade: { confirmed: "confermato", to_confirm: "da confermare", slow: "lento" },
    uncorrected: "non corretto per le ore, forse si è solo guardato di più",
    change: { appeared: "è comparso", grew: "è cresciuto", confirmed: "è confermato", ended: "è finito" },
    why: {
      norm: "è tornato all’atteso",
      few: "non si può più dire, pochi dati",
      unknown: "non si sa più, nessuno è passato",
    },
    blind: (few: number, unknown: number, of: number) =>
      `Non si può dire: pochi dati in ${few} casi su ${of} (bisogno per zona), nessuna presenza in ${unknown}. Non vuol dire che lì sia calmo.`,
    method: "Contato per ora di presenza: più ore da sole non fanno crescere un bisogno.",
  },
  en: {
    grows: "What grows",
    nothing: "No need grows beyond chance, where that can be told.",
    news: "What is new",
    noNews: "Nothing new since the close before.",
    everywhere: "The whole network",
    more: "more than expected",
    ratio: { 1.5: "about ×1.5", 2: "about ×2", 3: "×3 or more" },
    slow: (months: number) => `has grown slowly for ${counted(months, "month")}`,
    since: (weeks: number) => `for ${counted(weeks, "week")}`,
    services: { one: "1 service", two: "2 services agree", several: "3 services or more agree" },
    strength: { fair: "fair evidence", strong: "strong evidence" },
    grade: { confirmed: "confirmed", to_confirm: "to be confirmed", slow: "slow" },
    uncorrected: "not corrected for hours, perhaps only more was looked",
    change: { appeared: "appeared", grew: "grew", confirmed: "is confirmed", ended: "ended" },
    why: {
      norm: "back to what is expected",
      few: "can no longer be told, too little data",
      unknown: "no longer known, nobody was there",
    },
    blind: (few: number, unknown: number, of: number) =>
      `What cannot be told: too little data in ${few} of ${of} cases (a need in a zone), no presence in ${unknown}. That does not mean calm.`,
    method: "Counted by hour of presence: more hours alone make no need grow.",
  },
} as const satisfies Record<Lang, object>;

/** "Fiorenzuola e Centro Urbano: solitudine circa ×2 da 3 settimane; 2 servizi concordi; evidenza forte, confermato." */
export function findingLine(telling: Telling, finding: Finding): string {
  const said = emergingWords[telling.lang];
  const { services, strength, grade, corrected } = finding;
  const parts = [
    growthText(telling, finding),
    ...(services === null ? [] : [said.services[services]]),
    `${said.strength[strength]}, ${said.grade[grade]}`,
    ...(corrected ? [] : [said.uncorrected]),
  ];
  return `${parts.join("; ")}.`;
}

/** "Centro Urbano: solitudine circa ×2 da 3 settimane; è finito: è tornato all’atteso." */
export function newsLine(telling: Telling, { change, finding, why }: News): string {
  const said = emergingWords[telling.lang];
  const end = why === null ? "" : `: ${said.why[why]}`;
  return `${growthText(telling, finding)}; ${said.change[change]}${end}.`;
}

/** How many needs in zones nothing can be said of; the whole city is not a zone. */
export function blindLine(lang: Lang, { state, zone }: Pick<Reading["states"], "state" | "zone">): string {
  const places = state.filter((_, i) => zone[i] !== null);
  const count = (one: string) => places.filter((other) => other === one).length;
  return emergingWords[lang].blind(count("few"), count("unknown"), places.length);
}

function growthText({ lang, week, zoneName, needName }: Telling, finding: Finding): string {
  const said = emergingWords[lang];
  const { kind, zones, need, ratio, since } = finding;
  const where = zones.length === 0 ? said.everywhere : formats(lang).list(zones.map(zoneName));
  const weeks = Math.round((Date.parse(week) - Date.parse(since)) / (7 * 86_400_000)) + 1;
  const how =
    kind === "trend"
      ? said.slow(monthOf(week) - monthOf(since))
      : `${ratio === null ? said.more : said.ratio[ratio]} ${said.since(weeks)}`;
  return `${where}: ${needName(need).toLocaleLowerCase(lang)} ${how}`;
}

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
