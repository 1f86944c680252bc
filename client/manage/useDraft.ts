import { useCallback, useEffect, useRef, useState } from "react";
import { act, type Problem, type Reply } from "../api.ts";
import {
  DRAFT_PARTS,
  type DraftPart,
  type Edit,
  type Editions,
  type RowProblem,
  type Rows,
} from "./draft.ts";

/** What became of a change: kept in the draft, somebody else's came first, or it could not be made. */
export type Saved = { state: "saved" } | { state: "conflict" } | { state: "failed"; problem: Problem };

/** The network as it is being edited, and what can be done with it. */
export type Draft = {
  editions: Editions;
  /** null for who may only see the history. */
  rows: Rows | null;
  save: (edits: readonly Edit[]) => Promise<Saved>;
  publish: (note: string) => Promise<Reply<{ edition: number; takes_effect: string | null }>>;
  discard: () => Promise<Reply<unknown>>;
  restore: (edition: number) => Promise<Reply<unknown>>;
};

type Loaded = { editions: Editions; rows: Rows | null; revision: number };

export function useDraft(): { draft: Draft | null; problem: Problem | null; retry: () => void } {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const newest = useRef<Loaded | null>(null);
  const keep = useCallback((next: Loaded) => {
    newest.current = next;
    setLoaded(next);
  }, []);
  const load = useCallback(async () => {
    const read = await readAll();
    if (read.ok) keep(read.data);
    setProblem(read.ok ? null : read.problem);
  }, [keep]);
  useEffect(() => {
    load();
  }, [load]);
  const again = async <T>(asked: Promise<Reply<T>>): Promise<Reply<T>> => {
    const reply = await asked;
    await load();
    return reply;
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
    publish: (note: string) =>
      again(act<never>("POST", "draft/publish", { note, revision: loaded.revision })),
    discard: () => again(act("DELETE", "draft")),
    restore: (edition: number) => again(act("POST", `editions/${edition}/restore`)),
  };
  return { draft, problem, retry: load };
}

async function readAll(): Promise<Reply<Loaded>> {
  const editions = await act<Editions>("GET", "editions");
  if (!editions.ok) return editions;
  const replies = await Promise.all(DRAFT_PARTS.map((part) => readPart(part)));
  const refused = replies.find((reply) => !reply.ok);
  if (refused && !refused.ok && refused.problem.status !== 403) return refused;
  if (refused) return { ok: true, data: { editions: editions.data, rows: null, revision: 0 } };
  const read = replies.flatMap((reply, i) => (reply.ok ? [[DRAFT_PARTS[i], reply.data.rows] as const] : []));
  const revision = Math.max(...replies.map((reply) => (reply.ok ? reply.data.revision : 0)));
  return { ok: true, data: { editions: editions.data, rows: Object.fromEntries(read) as Rows, revision } };
}

const readPart = (part: DraftPart) => act<{ revision: number; rows: unknown[] }>("GET", `draft/${part}`);

/** One after the other, each on what the one before left; stops at the first that is refused, and tells why. */
async function putAll(
  edits: readonly Edit[],
  newest: { current: Loaded | null },
  keep: (next: Loaded) => void,
): Promise<Problem | null> {
  for (const edit of edits) {
    const { current } = newest;
    if (!current?.rows) return { status: 403, detail: "" };
    const put = await putEdit({ ...current, rows: current.rows }, edit);
    if (!put.ok) return put.problem;
    keep(put.data);
  }
  return null;
}

async function putEdit(from: Loaded & { rows: Rows }, edit: Edit): Promise<Reply<Loaded>> {
  const change = edit.change as (rows: unknown) => never;
  const rows = change(from.rows[edit.part]);
  const put = await act<{ revision: number; problems: RowProblem[] }>("PUT", `draft/${edit.part}`, {
    revision: from.revision,
    rows,
  });
  if (!put.ok) return put;
  return {
    ok: true,
    data: { ...from, revision: put.data.revision, rows: { ...from.rows, [edit.part]: rows } },
  };
}
