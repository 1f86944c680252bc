import type { Command } from "commander";
import { occasionsOf } from "../../domain/chosenHours.ts";
import type { Coverage } from "../../domain/coverage.ts";
import { type NeedState, needState } from "../../domain/needCoverage.ts";
import { stripPlace } from "../../domain/week.ts";
import { type ZoneState, zoneStates } from "../../domain/zoneMarks.ts";
import { coverageIn } from "../coverage.ts";
import { hoursOf, knownNeeds, laidOut } from "../gaps.ts";
import { type Asked, ask, heading, nameIn, type Question, questionCommand } from "./ask.ts";
import { say } from "./options.ts";
import { sayCsv, sayTable } from "./table.ts";
import { words } from "./words.ts";

type Options = Question & { hours?: string };

/** `need` null = presence as such, of any service; hours are how many of those chosen. */
type Row = { need: string | null; state: ZoneState } & Record<NeedState, number>;

/** `coverage`: who is where in the chosen hours, and how many of them are served, not served or not known. */
export const coverageCommand = (): Command =>
  questionCommand("coverage")
    .description("who is where, zone by zone, and which hours are served, not served or not known")
    .option("--hours <hours>", "like fri-22-24,sat-06-10 (default: the whole week)")
    .action((options: Options) =>
      ask(options, async (asked) => {
        const rows = await rowsAsked(asked, options);
        const { hours, needs } = options;
        const notes = heading(asked, { hours: hours ?? "", ...(needs ? { needs } : {}) });
        if (options.csv) tellCsv(asked, rows, notes);
        else tellTable(asked, rows, notes);
      }),
    );

async function rowsAsked(asked: Asked, { hours, needs }: Options): Promise<Row[]> {
  const { network, published } = asked.sources;
  const chosen = hoursOf("hours", hours, network.day_start);
  const named = knownNeeds(asked.sources, needs);
  const coverage = laidOut(network, await coverageIn(published, asked.period));
  const of = named.length > 0 ? named : [null];
  return of.flatMap((need) => rowsOf(asked, { coverage, chosen, need }));
}

function rowsOf(
  { sources: { network } }: Asked,
  { coverage, chosen, need }: { coverage: Coverage; chosen: number[]; need: string | null },
): Row[] {
  const able = network.services.filter(({ needs }) => need === null || needs.includes(need));
  const competent = able.map(({ id }) => id);
  const places = chosen.map((hour) => stripPlace(hour, network.day_start));
  const occasions = occasionsOf(places, "once").map((one) =>
    chosen.filter((hour) => one.includes(stripPlace(hour, network.day_start))),
  );
  const states = zoneStates(coverage, { occasions, services: need === null ? null : competent });
  return states.map((state) => {
    const hours = chosen.map((hour) => needState(coverage, { zone: state.zone, competent }, hour));
    const of = (kind: NeedState) => hours.filter((one) => one === kind).length;
    return { need, state, served: of("served"), not_served: of("not_served"), not_known: of("not_known") };
  });
}

function tellTable(
  { sources: { network }, lang }: Asked,
  rows: readonly Row[],
  notes: readonly string[],
): void {
  const said = words[lang];
  const [zone, need, service] = [network.zones, network.needs, network.services].map((things) =>
    nameIn(things, lang),
  );
  const names = (ids: readonly string[]) => ids.map((id) => service?.(id)).join(", ");
  for (const note of notes) say(note);
  say("");
  const byNeed = rows.some((row) => row.need !== null);
  const header = [said.zone, said.served, said.notServed, said.notKnown, said.seen, said.rare];
  sayTable([
    byNeed ? [said.need, ...header] : header,
    ...rows.map((row) => [
      ...(row.need === null ? [] : [need?.(row.need) ?? ""]),
      ...[zone?.(row.state.zone) ?? "", `${row.served}`, `${row.not_served}`, `${row.not_known}`],
      ...[
        names(row.state.seen) || (row.state.level === null ? said.unknown : said.nobody),
        names(row.state.rare),
      ],
    ]),
  ]);
}

const COLUMNS = [
  "zone",
  "name",
  "need",
  "served_hours",
  "not_served_hours",
  "not_known_hours",
  "seen",
  "rare",
];

function tellCsv(
  { sources: { network }, lang }: Asked,
  rows: readonly Row[],
  notes: readonly string[],
): void {
  const name = nameIn(network.zones, lang);
  sayCsv(notes, [
    COLUMNS,
    ...rows.map(({ need, state, served, not_served, not_known }) => [
      ...[state.zone, name(state.zone), need, served, not_served, not_known],
      ...[state.level === null ? null : state.seen.join(";"), state.rare.join(";")],
    ]),
  ]);
}
