import { useState } from "react";
import type { Problem } from "../../answered.ts";
import { type DraftPart, type Edit, editOf, type Rows, withRow } from "../draft.ts";
import { useTyped } from "../typed.ts";
import { problemsOf, problemWords } from "../words/problemWords.ts";
import { tellingOf } from "../words/telling.ts";
import type { Editing } from "./useManage.ts";

/** The parts whose rows have an id of their own. */
type WithId = Exclude<DraftPart, "relations" | "zones">;

type Of<P extends WithId> = {
  part: P;
  /** The row's id, or `~new`. */
  item: string;
  start: Rows[P][number];
};

export type FormState = { at: "idle" | "saving" | "saved" | "conflict" } | { at: "failed"; problem: Problem };

export type RowForm<T> = {
  row: T;
  dirty: boolean;
  state: FormState;
  /** It differs from what is published. */
  inDraft: boolean;
  /** What the draft holds by now, when somebody else saved it meanwhile. */
  theirs: T | null;
  change: (patch: Partial<T>) => void;
  forget: () => void;
  problem: (field: string) => string | undefined;
  /** Keeps the row, as typed or as given, and what goes with it. */
  save: (row?: T, also?: readonly Edit[]) => Promise<boolean>;
  remove: () => Promise<boolean>;
};

/** One row as it is typed, kept in the draft when it is saved. */
export function useRowForm<P extends WithId>(editing: Editing, { part, item, start }: Of<P>) {
  type T = Rows[P][number];
  const { draft, rows } = editing;
  const { value, dirty, change, forget } = useTyped<T>(`${part}/${item}`, start);
  const [state, setState] = useState<FormState>({ at: "idle" });
  const all = rows[part] as readonly T[];
  const held = all.find((row) => row.id === item) ?? null;
  const wrong = problemsOf(draft.editions.draft?.problems ?? [], {
    part,
    id: item,
    row: held ? all.indexOf(held) : -2,
  });
  // What two rows have and only one may: the server names the other one.
  const shared = (field: string) =>
    draft.editions.draft?.problems.find(
      (one) =>
        one.part === part &&
        field === "initials" &&
        one.field === field &&
        one.value === held?.[field as never],
    );
  const make = async (edits: readonly Edit[]) => {
    setState({ at: "saving" });
    const saved = await draft.save(edits);
    setState(saved.state === "failed" ? { at: "failed", problem: saved.problem } : { at: saved.state });
    if (saved.state === "saved") forget();
    return saved.state === "saved";
  };
  const put = (row: T) =>
    editOf(part, (now) => withRow(now as T[], item === "~new" ? String(row.id) : item, row) as Rows[P]);
  const form: RowForm<T> = {
    row: value,
    dirty,
    state,
    inDraft: (draft.editions.draft?.changes ?? []).some((one) => one.part === part && one.id === item),
    theirs: state.at === "conflict" ? held : null,
    change: (patch) => {
      if (state.at === "saved") setState({ at: "idle" });
      change(patch);
    },
    forget: () => {
      forget();
      setState({ at: "idle" });
    },
    problem: (field) => {
      const found = wrong.find((one) => one.field.split(/[.[]/)[0] === field) ?? shared(field);
      return found && problemWords(tellingOf(editing), found);
    },
    save: (row = value, also = []) => make([put(row), ...also]),
    remove: () => make([editOf(part, (now) => (now as T[]).filter((row) => row.id !== item) as Rows[P])]),
  };
  return form;
}
