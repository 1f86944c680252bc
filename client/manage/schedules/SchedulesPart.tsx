import { Chip } from "../../panels/frame/Chip.tsx";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import type { Row } from "../draft.ts";
import { Choice, TextField } from "../fields/Field.tsx";
import { Editor } from "../frame/Editor.tsx";
import { RowList } from "../frame/RowList.tsx";
import { type Editing, editing, type Manage } from "../frame/useManage.ts";
import { useRowForm } from "../frame/useRowForm.ts";
import { colorOf, proposeId } from "../services/newService.ts";
import { namesOf } from "../words/changeWords.ts";
import { Exceptions } from "./Exceptions.tsx";
import { TurnFields, turnWords } from "./TurnFields.tsx";
import { TurnPreview } from "./TurnPreview.tsx";
import { newTurn } from "./turnRow.ts";

/** The planned turns, service by service. */
export function SchedulesPart({ manage }: { manage: Manage }) {
  const edits = editing(manage);
  if (!edits) return null;
  const { t, view, rows, today } = edits;
  const blank = newTurn("", rows.services[0]?.["id"] ?? "", today);
  const open = view.item === "~new" ? blank : rows.schedules.find(({ id }) => id === view.item);
  return (
    <div className="part" data-open={view.item !== null}>
      <RowList
        editing={edits}
        part="schedules"
        add={t("manage.newTurn")}
        entries={rows.schedules.map((row) => entryOf(edits, row))}
      />
      {open && <TurnForm key={view.item} editing={edits} item={view.item ?? ""} start={open} />}
    </div>
  );
}

function entryOf(edits: Editing, row: Row) {
  const service = edits.rows.services.find(({ id }) => id === row["service"]);
  const name = service ? nameOf(namesOf(service), edits.lang) : (row["service"] ?? "");
  const [when = "", where = ""] = turnWords(edits, row).split(" · ");
  const last = row["valid_to"] || row["until"] || "";
  return {
    id: row["id"] ?? "",
    text: `${name} ${when} ${where} ${row["id"]}`,
    title: when,
    detail: where,
    mark: service && <Chip service={{ initials: service["initials"] ?? "", color: colorOf(service) }} />,
    group: name,
    closed: last !== "" && last < edits.today,
  };
}

type FormProps = { editing: Editing; item: string; start: Row };

function TurnForm({ editing: edits, item, start }: FormProps) {
  const { t, rows, lang } = edits;
  const form = useRowForm(edits, { part: "schedules", item, start });
  const { row, change, problem } = form;
  const save = async () => {
    const ids = rows.schedules.map(({ id }) => id ?? "");
    const id = row["id"] || proposeId(`${row["service"]}-1`, ids);
    change({ id });
    if (await form.save({ ...row, id })) setView({ item: id }, "replace");
  };
  const remove = async () => {
    if (await form.remove()) setView({ item: null }, "replace");
  };
  const isNew = item === "~new";
  return (
    <Editor
      editing={edits}
      form={form}
      title={t(isNew ? "manage.newTurn" : "manage.turn")}
      onSave={save}
      remove={isNew ? null : { word: t("manage.remove"), act: remove }}
    >
      <Choice
        label={t("manage.field.service")}
        value={row["service"] ?? ""}
        choices={rows.services.map((one) => ({ id: one["id"] ?? "", name: nameOf(namesOf(one), lang) }))}
        problem={problem("service")}
        onChange={(service) => change({ service })}
      />
      <TurnFields editing={edits} row={row} onChange={change} problem={problem} />
      <Season t={t} row={row} change={change} problem={problem} />
      <Exceptions editing={edits} row={row} onChange={change} problem={problem("exceptions")} />
      <TurnPreview editing={edits} row={row} />
    </Editor>
  );
}

type SeasonProps = {
  t: Editing["t"];
  row: Row;
  change: (patch: Partial<Row>) => void;
  problem: (field: string) => string | undefined;
};

/** From when to when it holds: its first day, its last, and a season within. */
function Season({ t, row, change, problem }: SeasonProps) {
  const day = (field: "dtstart" | "until" | "valid_from" | "valid_to", required = false) => (
    <TextField
      label={t(`manage.field.${field}`)}
      type="date"
      size="short"
      required={required}
      value={row[field] ?? ""}
      problem={problem(field)}
      onChange={(text) => change({ [field]: text })}
    />
  );
  const season = Boolean(row["valid_from"] || row["until"]);
  return (
    <>
      <div className="field-row">
        {day("dtstart", true)}
        {day("valid_to")}
      </div>
      <details className="more" open={season || undefined}>
        <summary>{t("manage.season")}</summary>
        <div className="field-row">
          {day("valid_from")}
          {day("until")}
        </div>
      </details>
    </>
  );
}
