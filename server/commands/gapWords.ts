import type { GapField } from "../../domain/gaps/gapField.ts";
import type { ZoneGap } from "../../domain/gaps/gapsOf.ts";
import type { Network } from "../../domain/network.ts";
import { stayOf, weeksChosen } from "../../domain/stay.ts";
import { eitherWeek, weekCount, weeksIn } from "../../domain/weekMask.ts";
import { counted } from "../counted.ts";
import type { Lang } from "../startWords.ts";
import { formats } from "./words.ts";

/** What a line about a zone is said from. */
export type Telling = {
  lang: Lang;
  network: Network;
  field: GapField;
  chosen: readonly number[];
  zoneName: (id: string) => string;
  needName: (id: string) => string;
};

type Facts = { n: string; from: string; to: string; needs: string; open: string; of: number };

export const gapWords = {
  it: {
    act: "Agire: il bisogno c’è, i servizi no",
    look: "Andare a vedere: un’uscita qui insegna di più",
    noAct: "In queste ore nessun bisogno è sicuramente scoperto.",
    noLook: "In queste ore non c’è niente di incerto da andare a vedere.",
    assume:
      "Il conto suppone che il bisogno non cali quando nessuno guarda e che in ogni ora di una fascia sia lo stesso.",
    threshold: (n: number) => `Soglia: ${formats("it").rate(n)} episodi a settimana senza nessuno.`,
    sure: ({ n, from, to, needs }: Facts) =>
      `circa ${n} episodi a settimana senza nessuno (da ${from} a ${to}): ${needs}`,
    maybe: ({ n, from, to, needs }: Facts) =>
      `forse ${n} episodi a settimana senza nessuno (da ${from} a ${to}): ${needs}`,
    unknown: () => "non noto, chi potrebbe vedere questi bisogni non c’è stato abbastanza",
    open: ({ open, of }: Facts) => `scoperte ${open} ore su ${of}`,
    presence: (hours: number, weeks: number) =>
      `${counted(hours, "ora", "ore")} di presenza in ${counted(weeks, "settimana", "settimane")}`,
    last: (weeks: number) =>
      weeks === 0
        ? "ultima presenza nell’ultima settimana del periodo"
        : `ultima presenza ${counted(weeks, "settimana", "settimane")} prima della fine del periodo`,
    never: "in queste ore nel periodo non è passato nessuno di competente",
  },
  en: {
    act: "Act: need, but no services",
    look: "Go and look: an outing here teaches more",
    noAct: "In these hours no need is surely uncovered.",
    noLook: "In these hours there is nothing uncertain to go and look at.",
    assume:
      "The count supposes that need does not fall when nobody looks and is the same in every hour of a slot.",
    threshold: (n: number) => `Threshold: ${formats("en").rate(n)} episodes a week with nobody there.`,
    sure: ({ n, from, to, needs }: Facts) =>
      `about ${n} episodes a week with nobody there (${from} to ${to}): ${needs}`,
    maybe: ({ n, from, to, needs }: Facts) =>
      `maybe ${n} episodes a week with nobody there (${from} to ${to}): ${needs}`,
    unknown: () => "not known, those who could see these needs were not there enough",
    open: ({ open, of }: Facts) => `${open} of ${of} hours uncovered`,
    presence: (hours: number, weeks: number) =>
      `${counted(hours, "hour")} of presence in ${counted(weeks, "week")}`,
    last: (weeks: number) =>
      weeks === 0
        ? "last presence in the last week of the period"
        : `last presence ${counted(weeks, "week")} before the end of the period`,
    never: "in these hours nobody competent was there in the period",
  },
} as const satisfies Record<Lang, object>;

/** "Oltre Savio: circa 3,4 episodi a settimana senza nessuno (da 2,1 a 5,0): solitudine; scoperte 8 ore su 8; ultima presenza …" */
export function actLine(telling: Telling, zone: ZoneGap): string {
  const said = gapWords[telling.lang];
  const facts = factsOf(telling, zone);
  return `${telling.zoneName(zone.id)}: ${said.sure(facts)}; ${said.open(facts)}; ${lastText(telling, zone)}.`;
}

/** "Borello: non noto, …; 2 ore di presenza in 13 settimane; ultima presenza …" */
export function lookLine(telling: Telling, zone: ZoneGap): string {
  const said = gapWords[telling.lang];
  const kind = zone.gap.class === "unknown" ? said.unknown : said.maybe;
  const weeks = weekCount(weeksChosen(telling.field.coverage, telling.chosen));
  const parts = [kind(factsOf(telling, zone)), said.presence(Math.round(zone.hours), weeks)];
  if (zone.hours > 0) parts.push(lastText(telling, zone));
  return `${telling.zoneName(zone.id)}: ${parts.join("; ")}.`;
}

function factsOf({ lang, needName }: Telling, { gap, lacking, chosen }: ZoneGap): Facts {
  const { episodes, count } = formats(lang);
  const [from, to] = gap.interval ?? [0, 0];
  const names = lacking.slice(0, 3).map((id) => needName(id).toLocaleLowerCase(lang));
  return {
    ...{ n: episodes(gap.middle ?? 0), from: episodes(from), to: episodes(to) },
    needs: names.join(", ") + (lacking.length > 3 ? " …" : ""),
    ...{ open: count(gap.uncovered), of: chosen },
  };
}

/** When anybody competent for what a zone lacks was last there in the chosen hours. */
function lastText({ lang, network, field, chosen }: Telling, zone: ZoneGap): string {
  const able = network.services.filter(({ needs }) => needs.some((need) => zone.lacking.includes(need)));
  let seen = { lo: 0, hi: 0 };
  for (const { id } of able)
    seen = eitherWeek(seen, stayOf(field.coverage, { zone: zone.id, service: id }, [chosen]).weeks);
  const [last, newest] = [weeksIn(seen).at(-1), weeksIn(weeksChosen(field.coverage, chosen)).at(-1)];
  const said = gapWords[lang];
  return last === undefined || newest === undefined ? said.never : said.last(newest - last);
}
