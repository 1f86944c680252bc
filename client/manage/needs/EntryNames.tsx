import { Plus } from "lucide-react";
import { useState } from "react";
import { nameOf } from "../../words.ts";
import { type Entry, editOf } from "../draft.ts";
import { TextField } from "../fields/Field.tsx";
import type { Editing } from "../frame/useManage.ts";
import { proposeId } from "../services/newService.ts";
import { useTyped } from "../typed.ts";
import { namesOf } from "../words/changeWords.ts";
import { problemsOf, problemWords } from "../words/problemWords.ts";
import { savedWords } from "../words/savedWords.ts";
import { tellingOf } from "../words/telling.ts";

type Props = { editing: Editing; part: "groups" | "aims"; title: string; add: string };

/** The names of a short list of the network, in both languages, written in place. */
export function EntryNames({ editing, part, title, add }: Props) {
  const { t, rows, draft } = editing;
  const form = useTyped<{ entries: Entry[] }>(`${part === "groups" ? "needs" : "aims"}/~${part}`, {
    entries: rows[part],
  });
  const [state, setState] = useState("");
  const { entries } = form.value;
  const set = (n: number, names: Partial<Entry>) =>
    form.change({ entries: entries.map((entry, i) => (i === n ? { ...entry, ...names } : entry)) });
  const save = async () => {
    const named = withIds(entries.filter(({ name }) => name !== ""));
    const saved = await draft.save([editOf(part, () => named)]);
    setState(savedWords(editing, saved));
    if (saved.state === "saved") form.forget();
  };
  const wrong = draft.editions.draft?.problems ?? [];
  return (
    <details className="more entries" open={form.dirty || undefined}>
      <summary>
        {title} <b>{entries.map((entry) => nameOf(namesOf(entry), editing.lang)).join(", ")}</b>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {entries.map((entry, n) => {
          const found = problemsOf(wrong, { part, id: entry.id, row: n })[0];
          return (
            <div className="field-pair" key={entry.id || `new ${n}`}>
              <TextField
                label={t("manage.field.name_it")}
                value={entry.name_it || entry.name}
                problem={found && problemWords(tellingOf(editing), found)}
                onChange={(name) => set(n, { name, name_it: name })}
              />
              <TextField
                label={t("manage.field.name_en")}
                value={entry.name_en ?? ""}
                onChange={(name) => set(n, { name_en: name })}
              />
            </div>
          );
        })}
        <p className="entries-acts">
          <button
            type="button"
            className="plain-button"
            onClick={() => form.change({ entries: [...entries, { id: "", name: "" }] })}
          >
            <Plus size={16} aria-hidden /> {add}
          </button>
          <button type="submit" className="action" disabled={!form.dirty}>
            {t("manage.save")}
          </button>
          <span role="status">{form.dirty ? t("manage.unsaved") : state}</span>
        </p>
      </form>
    </details>
  );
}

function withIds(entries: readonly Entry[]): Entry[] {
  const made: Entry[] = [];
  for (const entry of entries) {
    const ids = made.map(({ id }) => id);
    made.push({ ...entry, id: entry.id || proposeId(entry.name, ids) });
  }
  return made;
}
