import { Plus, X } from "lucide-react";
import { setView } from "../../view.ts";
import { editOf, type Row } from "../draft.ts";
import { Editor } from "../frame/Editor.tsx";
import type { Editing } from "../frame/useManage.ts";
import { useRowForm } from "../frame/useRowForm.ts";
import { TurnFields, turnWords } from "../schedules/TurnFields.tsx";
import { hasDays, newTurn } from "../schedules/turnRow.ts";
import { useTyped } from "../typed.ts";
import { proposeColor, proposeId, proposeInitials } from "./newService.ts";
import { ServiceFields } from "./ServiceFields.tsx";

const BLANK: Row = { id: "", name: "", name_it: "", name_en: "", initials: "", aims: "", needs: "" };

/** A service that joins: everything about it and its first turns in one form, with initials and colour proposed. */
export function NewService({ editing }: { editing: Editing }) {
  const { t, rows, today } = editing;
  const taken = {
    initials: rows.services.map((one) => one["initials"] ?? ""),
    colors: rows.services.map((one) => one["color"] ?? ""),
    ids: rows.services.map((one) => one["id"] ?? ""),
  };
  const start = { ...BLANK, color: proposeColor(taken.colors) };
  const form = useRowForm(editing, { part: "services", item: "~new", start });
  const turns = useTyped<{ rows: Row[] }>("services/~turns", { rows: [newTurn("1", "", today)] });
  const change = (patch: Partial<Row>) => {
    const proposed = proposeInitials(form.row["name_it"] ?? "", taken.initials) ?? "";
    const own = form.row["initials"] !== "" && form.row["initials"] !== proposed;
    if (patch["name_it"] === undefined || own) form.change(patch as Row);
    else form.change({ ...patch, initials: proposeInitials(patch["name_it"], taken.initials) ?? "" } as Row);
  };
  const save = async () => {
    const id = form.row["id"] || proposeId(form.row["name"] ?? "", taken.ids);
    form.change({ id });
    const saved = await form.save({ ...form.row, id }, [turnsEdit(turns.value.rows, id)]);
    if (!saved) return;
    turns.forget();
    setView({ item: id }, "replace");
  };
  const forget = () => {
    form.forget();
    turns.forget();
  };
  const setTurn = (n: number, patch: Partial<Row>) =>
    turns.change({
      rows: turns.value.rows.map((turn, i) => (i === n ? ({ ...turn, ...patch } as Row) : turn)),
    });
  const add = () =>
    turns.change({ rows: [...turns.value.rows, newTurn(nextId(turns.value.rows), "", today)] });
  const drop = (n: number) => turns.change({ rows: turns.value.rows.filter((_, i) => i !== n) });
  return (
    <Editor editing={editing} form={{ ...form, forget }} title={t("manage.newService")} onSave={save}>
      <p className="field-hint">{t("manage.newServiceHint")}</p>
      <ServiceFields editing={editing} row={form.row} onChange={change} problem={form.problem} />
      <h3>{t("manage.firstTurns")}</h3>
      {turns.value.rows.map((turn, n) => (
        <fieldset key={turn["id"]} className="first-turn">
          <legend>{turnWords(editing, turn)}</legend>
          <button
            type="button"
            className="icon-button"
            aria-label={t("manage.dropTurn", { n: n + 1 })}
            onClick={() => drop(n)}
          >
            <X size={16} aria-hidden />
          </button>
          <TurnFields
            editing={editing}
            row={turn}
            onChange={(patch) => setTurn(n, patch)}
            problem={() => undefined}
          />
        </fieldset>
      ))}
      <button type="button" className="plain-button" onClick={add}>
        <Plus size={16} aria-hidden /> {t("manage.addTurn")}
      </button>
    </Editor>
  );
}

const nextId = (turns: readonly Row[]) => String(1 + Math.max(0, ...turns.map(({ id }) => Number(id))));

/** The turns of the form, as rows of a service; those without any day are left out. */
const turnsEdit = (turns: readonly Row[], service: string) =>
  editOf("schedules", (all) => {
    const made = [...all];
    for (const turn of turns.filter(hasDays)) {
      const ids = made.map((row) => row["id"] ?? "");
      made.push({ ...turn, id: proposeId(`${service}-1`, ids), service });
    }
    return made;
  });
