import type { Finding, News } from "../../../domain/emerging/reading.ts";
import { daysBetween, formats } from "../../format.ts";
import { capital, type Lang, numeral, type Words } from "../../words.ts";

/** What a sentence about a finding needs: the words of the page and the names of the network. */
export type Saying = {
  t: Words;
  lang: Lang;
  zoneName: (id: string) => string;
  needName: (id: string) => string;
};

type Said = Pick<Finding, "kind" | "need" | "zones" | "ratio">;

/** "Solitudine a Fiorenzuola e Centro Urbano: circa il doppio dell’atteso."; facts stand between <b> and </b>. */
export function findingSentence(saying: Saying, finding: Said): string {
  const { t, needName } = saying;
  const need = capital(needName(finding.need));
  return t("emerge.said", { need, where: whereText(saying, finding.zones), how: howText(saying, finding) });
}

/** "da tre settimane", up to the close whose week began at `monday`. */
export function sinceText({ t }: Saying, { kind, since }: Pick<Finding, "kind" | "since">, monday: string) {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const count = kind === "trend" ? months(monday) - months(since) : daysBetween(since, monday) / 7 + 1;
  const said = { count: Math.max(1, Math.round(count)) };
  const key = kind === "trend" ? "emerge.sinceMonths" : "emerge.since";
  return t(key, { ...said, number: numeral(t, said.count) });
}

/** How far it may be trusted, as short sentences: effort, what confirms it, who agrees and how strongly. */
export function trustNotes({ t }: Saying, finding: Omit<Finding, "id" | "since">): string[] {
  const { kind, corrected, grade, services, strength } = finding;
  const effort = !corrected ? "uncorrected" : kind === "trend" ? "trend" : "corrected";
  const agree = services === null ? [] : [t(`emerge.agree.${services}`)];
  const rest = capital([...agree, t(`emerge.strength.${strength}`)].join("; "));
  return [
    t(`emerge.note.${effort}`),
    ...(grade === "to_confirm" ? [t("emerge.note.toConfirm")] : []),
    `${rest}.`,
  ];
}

/** One thing that is new since the close before. */
export function newsSentence(saying: Saying, news: News): string {
  const { t, needName } = saying;
  const { finding, before } = news;
  const added = finding.zones.filter((zone) => before?.zones.includes(zone) === false);
  const key = newsKey(news, added.length > 0);
  const said = {
    need: needName(finding.need).toLocaleLowerCase(saying.lang),
    where: whereText(saying, key === "grewZones" ? added : finding.zones),
    how: howText(saying, finding),
    before: before ? howText(saying, before) : "",
  };
  return capital(t(`emerge.news.${key}`, said));
}

function newsKey({ change, why, finding, before }: News, wider: boolean) {
  if (change === "ended") return why === "norm" && finding.kind === "trend" ? "steady" : (why ?? "few");
  if (change !== "grew") return change;
  if ((finding.ratio ?? 0) > (before?.ratio ?? Number.POSITIVE_INFINITY)) return "grewRatio";
  return wider ? "grewZones" : "grew";
}

/** Zones named before the rest is only counted. */
const NAMED = 4;

/** "a <b>Fiorenzuola e Centro Urbano</b>"; no zones = the whole network. */
export function whereText({ t, lang, zoneName }: Saying, zones: readonly string[]): string {
  if (zones.length === 0) return t("emerge.where.all");
  const named = zones.slice(0, zones.length === NAMED + 1 ? NAMED + 1 : NAMED).map(zoneName);
  const count = zones.length - named.length;
  const more = count > 0 ? [t("emerge.where.more", { count, number: numeral(t, count) })] : [];
  return t("emerge.where.zones", { zones: formats(lang).list([...named, ...more]) });
}

const RATIOS = { 1.5: "half", 2: "double", 3: "triple" } as const;

function howText({ t }: Saying, { kind, ratio }: Pick<Finding, "kind" | "ratio">): string {
  if (kind === "trend") return t("emerge.how.slow");
  return t(`emerge.how.${ratio === null ? "some" : RATIOS[ratio]}`);
}
