import type { Command } from "commander";
import { type OverlapsAnswer, overlapsIn } from "../overlaps.ts";
import { type Asked, ask, heading, nameIn, type Question, questionCommand } from "./ask.ts";
import { say } from "./options.ts";
import { sayCsv, sayTable } from "./table.ts";
import { formats, words } from "./words.ts";

type Options = Question & { hours?: string; zone?: string };
type Overlap = OverlapsAnswer["overlaps"][number];

/** `overlaps`: who usually is where somebody else is, how their aims go together, and who could go where instead. */
export const overlapsCommand = (): Command =>
  questionCommand("overlaps")
    .description("services in one place and hour: how their aims go together, who could go elsewhere")
    .option("--hours <hours>", "like fri-22-24,sat-06-10 (default: the whole week)")
    .option("--zone <id>", "one zone (default: all)")
    .action((options: Options) =>
      ask(options, async (asked) => {
        const { hours, needs, zone } = options;
        const { overlaps } = await overlapsIn(asked.sources, { period: asked.period.id, hours, needs, zone });
        const notes = heading(asked, { hours: hours ?? "", ...(needs ? { needs } : {}) });
        if (options.csv) tellCsv(overlaps, notes);
        else tellTable(asked, overlaps, notes);
      }),
    );

function tellTable(
  { sources: { network }, lang }: Asked,
  overlaps: readonly Overlap[],
  notes: readonly string[],
): void {
  const said = words[lang];
  const [zone, service] = [nameIn(network.zones, lang), nameIn(network.services, lang)];
  const told = formats(lang);
  const moveText = ({ moves: [best] }: Overlap) =>
    best ? said.moves(service(best.service), zone(best.to), told.episodes(best.gain - best.loss)) : "";
  for (const note of [...notes, ""]) say(note);
  if (overlaps.length === 0) {
    say(said.noOverlap);
    return;
  }
  sayTable([
    [said.zone, said.verdict, said.minutes, said.hours, said.services, said.move],
    ...overlaps.map((overlap) => [
      ...[zone(overlap.zone), said[overlap.verdict], `${overlap.minutes}`, `${overlap.hours.length}`],
      ...[told.list(overlap.services.map(service)), moveText(overlap)],
    ]),
  ]);
}

const COLUMNS = ["zone", "first", "second", "verdict", "minutes_a_week", "hours", "share", "shared_needs"];

function tellCsv(overlaps: readonly Overlap[], notes: readonly string[]): void {
  sayCsv(notes, [
    [...COLUMNS, "who_could_move", "to", "gain", "loss"],
    ...overlaps.map(({ zone, services, verdict, minutes, hours, share, shared_needs, moves: [best] }) => [
      ...[zone, ...services, verdict, minutes, hours.length, share, shared_needs.join(";")],
      ...[best?.service ?? null, best?.to ?? null, best?.gain ?? null, best?.loss ?? null],
    ]),
  ]);
}
