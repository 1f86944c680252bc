import type { Command } from "commander";
import type { ZoneGap } from "../../domain/gaps/gapsOf.ts";
import { gapsIn } from "../gaps.ts";
import { type Asked, ask, heading, nameIn, type Question, questionCommand } from "./ask.ts";
import { actLine, gapWords, lookLine, type Telling } from "./gapWords.ts";
import { say } from "./options.ts";
import { sayCsv } from "./table.ts";

type Options = Question & { hours?: string };
type Found = Awaited<ReturnType<typeof gapsIn>>;

/** `gaps`: the two lists of *Dove manca?*, where to act and where to go and look, from published cells. */
export const gapsCommand = (): Command =>
  questionCommand("gaps")
    .description("where need stays uncovered: zones to act on, zones to go and look at")
    .option("--hours <hours>", "like fri-22-24,sat-06-10 (default: the whole week)")
    .action((options: Options) =>
      ask(options, async (asked) => {
        const { hours, needs } = options;
        const found = await gapsIn(asked.sources, { period: asked.period.id, hours, needs });
        const notes = heading(asked, { hours: hours ?? "", ...(needs ? { needs } : {}) });
        if (options.csv) tellCsv(asked, found, notes);
        else tellLists(asked, found, notes);
      }),
    );

function tellLists({ sources: { network }, lang }: Asked, found: Found, notes: readonly string[]): void {
  const telling: Telling = {
    lang,
    network,
    ...found,
    zoneName: nameIn(network.zones, lang),
    needName: nameIn(network.needs, lang),
  };
  const said = gapWords[lang];
  for (const note of notes) say(note);
  say(said.threshold(found.threshold));
  const lists = [
    [said.act, found.act.map((zone) => actLine(telling, zone)), said.noAct],
    [said.look, found.look.map((zone) => lookLine(telling, zone)), said.noLook],
  ] as const;
  for (const [title, lines, none] of lists) {
    say(`\n${title}`);
    lines.forEach((line, i) => {
      say(`${String(i + 1).padStart(3)}. ${line}`);
    });
    if (lines.length === 0) say(`  ${none}`);
  }
  say(`\n${said.assume}`);
}

const COLUMNS = ["zone", "name", "class", "expected", "from", "to", "uncovered_hours", "chosen_hours"];
const MORE = ["presence_hours", "needs", "figures_of", "act", "look"];

function tellCsv({ sources: { network }, lang }: Asked, found: Found, notes: readonly string[]): void {
  const name = nameIn(network.zones, lang);
  const { act } = found;
  const place = (list: readonly ZoneGap[], zone: ZoneGap) => list.indexOf(zone) + 1 || null;
  const listed = new Set([...act, ...found.look]);
  const ordered = [...listed, ...found.zones.filter((zone) => !listed.has(zone))];
  const rows = ordered.map((zone) => [
    ...[zone.id, name(zone.id), zone.gap.class, zone.gap.middle],
    ...[zone.gap.interval?.[0] ?? null, zone.gap.interval?.[1] ?? null, zone.gap.uncovered, zone.chosen],
    ...[zone.hours, zone.lacking.join(";"), [...new Set(zone.origins.map(({ period }) => period))].join(";")],
    ...[place(act, zone), place(found.look, zone)],
  ]);
  const { threshold, assume } = gapWords[lang];
  sayCsv([...notes, threshold(found.threshold), assume], [[...COLUMNS, ...MORE], ...rows]);
}
