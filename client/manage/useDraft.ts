import { useCallback, useEffect, useRef, useState } from "react";
import { act, type Done, type Problem } from "../answered.ts";
import { api } from "../api.ts";
import { DRAFT_PARTS, type DraftPart, type Edit, type Editions, type Rows } from "./draft.ts";

/** What became of a change: kept in the draft, somebody else's came first, or it could not be made. */
export type Saved = { state: "saved" } | { state: "conflict" } | { state: "failed"; problem: Problem };

/** The network as it is being edited, and what can be done with it. */
export type Draft = {
  editions: Editions;
  /** null for who may only see the history. */
  rows: Rows | null;
  save: (edits: readonly Edit[]) => Promise<Saved>;
  publish: (note: string) => Promise<Done<unknown>>;
  discard: () => Promise<Done<unknown>>;
  restore: (edition: number) => Promise<Done<unknown>>;
};

type Loaded = { editions: Editions; rows: Rows | null; revision: number };

export function useDraft(edits: boolean): {
  draft: Draft | null;
  problem: Problem | null;
  retry: () => void;
} {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const newest = useRef<Loaded | null>(null);
  const keep = useCallback((next: Loaded) => {
    newest.current = next;
    setLoaded(next);
  }, []);
  const load = useCallback(async () => {
    const read = await readAll(edits);
    if (read.data) keep(read.data);
    setProblem(read.problem);
  }, [keep, edits]);
  useEffect(() => {
    load();
  }, [load]);
  const again = async <T>(asked: Promise<Done<T>>): Promise<Done<T>> => {
    const done = await asked;
    await load();
    return done;
  };
  const save = async (edits: readonly Edit[]): Promise<Saved> => {
    const refused = await putAll(edits, newest, keep);
    await load();
    if (refused === null) return { state: "saved" };
    return refused.status === 409 ? { state: "conflict" } : { state: "failed", problem: refused };
  };
  const draft = loaded && {
    ...loaded,
    save,
    publish: (note: string) => again(publish(note, seen(loaded))),
    discard: () => again(discard(seen(loaded))),
    restore: (edition: number) => again(restore(String(edition))),
  };
  return { draft, problem, retry: load };
}

/** The list of changes and the rows are read one after the other: whoever acts on both has seen the older of the two. */
const seen = ({ editions, revision }: Loaded): number =>
  Math.min(revision, editions.draft?.revision ?? revision);

const publish = (note: string, revision: number) =>
  act<unknown>((init) => api.draft.publish.$post({ json: { note, revision } }, { init }));

const discard = (revision: number) =>
  act<unknown>((init) => api.draft.$delete({ json: { revision } }, { init }));

/** Without it the server takes a request for one that another site could have made. */
const JSON_BODY = { "content-type": "application/json" };

const restore = (number: string) =>
  act((init) => api.editions[":number"].restore.$post({ param: { number } }, { init, headers: JSON_BODY }));

const readPart = (part: DraftPart) => act((init) => api.draft[":part"].$get({ param: { part } }, { init }));

async function readAll(edits: boolean): Promise<Done<Loaded>> {
  const editions = await act((init) => api.editions.$get({}, { init }));
  if (editions.problem) return editions;
  if (!edits) return { data: { editions: editions.data, rows: null, revision: 0 }, problem: null };
  const parts = await Promise.all(DRAFT_PARTS.map(readPart));
  const refused = parts.find(({ problem }) => problem)?.problem;
  if (refused) return { data: null, problem: refused };
  const rows = Object.fromEntries(DRAFT_PARTS.map((part, i) => [part, parts[i]?.data?.rows ?? []]));
  // Somebody may have saved between two of the answers: the oldest revision is refused, and all is read again.
  const revision = Math.min(...parts.map(({ data }) => data?.revision ?? 0));
  return { data: { editions: editions.data, rows: rows as unknown as Rows, revision }, problem: null };
}

/** One after the other, each on what the one before left; stops at the first that is refused, and tells why. */
async function putAll(
  edits: readonly Edit[],
  newest: { current: Loaded | null },
  keep: (next: Loaded) => void,
): Promise<Problem | null> {
  for (const { part, change } of edits) {
    const { current } = newest;
    if (!current?.rows) return { status: 403, detail: "" };
    const rows = (change as (rows: unknown) => never)(current.rows[part]);
    const json = { revision: current.revision, rows };
    const put = await act((init) => api.draft[":part"].$put({ param: { part }, json }, { init }));
    if (put.problem) return put.problem;
    keep({ ...current, revision: put.data.revision, rows: { ...current.rows, [part]: rows } });
  }
  return null;
}
