import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { editOf, type Row } from "../draft.ts";
import { TextField } from "../fields/Field.tsx";
import { Editor } from "../frame/Editor.tsx";
import type { Editing } from "../frame/useManage.ts";
import { useRowForm } from "../frame/useRowForm.ts";
import { turnWords } from "../schedules/TurnFields.tsx";
import { namesOf } from "../words/changeWords.ts";
import { ServiceFields } from "./ServiceFields.tsx";

/** A service that is there: its fields, its turns, and its last day. */
export function ServiceForm({ editing, start }: { editing: Editing; start: Row }) {
  const { t, lang, rows, known } = editing;
  const id = start["id"] ?? "";
  const form = useRowForm(editing, { part: "services", item: id, start });
  const turns = rows.schedules.filter(({ service }) => service === id);
  const published = known.services.some((service) => service.id === id);
  const remove = async () => {
    const saved = await editing.draft.save([
      editOf("schedules", (all) => all.filter(({ service }) => service !== id)),
      editOf("services", (all) => all.filter((row) => row["id"] !== id)),
    ]);
    if (saved.state === "saved") setView({ item: null }, "replace");
  };
  return (
    <Editor
      editing={editing}
      form={form}
      title={nameOf(namesOf(start), lang)}
      remove={published ? null : { word: t("manage.remove"), act: remove }}
    >
      <ServiceFields editing={editing} row={form.row} onChange={form.change} problem={form.problem} />
      <details className="more">
        <summary>
          {t("manage.theTurns")} <b>{t("manage.turns", { count: turns.length })}</b>
        </summary>
        <ul className="turn-lines">
          {turns.map((turn) => (
            <li key={turn["id"]}>
              <button
                type="button"
                className="link"
                onClick={() => setView({ part: "schedules", item: turn["id"] ?? null })}
              >
                {turnWords(editing, turn)}
              </button>
            </li>
          ))}
        </ul>
      </details>
      {"valid_to" in start && published && (
        <TextField
          label={t("manage.field.valid_to")}
          hint={t("manage.closeServiceHint")}
          type="date"
          size="short"
          value={form.row["valid_to"] ?? ""}
          problem={form.problem("valid_to")}
          onChange={(valid_to) => form.change({ valid_to })}
        />
      )}
    </Editor>
  );
}
