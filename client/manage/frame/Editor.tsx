import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { setView } from "../../view.ts";
import { capital } from "../../words.ts";
import { byWords } from "../words/byWords.ts";
import { labelOf } from "../words/changeWords.ts";
import { savedWords } from "../words/savedWords.ts";
import type { Editing } from "./useManage.ts";
import type { RowForm } from "./useRowForm.ts";
import "./editor.css";
import "./list.css";

type Props<T> = {
  editing: Editing;
  form: RowForm<T>;
  title: ReactNode;
  /** Instead of just saving the row. */
  onSave?: () => void;
  /** Takes the row away, or closes it, where that can be. */
  remove?: { word: string; act: () => void } | null;
  children: ReactNode;
};

/** A row in its panel: the fields, what became of saving them, and the way back to the list. */
export function Editor<T extends object>(props: Props<T>) {
  const { editing, form, title, onSave, remove, children } = props;
  const { t } = editing;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="editor" aria-labelledby="editor-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (onSave) onSave();
          else form.save();
        }}
      >
        <header>
          <h2 id="editor-title" ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <button
            type="button"
            className="icon-button"
            aria-label={t("manage.close")}
            onClick={() => setView({ item: null })}
          >
            <X size={18} aria-hidden />
          </button>
        </header>
        <div className="editor-fields">{children}</div>
        <Conflict editing={editing} form={form} onSave={onSave} />
        <footer>
          <button type="submit" className="action" disabled={!form.dirty || form.state.at === "saving"}>
            {t("manage.save")}
          </button>
          {form.dirty && (
            <button type="button" className="plain-button" onClick={form.forget}>
              {t("manage.undo")}
            </button>
          )}
          <p className="editor-state" role="status">
            {stateWords(editing, form)}
          </p>
          {remove && (
            <button type="button" className="plain-button danger" onClick={remove.act}>
              {remove.word}
            </button>
          )}
        </footer>
      </form>
    </section>
  );
}

function stateWords<T>(editing: Editing, { state, dirty, inDraft }: RowForm<T>): string {
  const { t } = editing;
  if (state.at === "failed") return savedWords(editing, { state: "failed", problem: state.problem });
  if (state.at === "saved" && !dirty) return t("manage.saved");
  if (state.at === "saving") return t("manage.saving");
  if (dirty) return t("manage.unsaved");
  return inDraft ? t("manage.inDraft") : "";
}

type ConflictProps<T> = { editing: Editing; form: RowForm<T>; onSave: (() => void) | undefined };

/** Somebody else saved meanwhile: what was typed stays, and may go on top of theirs. */
function Conflict<T extends object>({ editing: { t, draft }, form, onSave }: ConflictProps<T>) {
  if (form.state.at !== "conflict") return null;
  const { theirs, row } = form;
  const open = draft.editions.draft;
  const differ = theirs ? differences(theirs, row) : [];
  return (
    <div className="conflict" role="alert">
      <p>
        <b>{capital(t("manage.conflict", { by: open ? byWords(t, open.by) : t("manage.somebody") }))}</b>{" "}
        {t(differ.length > 0 ? "manage.conflictFields" : "manage.conflictElse")}
      </p>
      {differ.length > 0 && (
        <dl>
          {differ.map(({ field, mine, other }) => (
            <div key={field}>
              <dt>{labelOf(t, field)}</dt>
              <dd>{t("manage.conflictSides", { mine, other })}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="conflict-acts">
        <button type="button" className="action" onClick={() => (onSave ? onSave() : form.save())}>
          {t("manage.takeOver")}
        </button>
        <button type="button" className="plain-button" onClick={form.forget}>
          {t("manage.keepTheirs")}
        </button>
      </p>
    </div>
  );
}

function differences(theirs: object, mine: object) {
  const [a, b] = [theirs, mine] as Record<string, unknown>[];
  return Object.keys({ ...a, ...b })
    .map((field) => ({ field, other: String(a?.[field] ?? ""), mine: String(b?.[field] ?? "") }))
    .filter(({ other, mine: my }) => other !== my);
}
