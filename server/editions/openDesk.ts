import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { notUnderstood, problem } from "../http.ts";
import { refusePersonalRows } from "../network/personalTexts.ts";
import { oneByOne } from "../oneByOne.ts";
import { changesOf } from "./changes.ts";
import type { Desk, DraftSaved, EditionsAnswer, Published, Publishing } from "./Desk.ts";
import { dropDraft, readDraft, writeDraft } from "./draft.ts";
import { digestOf, readFolder, sweepHalf } from "./folder.ts";
import { editionFolder, editionsIn, history } from "./history.ts";
import { servedBefore } from "./holdToServed.ts";
import { judgeDraft } from "./judgeDraft.ts";
import { fileOf, type Part } from "./parts.ts";
import { moved, publishDraft } from "./publish.ts";
import { draftIn, editionOf, type Room } from "./room.ts";
import { rowsAsked } from "./rowsAsked.ts";

/** The desk of a data folder and the network folder it began from. */
export async function openDesk({ seed, ...of }: Omit<Room, "seed"> & { seed: string }): Promise<Desk> {
  const room: Room = { ...of, seed: await seedOf(seed, of.data) };
  await sweepHalf(editionsIn(room.data));
  await sweepHalf(join(room.data, "draft"));
  await forgetPublished(room);
  const alone = oneByOne();
  return {
    list: () => list(room),
    part: async (part) => {
      const { revision, draft, current } = await atOnce(room);
      return { revision, rows: (draft ?? current).folder.parts[part] };
    },
    put: (part, asked) => alone(() => put(room, part, asked)),
    discard: (revision) => alone(() => discard(room, revision)),
    publish: (asked) => alone(() => publishDraft(room, asked)),
    adopt: (asked) => alone(() => adopt(room, asked)),
    restore: (number, by) => alone(() => restore(room, number, by)),
    beginAnew: () => alone(() => beginAnew(room, seed)),
  };
}

/** The seed as it was before the first edition, or as it was last served; as it is now, its files may be broken. */
async function seedOf(now: string, data: string): Promise<Room["seed"]> {
  const digest = await digestOf(now).catch(() => "");
  const published = (await history(data)).length > 0;
  const dir = published ? editionFolder(data, 0) : (servedBefore(data) ?? now);
  return { dir, digest, folder: await readFolder(dir), now };
}

/** Reading waits for nobody: read again when an edition was published between the editions and the draft. */
async function atOnce(room: Room) {
  for (;;) {
    const editions = await history(room.data);
    const found = await draftIn(room, editions);
    if ((await history(room.data)).length === editions.length) return { ...found, editions };
  }
}

async function list(room: Room): Promise<EditionsAnswer> {
  const { editions, draft, revision, current } = await atOnce(room);
  const judged = draft && (await judgeDraft(room, { draft, current }, editions));
  return {
    current: current.number,
    editions: editions
      .filter(({ number }) => number > 0)
      .reverse()
      .map(({ seed, first, withdraws, ...edition }) => edition),
    withdrawn: editions.flatMap(({ withdraws }) => withdraws),
    draft:
      draft && judged
        ? { revision, by: draft.by, since: draft.since, restored: draft.restored, ...judged.verdict }
        : null,
  };
}

async function put(
  room: Room,
  part: Part,
  asked: { revision: number; rows: unknown; by: string },
): Promise<DraftSaved> {
  const kept = rowsAsked(part, asked.rows);
  if ("refused" in kept) throw notUnderstood(kept.refused);
  refusePersonalRows(fileOf(part), kept.rows);
  const editions = await history(room.data);
  const { revision, draft, current } = await draftIn(room, editions);
  if (revision !== asked.revision) throw moved(revision);
  const under = (draft ?? current).folder;
  const folder = { ...under, parts: { ...under.parts, [part]: kept.rows } };
  const since = draft?.since ?? new Date(room.now()).toISOString();
  const restored = draft?.restored ?? null;
  await writeDraft(room.data, {
    ...{ revision: revision + 1, by: asked.by, since, base: current.number, restored, folder },
  });
  const { verdict } = await judgeDraft(room, { draft: { folder, restored }, current }, editions);
  return { revision: revision + 1, problems: verdict.problems, takes_effect: verdict.takes_effect };
}

/** Whatever the revision when none is asked for. */
async function discard(room: Room, asked?: number): Promise<{ revision: number }> {
  const { revision, draft } = await readDraft(room.data);
  if (asked !== undefined && asked !== revision) throw moved(revision);
  if (!draft) return { revision };
  await dropDraft(room.data, revision + 1);
  return { revision: revision + 1 };
}

async function restore(room: Room, number: number, by: string): Promise<{ revision: number }> {
  const editions = await history(room.data);
  const { revision, draft, current } = await draftIn(room, editions);
  if (number !== 0 && !editions.some((one) => one.number === number))
    throw problem(404, "Not found", `There is no edition ${number}.`);
  if (draft)
    throw problem(
      409,
      "A draft is there",
      "Publish or discard the draft first: restoring would write over it.",
    );
  const { folder } = await editionOf(room, editions.length === 0 ? null : number);
  const since = new Date(room.now()).toISOString();
  await writeDraft(room.data, {
    revision: revision + 1,
    by,
    since,
    base: current.number,
    restored: number,
    folder,
  });
  return { revision: revision + 1 };
}

/** The network folder as it is now, published like a draft. */
async function adopt(room: Room, asked: Publishing): Promise<Published> {
  const { revision, draft, current } = await draftIn(room, await history(room.data));
  if (draft) throw problem(409, "A draft is there", "Publish or discard the draft first.");
  const since = new Date(room.now()).toISOString();
  const folder = await readFolder(room.seed.now);
  const made = { revision: revision + 1, by: asked.by, since, base: current.number, restored: null, folder };
  await writeDraft(room.data, made);
  try {
    return await publishDraft(room, { ...asked, revision: revision + 1 });
  } finally {
    await discard(room);
  }
}

/** The editions go all at once: a process killed half-way leaves either all of them or none. */
async function beginAnew(room: Room, seed: string): Promise<void> {
  await discard(room);
  const gone = join(room.data, "draft", ".half-editions");
  await mkdir(gone, { recursive: true, mode: 0o700 });
  await rm(gone, { recursive: true });
  if ((await history(room.data)).length === 0) return;
  await rename(editionsIn(room.data), gone);
  await rm(gone, { recursive: true });
  room.seed = await seedOf(seed, room.data);
  await room.onPublished();
}

/** A publication that was killed before its draft was put away: the draft is the newest edition already. */
async function forgetPublished(room: Room): Promise<void> {
  const { revision, draft } = await readDraft(room.data);
  const newest = (await history(room.data)).at(-1);
  if (!draft || !newest || newest.number === draft.base) return;
  const { folder } = await editionOf(room, newest.number);
  if (changesOf(folder, draft.folder).length === 0) await dropDraft(room.data, revision + 1);
}
