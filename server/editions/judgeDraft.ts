import { carriedOver } from "./changes.ts";
import type { Draft } from "./draft.ts";
import { type Edition, waiting } from "./history.ts";
import type { Folder } from "./parts.ts";
import type { DraftProblem } from "./problems.ts";
import { type Base, editionOf, judge, type Room, todayIn, type Verdict } from "./room.ts";

/** The edition that waits, with a draft's changes made to it too. */
export type Beside = { later: Edition; folder: Folder; verdict: Verdict };

/**
 * Judges a draft as it would be published: by itself and, when another edition waits for its day that the draft does not
 * take the place of, by what would become of that one.
 */
export async function judgeDraft(
  room: Room,
  { draft, current }: { draft: Pick<Draft, "folder" | "restored">; current: Base },
  editions: readonly Edition[],
): Promise<{ verdict: Verdict; beside: Beside | null }> {
  const verdict = await judge(room, { current, folder: draft.folder }, editions);
  const later = waiting(editions, todayIn(room));
  const alone = !later || draft.restored !== null || verdict.changes.length === 0;
  if (alone || verdict.problems.length > 0) return { verdict, beside: null };
  const waits = await editionOf(room, later.number);
  const folder = carriedOver(current.folder, draft.folder, waits.folder);
  const both = await judge(room, { current, folder }, editions);
  if (both.problems.length === 0) return { verdict, beside: { later, folder, verdict: both } };
  const problems = both.problems.map((one) => inWaiting(one, later));
  return { verdict: { ...verdict, problems, takes_effect: null }, beside: null };
}

/** Its place among the rows is that of the waiting edition, which nobody sees. */
const inWaiting = (one: DraftProblem, { number, takes_effect }: Edition): DraftProblem => ({
  ...one,
  row: null,
  message: `In edition ${number}, which waits for ${takes_effect}, this ${one.message}`,
  waits: { edition: number, takes_effect },
});
