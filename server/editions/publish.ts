import { problem } from "../http.ts";
import type { Published, Publishing } from "./Desk.ts";
import { type Draft, dropDraft } from "./draft.ts";
import { type Edition, history, waiting, writeEdition } from "./history.ts";
import { type Beside, judgeDraft } from "./judgeDraft.ts";
import type { Folder } from "./parts.ts";
import { draftIn, type Room, todayIn, type Verdict } from "./room.ts";

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
  const { verdict, beside } = await judgeDraft(room, { draft, current }, editions);
  if (verdict.problems.length > 0) return { problems: verdict.problems };
  const published = await writeEditions({ room, editions, draft, asked }, verdict, beside);
  await dropDraft(room.data, revision + 1);
  if (published.takes_effect <= todayIn(room)) await room.onPublished();
  return published;
}

type Ready = { room: Room; editions: readonly Edition[]; draft: Draft; asked: Asked };
type Done = { edition: number; takes_effect: string };

async function writeEditions(ready: Ready, verdict: Verdict, beside: Beside | null): Promise<Done> {
  const { room, editions, draft } = ready;
  const later = waiting(editions, todayIn(room));
  const takesItsPlace = later !== null && draft.restored !== null;
  if (verdict.changes.length === 0 && !takesItsPlace) throw nothing();
  if (beside) return besideWaiting(ready, verdict, beside);
  return writeNext(ready, { folder: draft.folder, verdict, withdraws: later ? [later.number] : [] });
}

async function besideWaiting(ready: Ready, verdict: Verdict, beside: Beside): Promise<Done> {
  const { room, draft } = ready;
  const { later, folder } = beside;
  const { takes_effect, number } = later;
  const grown = { folder, verdict: { ...beside.verdict, takes_effect }, withdraws: [number] };
  const merged = await writeNext(ready, grown);
  if (verdict.takes_effect === takes_effect) return merged;
  const editions = await history(room.data);
  return writeNext({ ...ready, editions }, { folder: draft.folder, verdict, withdraws: [] });
}

type Next = { folder: Folder; verdict: Verdict; withdraws: number[] };

async function writeNext(
  { room, editions, asked }: Ready,
  { folder, verdict, withdraws }: Next,
): Promise<Done> {
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
