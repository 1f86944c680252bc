import { cp, mkdir, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { localOf } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import type { Note } from "../accounts/trail.ts";
import { counted } from "../counted.ts";
import { closeDb } from "../db.ts";
import type { Desk } from "../editions/Desk.ts";
import { editionFolder, history, waiting } from "../editions/history.ts";
import { networkInForce } from "../editions/networkInForce.ts";
import { publishedNote } from "../editions/noteEditions.ts";
import { openDesk } from "../editions/openDesk.ts";
import { FILES } from "../editions/parts.ts";
import { checkViewsEver } from "../gate/usedViews.ts";
import { usedIds } from "../ingest/usedIds.ts";
import { openPublished } from "../store.ts";
import { configOf, type Folders, networkCommand, say } from "./options.ts";
import { noteDone } from "./trail.ts";

/** `editions`: the networks published from the screen, while the server is stopped. */
export const editionsCommand = (): Command =>
  new Command("editions")
    .description(
      "the networks published from the screen: list them, take the network folder over, write one out",
    )
    .addCommand(networkCommand("list").description("every edition, and the one in force").action(list), {
      isDefault: true,
    })
    .addCommand(
      networkCommand("adopt")
        .description("publish the network folder as it is now, by the rules of the screen")
        .action((options: Folders) => atDesk(options, adopt)),
    )
    .addCommand(
      networkCommand("discard-draft")
        .description("throw the draft away")
        .action((options: Folders) => atDesk(options, discard)),
    )
    .addCommand(
      networkCommand("export")
        .description("write the network in force to a folder")
        .argument("<dir>", "where the files go")
        .option("--overwrite", "also over a network that is there")
        .action(writeOut),
    );

async function list(options: Folders): Promise<void> {
  const config = configOf(options);
  const { number, network } = await networkInForce(config, Date.now());
  const editions = await history(config.data);
  const later = waiting(editions, localOf(Date.now(), network.timezone).date);
  if (editions.length === 0) say("No edition yet: the network folder is served as it is.");
  for (const edition of editions.filter((one) => one.number > 0)) {
    const state = { [number]: "in force", [later?.number ?? -1]: "waits" }[edition.number] ?? "";
    const { takes_effect, changes, note } = edition;
    say(
      `${edition.number}  from ${takes_effect}  ${state.padEnd(8)}  ${counted(changes.length, "change")}  ${note}`,
    );
  }
}

type Beside = { note: (done: Omit<Note, "who">) => Promise<void>; locale: Network["locale"] };
type Work = (desk: Desk, beside: Beside) => Promise<void>;

/** Read by whoever opens the history, in the language of the network. */
const BY_HAND = { it: "La cartella della rete, cambiata a mano", en: "The network folder, changed by hand" };

/** A desk of its own: the databases tell whether a server is running. */
async function atDesk(options: Folders, work: Work): Promise<void> {
  const config = configOf(options);
  const { data } = config;
  const { network } = await networkInForce(config, Date.now());
  const published = await openPublished(data, network);
  try {
    const used = await usedIds({ data, network, published });
    const desk = await openDesk({
      ...{ data, seed: config.network, timezone: network.timezone, used: () => used, now: Date.now },
      checkLists: (next) => checkViewsEver(published, next, network),
      onPublished: async () => undefined,
    });
    await work(desk, { note: (done) => noteDone(data, network, done), locale: network.locale });
  } finally {
    await closeDb(published);
  }
}

const adopt: Work = async (desk, { note, locale }) => {
  const published = await desk.adopt({
    by: "command line",
    note: BY_HAND[locale],
    noted: (edition) => note(publishedNote(edition)),
  });
  if (published.problems) {
    const lines = published.problems.map(
      ({ file, id, field, value, message }) =>
        `- ${[file, id, field].filter((part) => part !== "").join(", ")}: ${value ? `"${value}" ` : ""}${message}`,
    );
    throw new Error([`${counted(lines.length, "problem")}, nothing was published.`, ...lines].join("\n"));
  }
  say(`Edition ${published.edition}, in force from ${published.takes_effect}.`);
};

const discard: Work = async (desk, { note }) => {
  const { draft } = await desk.list();
  if (!draft) return say("There is no draft.");
  await desk.discard(draft.revision);
  await note({ action: "draft.discarded", object: "draft" });
  say(`The draft is gone, with ${counted(draft.changes.length, "change")}.`);
};

async function writeOut(dir: string, options: Folders & { overwrite?: boolean }): Promise<void> {
  const config = configOf(options);
  const { number } = await networkInForce(config, Date.now());
  const [from, to] = [number > 0 ? editionFolder(config.data, number) : config.network, resolve(dir)];
  await mkdir(to, { recursive: true });
  const there = (await readdir(to)).filter((name) => FILES.includes(name));
  if (there.length > 0 && !options.overwrite)
    throw new Error(
      `${to} holds a network already (${there.join(", ")}): name another folder, or say --overwrite.`,
    );
  for (const file of FILES) if (from !== to) await cp(join(from, file), join(to, file));
  const basemap = [config.network, to].map((folder) => join(folder, "basemap"));
  if (to !== config.network)
    await cp(basemap[0] ?? "", basemap[1] ?? "", { recursive: true }).catch(() => undefined);
  say(`${number > 0 ? `Edition ${number}` : "The network folder"}, written to ${to}.`);
}
