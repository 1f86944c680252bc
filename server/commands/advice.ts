import type { Command } from "commander";
import { parseSegments } from "../../domain/chosenHours.ts";
import { type AdviceAnswer, AdviceQuestion, adviceIn } from "../advice.ts";
import { type Asked, ask, heading, nameIn, type Question, questionCommand } from "./ask.ts";
import { say } from "./options.ts";
import { sayCsv } from "./table.ts";
import { formats, words } from "./words.ts";

type Options = Question &
  Record<"hours" | "services" | "zones" | "allowed" | "shortest" | "longest" | "move", string>;

/** `advice`: where a few more hours a week would meet most need that nobody meets, some of them going to look. */
export const adviceCommand = (): Command =>
  questionCommand("advice")
    .description("where a few more hours a week would meet most need, some of them going to look")
    .option("--hours <n>", "how many more hours a week", "8")
    .option("--services <ids>", "who could give them, with commas (default: any)")
    .option("--zones <ids>", "where, with commas (default: anywhere)")
    .option("--allowed <hours>", "when, like fri-22-24,sat-06-10 (default: any hour)")
    .option("--shortest <n>", "hours of the shortest shift (default: 2)")
    .option("--longest <n>", "hours of the longest shift (default: 4)")
    .option("--move <shifts>", "hours that may move, like ps.Q01.mon-08-10")
    .action((options: Options) =>
      ask(options, async (asked) => {
        const found = await adviceIn(asked.sources, questionOf(asked, options));
        const notes = heading(asked, options.needs ? { needs: options.needs } : {});
        if (options.csv) tellCsv(found, notes);
        else tellList(asked, found, notes);
      }),
    );

function questionOf({ period }: Asked, options: Options) {
  const read = AdviceQuestion.safeParse({ ...options, period: period.id });
  if (read.success) return read.data;
  const found = read.error.issues.map(({ path, message }) => {
    const [name] = path.map(String);
    return `--${name}: "${options[name as "hours"]}" (${message})`;
  });
  throw new Error(found.join("\n"));
}

type Shift = AdviceAnswer["shifts"][number];

function tellList(
  { sources: { network }, lang }: Asked,
  found: AdviceAnswer,
  notes: readonly string[],
): void {
  const said = words[lang];
  const told = formats(lang);
  const [zone, service, need] = [network.zones, network.services, network.needs].map((things) =>
    nameIn(things, lang),
  );
  const meets = ({ middle, interval: [from, to] }: AdviceAnswer["meets"]) =>
    said.meets(told.episodes(middle), told.episodes(from), told.episodes(to));
  const lineOf = (shift: Shift): string => {
    const hours = told.hours(parseSegments(shift.shift.split(".").at(-1) ?? ""), network.day_start);
    const needs = shift.needs.map((one) => need?.(one.need).toLocaleLowerCase(lang)).join(", ");
    const why = shift.meets ? meets(shift.meets) : said.goAndLook;
    return `${said.shift(service?.(shift.service) ?? "", zone?.(shift.zone) ?? "", hours)}: ${why}: ${needs}.`;
  };
  for (const note of [...notes, ""]) say(note);
  found.shifts.forEach((shift, i) => {
    say(`${String(i + 1).padStart(3)}. ${lineOf(shift)}`);
  });
  say("");
  say(said.inAll(meets(found.meets)));
  if (found.unused > 0) say(said.unused(found.unused));
  say(found.share === 1 ? said.best : said.proven(told.percent(found.share)));
}

const COLUMNS = ["service", "zone", "shift", "hours", "purpose", "meets", "from", "to", "needs"];

function tellCsv({ shifts }: AdviceAnswer, notes: readonly string[]): void {
  sayCsv(notes, [
    COLUMNS,
    ...shifts.map(({ service, zone, shift, length, purpose, meets, needs }) => [
      ...[service, zone, shift, length, purpose, meets?.middle ?? null],
      ...[meets?.interval[0] ?? null, meets?.interval[1] ?? null, needs.map(({ need }) => need).join(";")],
    ]),
  ]);
}
