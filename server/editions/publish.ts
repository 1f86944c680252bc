import { problem } from "../http.ts";
import { carriedOver } from "./changes.ts";
import type { Published, Publishing } from "./Desk.ts";
import { type Draft, dropDraft } from "./draft.ts";
import { type Edition, history, waiting, writeEdition } from "./history.ts";
import type { Folder } from "./parts.ts";
import { type Base, draftIn, editionOf, judge, type Room, todayIn, type Verdict } from "./room.ts";

type Asked = Publishing & { revision: number };

/**
 * Publishes the draft as the next edition. When another one waits for 1 January and the draft was not made of an edition
 * to take its place, the draft's changes are made to that one too, as an edition of its own that takes effect that day;
 * it is written first, so that a crash between the two leaves a draft to be published again and nothing in force.
 */
export async function publishDraft(room: Room, asked: Asked): Promise<Published> {
  const editions = await history(room.data);
  const { revision, draft, current } = await draftIn(room, editions);
  if (revision !== asked.revision) throw moved(revision);
  if (!draft) throw nothing();
  const verdict = await judge(room, { current, folder: draft.folder }, editions);
  if (verdict.problems.length > 0) return { problems: verdict.problems };
  const published = await writeEditions({ room, editions, draft, current, asked }, verdict);
  if (published.problems) return published;
  await dropDraft(room.data, revision + 1);
  if (published.takes_effect <= todayIn(room)) await room.onPublished();
  return published;
}

async function writeEditions(ready: Ready, verdict: Verdict): Promise<Published> {
  const { room, editions, draft } = ready;
  const later = waiting(editions, todayIn(room));
  const takesItsPlace = later !== null && draft.restored !== null;
  if (verdict.changes.length === 0 && !takesItsPlace) throw nothing();
  if (later && !takesItsPlace) return besideWaiting(ready, verdict, later);
  return writeNext(ready, { folder: draft.folder, verdict, withdraws: later ? [later.number] : [] });
}

type Ready = { room: Room; editions: readonly Edition[]; draft: Draft; current: Base; asked: Asked };

async function besideWaiting(ready: Ready, verdict: Verdict, later: Edition): Promise<Published> {
  const { room, editions, draft, current } = ready;
  const waits = await editionOf(room, later.number);
  const folder = carriedOver(current.folder, draft.folder, waits.folder);
  const both = await judge(room, { current, folder }, editions);
  if (both.problems.length > 0)
    return {
      problems: both.problems.map((one) => ({
        ...one,
        message: `In edition ${later.number}, which waits for ${later.takes_effect}, this ${one.message}`,
      })),
    };
  const day = { takes_effect: later.takes_effect };
  const merged = await writeNext(ready, { folder, verdict: { ...both, ...day }, withdraws: [later.number] });
  if (verdict.takes_effect === later.takes_effect) return merged;
  const grown = await history(room.data);
  return writeNext({ ...ready, editions: grown }, { folder: draft.folder, verdict, withdraws: [] });
}

type Next = { folder: Folder; verdict: Verdict; withdraws: number[] };

async function writeNext(
  { room, editions, asked }: Ready,
  { folder, verdict, withdraws }: Next,
): Promise<{ edition: number; takes_effect: string }> {
  const today = todayIn(room);
  const { digest, folder: seed } = room.seed;
  const said = {
    published_at: new Date(room.now()).toISOString(),
    by: asked.by,
    seed: digest,
    withdraws: [],
  };
  if (editions.length === 0) {
    const always = { number: 0, note: "", takes_effect: "0001-01-01", first: false, changes: [] };
    await writeEdition(room.data, { ...said, ...always, by: "" }, seed);
  }
  const number = Math.max(0, ...editions.map((one) => one.number)) + 1;
  const takes_effect = verdict.takes_effect ?? today;
  const first = !room.used().any;
  const { changes } = verdict;
  await writeEdition(
    room.data,
    { ...said, number, note: asked.note, takes_effect, first, withdraws, changes },
    folder,
  );
  await asked.noted({ number, takes_effect });
  return { edition: number, takes_effect };
}

export const moved = (revision: number) =>
  problem(
    409,
    "Changed by somebody else",
    `The draft is at revision ${revision} by now. Nothing was changed and nothing is lost: read it again, then try again.`,
  );

const nothing = () =>
  problem(409, "Nothing to publish", "The draft says what is in force already: change something first.");
