import type { Command } from "commander";
import type { Finding } from "../../domain/emerging/reading.ts";
import { readClosesIn } from "../emerging/storedReadings.ts";
import { type EmergingAnswer, emergingIn } from "../emerging.ts";
import { knownNeeds } from "../gaps.ts";
import type { ClosedPeriod } from "../sources.ts";
import { type Asked, ask, heading, nameIn, type Question } from "./ask.ts";
import { blindLine, emergingWords, findingLine, newsLine, type Telling } from "./emergingWords.ts";
import { networkCommand, say } from "./options.ts";
import { type Cell, sayCsv } from "./table.ts";

type Options = Omit<Question, "period"> & { epoch?: string };

/** `emerging`: what a close says of needs that grow, what is new in it and how much it cannot see. */
export const emergingCommand = (): Command =>
  networkCommand("emerging")
    .description("needs that grow beyond chance, as read at a close, and what is new")
    .option("--epoch <week>", "a closed week, like 2026-W47 (default: the newest that was read)")
    .option("--needs <ids>", "ids with commas (default: all needs)")
    .option("--lang <lang>", "it or en (default: the network's, or English where LANG says so)")
    .option("--csv", "print a table with commas and points")
    .action((options: Options) => ask(options, (asked) => tell(asked, options)));

async function tell(asked: Asked, { epoch, needs, csv }: Options): Promise<void> {
  const known = knownNeeds(asked.sources, needs);
  refuseUnread(epoch, await readClosesIn(asked.sources.published));
  const answer = await emergingIn(asked.sources, { epoch });
  const told = { ...asked, period: weekOf(answer) };
  const notes = heading(told, needs ? { needs } : {});
  (csv ? tellCsv : tellLists)(told, ofNeeds(answer, known), notes);
}

function refuseUnread(epoch: string | undefined, read: readonly { id: string }[]): void {
  if (epoch === undefined || read.length === 0 || read.some(({ id }) => id === epoch)) return;
  throw new Error(`--epoch: no such close was read: those from ${read.at(-1)?.id} to ${read[0]?.id} were.`);
}

/** @throws Error when no close was read */
function weekOf({ epoch, from, to, closed_at }: EmergingAnswer): ClosedPeriod {
  if (epoch === null || from === null || to === null || closed_at === null)
    throw new Error("No close was read yet: `npm run sguardo -- close` reads those that are due.");
  return { id: epoch, kind: "week", from, to, closed_at };
}

type Read = Pick<EmergingAnswer, "states" | "findings" | "news">;

function ofNeeds({ states, findings, news }: EmergingAnswer, needs: readonly string[]): Read {
  const asked = (need: string | undefined) => needs.length === 0 || needs.includes(need ?? "");
  const kept = <Value>(column: readonly Value[]) => column.filter((_, i) => asked(states.need[i]));
  return {
    states: {
      zone: kept(states.zone),
      need: kept(states.need),
      state: kept(states.state),
      trend: kept(states.trend),
    },
    findings: findings.filter(({ need }) => asked(need)),
    news: news.filter(({ finding }) => asked(finding.need)),
  };
}

function tellLists({ sources: { network }, period, lang }: Asked, read: Read, notes: readonly string[]) {
  const telling: Telling = {
    ...{ lang, week: period.from },
    zoneName: nameIn(network.zones, lang),
    needName: nameIn(network.needs, lang),
  };
  const said = emergingWords[lang];
  for (const note of notes) say(note);
  const lists = [
    [said.grows, read.findings.map((finding) => findingLine(telling, finding)), said.nothing],
    [said.news, read.news.map((one) => newsLine(telling, one)), said.noNews],
  ] as const;
  for (const [title, told, none] of lists) {
    say(`\n${title}`);
    told.forEach((line, i) => {
      say(`${String(i + 1).padStart(3)}. ${line}`);
    });
    if (told.length === 0) say(`  ${none}`);
  }
  say(`\n${blindLine(lang, read.states)}`);
  say(said.method);
}

const PLACE = ["zone", "name", "need", "state", "trend"];
const FOUND = ["finding", "kind", "grade", "ratio", "since", "weeks", "strength", "services", "corrected"];

/** A row for each need in each place, and what is found of it there; a finding of several zones stands in each. */
function tellCsv({ sources: { network }, lang }: Asked, read: Read, notes: readonly string[]): void {
  const { states, findings } = read;
  const name = nameIn(network.zones, lang);
  const { everywhere, method } = emergingWords[lang];
  const rows = states.state.flatMap((state, i) => {
    const [zone, need] = [states.zone[i] ?? null, states.need[i] ?? ""];
    const place: Cell[] = [
      zone,
      zone === null ? everywhere : name(zone),
      need,
      state,
      states.trend[i] ?? null,
    ];
    const found = findings.filter((one) => one.need === need && isIn(one, zone));
    return (found.length > 0 ? found : [null]).map((one) => [...place, ...foundCells(one)]);
  });
  sayCsv([...notes, blindLine(lang, states), method], [[...PLACE, ...FOUND], ...rows]);
}

const isIn = ({ zones }: Finding, zone: string | null) =>
  zone === null ? zones.length === 0 : zones.includes(zone);

function foundCells(finding: Finding | null): Cell[] {
  if (!finding) return FOUND.map(() => null);
  const { id, kind, grade, ratio, since, weeks, strength, services, corrected } = finding;
  return [id, kind, grade, ratio, since, weeks, strength, services, corrected ? "yes" : "no"];
}
