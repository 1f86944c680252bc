import { rm } from "node:fs/promises";
import { join } from "node:path";
import { localOf } from "../../domain/civilTime.ts";
import { latticeChanges, nextNewYear } from "../../domain/latticeChanges.ts";
import type { Network } from "../../domain/network.ts";
import { loadNetwork } from "../network/loadNetwork.ts";
import { carriedOver, changesOf } from "./changes.ts";
import type { DraftSaved } from "./Desk.ts";
import { type Draft, readDraft } from "./draft.ts";
import { draftRules, type Used } from "./draftRules.ts";
import { filesOf, readFolder, tried } from "./folder.ts";
import { type Edition, editionFolder, history, inForce } from "./history.ts";
import type { Folder } from "./parts.ts";
import { tryOut } from "./problems.ts";

/** What the drafting and publishing of one network works with. */
export type Room = {
  data: string;
  /**
   * The network folder the server was started with, as it was before the first edition; `now`: where it is, changed by hand
   * perhaps, `digest` its own.
   */
  seed: { dir: string; folder: Folder; now: string; digest: string };
  timezone: string;
  used: () => Used;
  now: () => number;
  /** As a start checks the view list against all that was ever published. @throws RangeError */
  checkLists: (network: Network) => Promise<void>;
  /** Called when another edition is in force than before; what it does is done when it ends. */
  onPublished: () => Promise<void>;
};

export const todayIn = ({ now, timezone }: Room): string => localOf(now(), timezone).date;

export type Base = { number: number; folder: Folder; dir: string };

/** The edition in force, of all there are. */
export async function currentIn(room: Room, editions?: readonly Edition[]): Promise<Base> {
  const found = inForce(editions ?? (await history(room.data)), todayIn(room));
  return editionOf(room, found?.number ?? null);
}

/** An edition by its number; null and 0 are the seed. */
export async function editionOf(room: Room, number: number | null): Promise<Base> {
  if (number === null) return { number: 0, folder: room.seed.folder, dir: room.seed.dir };
  const dir = editionFolder(room.data, number);
  return { number, folder: await readFolder(dir), dir };
}

/** The draft as it stands on the edition in force now: edited on an earlier one, its changes are carried over. */
export async function draftIn(
  room: Room,
  editions: readonly Edition[],
): Promise<{ revision: number; draft: Draft | null; current: Base }> {
  const current = await currentIn(room, editions);
  const { revision, draft } = await readDraft(room.data);
  if (!draft || draft.base === current.number) return { revision, draft, current };
  const known = editions.some(({ number }) => number === draft.base);
  const base = await editionOf(room, known ? draft.base : null);
  const folder = carriedOver(base.folder, draft.folder, current.folder);
  return { revision, draft: { ...draft, base: current.number, folder }, current };
}

/** What a network would be as the next one: what changes, what speaks against it and from when it would be in force. */
export type Verdict = Omit<DraftSaved, "revision"> & { changes: Edition["changes"] };

/** Tries a network out as the follower of another, by the checks of a start and the rules of drafts. */
export async function judge(
  room: Room,
  { current, folder }: { current: Base; folder: Folder },
  editions: readonly Edition[],
): Promise<Verdict> {
  const changes = changesOf(current.folder, folder);
  const past = await Promise.all([
    current.folder.parts.zones,
    ...editions.map(async ({ number }) => (await editionOf(room, number)).folder.parts.zones),
  ]);
  const { network, problems } = await inTrialFolder(room, folder);
  const rules = draftRules({ before: current.folder, after: folder }, room.used(), past);
  const all = [...problems, ...rules];
  if (!network || all.length > 0 || changes.length === 0)
    return { changes, problems: all, takes_effect: null };
  const before = await loadNetwork(current.dir);
  const waits = room.used().any && latticeChanges(before, network).length > 0;
  return { changes, problems: [], takes_effect: waits ? nextNewYear(todayIn(room)) : todayIn(room) };
}

async function inTrialFolder(room: Room, folder: Folder) {
  const dir = await tried(join(room.data, "draft"), filesOf(folder));
  return await tryOut(dir, folder, room.checkLists).finally(() => rm(dir, { recursive: true, force: true }));
}
