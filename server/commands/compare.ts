import type { Command } from "commander";
import { dayAndNight } from "../../domain/compare/hourSets.ts";
import { compareIn } from "../compare.ts";
import type { CompareAnswer } from "../compareAnswer.ts";
import type { Lang } from "../startWords.ts";
import { type Asked, ask, heading, nameIn, type Question, questionCommand } from "./ask.ts";
import { say } from "./options.ts";
import { sayCsv, sayTable } from "./table.ts";
import { formats, words } from "./words.ts";

type Options = Question & { a?: string; b?: string };
type Place = CompareAnswer["network"];

/** `compare`: the need per hour of presence in two sets of hours, zone by zone, from published cells. */
export const compareCommand = (): Command =>
  questionCommand("compare")
    .description("the need in two sets of hours, day and night unless others are named")
    .option("--a <slots>", "slots of the first set, with commas")
    .option("--b <slots>", "slots of the second set, with commas")
    .action((options: Options) =>
      ask(options, async (asked) => {
        const { needs } = options;
        const found = await compareIn(asked.sources, {
          period: asked.period.id,
          ...setsOf(asked, options),
          ...(needs ? { needs: needs.split(",") } : {}),
        });
        const notes = [...heading(asked, needs ? { needs } : {}), ...notesOf(asked, found)];
        if (options.csv) tellCsv(asked, found, notes);
        else tellTable(asked, found, notes);
      }),
    );

/** The two sets named; where one is not, the day or the night less what the other has. */
function setsOf({ sources: { network } }: Asked, { a, b }: Options): { a: string[]; b: string[] } {
  const usual = dayAndNight(network.slots);
  const [first, second] = [a?.split(","), b?.split(",")];
  const rest = (set: readonly string[], taken: readonly string[] = []) =>
    set.filter((slot) => !taken.includes(slot));
  return { a: first ?? rest(usual.a, second), b: second ?? rest(usual.b, first) };
}

const setName = ({ sources: { network }, lang }: Asked, slots: readonly string[]): string =>
  formats(lang).list(slots.map((slot) => nameIn(network.slots, lang)(slot).toLocaleLowerCase(lang)));

function notesOf(asked: Asked, found: CompareAnswer): string[] {
  const said = words[asked.lang];
  const coarser = found.period.id === found.asked ? [] : [said.figuresOf(found.period.id)];
  return [said.against(setName(asked, found.a), setName(asked, found.b)), ...coarser];
}

function tellTable(asked: Asked, found: CompareAnswer, notes: readonly string[]): void {
  const { lang } = asked;
  const said = words[lang];
  const name = nameIn(asked.sources.network.zones, lang);
  for (const note of notes) say(note);
  say("");
  sayTable([
    [said.zone, said.per10("A"), said.per10("B"), said.ratio, said.interval, said.finding],
    ...[found.network, ...found.zones].map((place) => [
      place.zone === null ? said.network : name(place.zone),
      ...[sideText(asked, place.a), sideText(asked, place.b)],
      ...[...ratioText(asked, place), finding(asked, place)],
    ]),
  ]);
}

function sideText({ lang }: Asked, { rate, upTo10, missing }: Place["a"]): string {
  const said = words[lang];
  if (rate === null || upTo10 === null) return missing === "no_hours" ? said.noHours : said.few;
  const [from, to] = [formats(lang).rate(rate), formats(lang).rate(upTo10)];
  return from === to ? from : said.upTo(from, to);
}

function ratioText({ lang }: Asked, { ratio, step }: Place): [string, string] {
  if (!ratio || step === null) return ["", ""];
  const { ratio: written } = formats(lang);
  const end = (value: number | null) => (value === null ? "∞" : written(value));
  return [end(ratio.ratio), words[lang].upTo(end(ratio.low), end(ratio.high))];
}

function finding({ lang }: Asked, { ratio, grade, step, a, b }: Place): string {
  const said = words[lang];
  if (!ratio || step === null || grade === "too_few")
    return a.hours === 0 || b.hours === 0 ? said.noHours : said.few;
  if (grade === "alike" || grade === "maybe_alike") return said[grade];
  return `${moreText(lang, ratio.ratio, step > 3 ? "B" : "A")}, ${said[grade]}`;
}

function moreText(lang: Lang, ratio: number | null, set: "A" | "B"): string {
  const { rate, count } = formats(lang);
  const times = ratio === null ? 0 : Math.max(ratio, 1 / ratio);
  if (times < 1.25) return words[lang].little(set);
  return words[lang].more((times >= 3 ? count : rate)(times), set);
}

const COLUMNS = [
  "zone",
  "name",
  "rate_a",
  "rate_a_at_most",
  "hours_a",
  "rate_b",
  "rate_b_at_most",
  "hours_b",
];

function tellCsv(asked: Asked, found: CompareAnswer, notes: readonly string[]): void {
  const name = nameIn(asked.sources.network.zones, asked.lang);
  sayCsv(notes, [
    [...COLUMNS, "ratio", "low", "high", "q", "grade"],
    ...[found.network, ...found.zones].map(({ zone, a, b, ratio, q, grade }) => [
      ...[zone ?? "", zone === null ? words[asked.lang].network : name(zone)],
      ...[a.rate, a.upTo10, a.hours, b.rate, b.upTo10, b.hours],
      ...[
        ratio?.ratio ?? null,
        ratio?.low ?? null,
        ratio?.high ?? null,
        q === null ? null : q.toPrecision(2),
        grade,
      ],
    ]),
  ]);
}
