import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { parseSegments } from "../../domain/chosenHours.ts";
import type { Named, Network } from "../../domain/network.ts";
import { firstDayOf } from "../../domain/period.ts";
import { counted } from "../counted.ts";
import { closeDb } from "../db.ts";
import { type ClosedPeriod, closedPeriods, type Sources } from "../sources.ts";
import { type Lang, langOf } from "../startWords.ts";
import { openPublished } from "../store.ts";
import { configOf, type Folders, networkCommand } from "./options.ts";
import { servedNetwork } from "./servedNetwork.ts";
import { formats, words } from "./words.ts";

type Names = Partial<Record<"needs" | "zones" | "zone" | "services" | "a" | "b", string>>;
export type Question = Folders &
  Pick<Names, "needs"> & { period?: string; epoch?: string; lang?: string; csv?: boolean };

/** What a question is answered from: published cells and presence; the vault stays shut. */
export type Asked = { sources: Sources; period: ClosedPeriod; lang: Lang };

/** A command that asks what the API answers, of a data folder that no server holds open. */
export const questionCommand = (name: string): Command =>
  networkCommand(name)
    .option("--period <id>", "closed period, like 2026-Q3 or 2026-09 (default: the newest quarter)")
    .option("--needs <ids>", "ids with commas (default: all needs)")
    .option("--lang <lang>", "it or en (default: the network's, or English where LANG says so)")
    .option("--csv", "print a table with commas and points");

/** Opens what a question asks of, and closes it again. @throws Error when there is no data or no such period */
export async function ask(options: Question & Names, answer: (asked: Asked) => Promise<void>): Promise<void> {
  const config = configOf(options);
  const { network: served, latticeOn } = await servedNetwork(config);
  // What is asked of a period is asked of the network it was counted in.
  const day = firstDayOf(options.period ?? options.epoch ?? "");
  const network = (day === null ? null : latticeOn(day))?.network ?? served;
  const lang = langOf(options.lang, process.env, network.locale);
  if (!existsSync(join(config.data, "published.duckdb")))
    throw new Error(
      `${config.data} holds no data yet: import some, or start the server once, or name another folder with --data.`,
    );
  const published = await openPublished(config.data, network);
  try {
    refuseUnknown(network, options);
    const period = periodOf(await closedPeriods(published), options.period);
    await answer({ sources: { network, published, basemap: {} }, period, lang });
  } finally {
    await closeDb(published);
  }
}

/** The API refuses names it does not know with one text for all; at one's own keyboard it helps to see which there are. */
function refuseUnknown({ needs, zones, services, slots }: Network, options: Names): void {
  const known = { needs, zones, zone: zones, services, a: slots, b: slots };
  for (const [name, things] of Object.entries(known)) {
    const asked = options[name as keyof Names]?.split(",") ?? [];
    if (asked.every((id) => id === "" || things.some((thing) => thing.id === id))) continue;
    throw new Error(`--${name}: expected ids of this network: ${things.map(({ id }) => id).join(", ")}.`);
  }
}

/** What stands above every answer: the network, that it is simulated, the period, the hours and the needs. */
export function heading(
  { sources: { network }, period, lang }: Asked,
  of: { hours?: string; needs?: string },
): string[] {
  const [said, told] = [words[lang], formats(lang)];
  const needs = of.needs?.split(",").map(nameIn(network.needs, lang));
  const facts = [
    nameIn([network], lang)(network.id),
    `${said.period} ${period.id} (${told.dates(period.from, period.to)})`,
    ...("hours" in of
      ? [of.hours ? told.hours(parseSegments(of.hours), network.day_start) : said.wholeWeek]
      : []),
    `${said.needs}: ${needs ? told.list(needs) : said.allNeeds}`,
  ];
  return [facts.join(" · "), ...(network.simulated ? [said.simulated] : [])];
}

type Called = Named & {
  id: string;
  alternate_name?: string | undefined;
  alternate_name_it?: string | undefined;
  alternate_name_en?: string | undefined;
};

/** The name of a thing of the network, by its id; what people call it where that is another (HSDS). */
export const nameIn = (things: readonly Called[], lang: Lang) => (id: string) => {
  const thing = things.find((one) => one.id === id);
  if (!thing) return id;
  return thing[`alternate_name_${lang}`] ?? thing.alternate_name ?? thing[`name_${lang}`] ?? thing.name;
};

function periodOf(closed: readonly ClosedPeriod[], asked: string | undefined): ClosedPeriod {
  const quarter = closed.find(({ kind }) => kind === "quarter") ?? closed[0];
  const found = asked === undefined ? quarter : closed.find(({ id }) => id === asked);
  if (found) return found;
  if (!quarter) throw new Error("No period is closed yet: `npm run sguardo -- close` closes what is due.");
  const coarse = closed.filter(({ kind }) => kind === "year" || kind === "quarter").map(({ id }) => id);
  const list = coarse.slice(0, 8).join(", ");
  throw new Error(
    `--period: "${asked}" is not a closed period. Closed are ${counted(closed.length, "period")}${list ? `, among them ${list}` : ""}.`,
  );
}
